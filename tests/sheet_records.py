"""A record of a sheet, and how tests of its formats read what was made of it."""

from __future__ import annotations

import html
import json
import re
from datetime import datetime, timedelta, timezone
from pathlib import Path

from clinic_people import a_sheet

from bot.core.clinic_day import AppointmentLine
from bot.core.sheet_record import CheckInLine, FlagLine, SheetRecord
from bot.summary.formats import SheetFormats

AT = datetime(2026, 3, 3, 14, 30, tzinfo=timezone.utc)
LINE = AppointmentLine(
    id="a1", reference="A-1", clinic_id="c1", clinic_name="Demo Clinic", patient_name="Demo Rosa Price",
    patient_reference="P-1", starts_at=AT + timedelta(days=7), timezone="Europe/London", type="follow_up",
    clinician="Dr Demo Hughes", phase="confirmed", shared=(AT,),
)
CHECK_IN = CheckInLine(a_sheet(AT).change.first_step.words, AT + timedelta(days=5), "Europe/London", "answered", "partly",
                       "Managed one Tuesday", AT + timedelta(days=5))
FLAG = FlagLine(
    "f1", "self_harm", "I can't go on like this", AT, AT + timedelta(hours=1), "Dr Demo Vaughan", "Rang them"
)


def a_record(**other) -> SheetRecord:
    whole = {"appointment": LINE, "state": "shared", "sheet": a_sheet(AT), "flags": (FLAG,), "check_ins": (CHECK_IN,)}
    return SheetRecord(**{**whole, **other})


def render(record: SheetRecord, format: str, tmp_path: Path) -> str:
    css = tmp_path / "sheet.css"
    css.write_text(".s-sheet { color: #123456; }")
    return SheetFormats(css).render(record, format)


def as_read(text: str, format: str) -> str:
    """What a reader sees, with each run of white space as one space: text is wrapped at 80 columns."""
    if format == "html":
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
    if format == "json":
        text = " ".join(_strings(json.loads(text)))
    return " ".join(text.split())


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [one for part in value.values() for one in _strings(part)]
    return [one for part in value for one in _strings(part)] if isinstance(value, list) else [str(value)]
