"""Makes the view of a sheet from its record. Nothing the person said is dropped, merged, reworded or re-ranked."""

from __future__ import annotations

from datetime import datetime, timezone

from bot.core import sheet as core
from bot.core.dates import day_and_time, day_of
from bot.core.sheet_record import CheckInLine, FlagLine, SheetRecord
from bot.summary import view, words


def build(record: SheetRecord) -> view.SheetView:
    """The view of ``record``, with every time in the appointment's zone."""
    line = record.appointment
    return view.SheetView(
        appointment=view.Appointment(
            id=line.id, reference=line.reference, clinic=line.clinic_name, patient=line.patient_name,
            patient_reference=line.patient_reference, clinician=line.clinician, type=words.type_of(line.type),
            starts=_moment(line.starts_at, line.timezone), timezone=line.timezone,
        ),
        state=record.state, state_text=words.STATES.get(record.state, ""), notice=_notice(record),
        flags=tuple(_flag(flag, line.timezone) for flag in record.flags),
        shared=_shared(record) if record.sheet else None,
    )


def _notice(record: SheetRecord) -> str:
    if record.sheet is None:
        return words.DECLINED if record.state == "declined" else words.NOT_SHARED
    return words.CHANGING if record.state == "changing" else ""


def _shared(record: SheetRecord) -> view.Shared:
    sheet, zone = record.sheet, record.appointment.timezone
    earlier = [at for at in record.appointment.shared if at < sheet.confirmed_at]
    return view.Shared(
        hope=_line(sheet.hope),
        priorities=tuple(
            view.Priority(one.rank, _line(one.item), _scale(one.importance)) for one in sheet.priorities
        ),
        other_items=tuple(_line(one) for one in sheet.other_items),
        questions=tuple(_line(one) for one in sheet.questions),
        change=_change(sheet.change, record.check_ins, zone) if sheet.change else None,
        kept_private=sheet.kept_private, kept_private_text=words.kept_private(sheet.kept_private),
        answered_by=sheet.answered_by, answered_by_text=words.ANSWERED_BY[sheet.answered_by],
        wording_version=sheet.wording_version, confirmed=_moment(sheet.confirmed_at, zone),
        earlier=tuple(_moment(at, zone) for at in earlier),
    )


def _change(change: core.Change, check_ins: tuple[CheckInLine, ...], zone: str) -> view.Change:
    return view.Change(
        topic=_line(change.topic), stage=_stage(change.stage), importance=_scale(change.importance),
        confidence=_scale(change.confidence), first_step=_line(change.first_step),
        check_in_on=_moment(change.check_in_on, zone, day_only=True) if change.check_in_on else None,
        check_ins=tuple(_check_in(one, change) for one in check_ins if _shown(one, change)),
    )


def _line(said: core.Said | None) -> view.Line:
    if said is None:
        return view.Line("not_asked", None, None, None, words.NOT_ASKED)
    return view.Line(said.state, said.words, said.value, said.by, words.NOTES[said.state])


def _scale(said: core.Said | None) -> view.Line:
    line = _line(said)
    note = line.note
    if line.state == "answered":
        note = f"{line.value} of 10" if line.value is not None else words.NO_NUMBER
    elif line.state == "unclear":
        note = words.NO_NUMBER
    return view.Line(line.state, line.words, line.value, line.by, note, scale=True)


def _stage(said: core.Said | None) -> view.Line:
    line = _line(said)
    note = words.STAGES[line.value] if line.state == "answered" and line.value is not None else line.note
    return view.Line(line.state, line.words, line.value, line.by, note)


def _shown(row: CheckInLine, change: core.Change) -> bool:
    """Rows are live, the sheet is what was shared: one that is only planned may belong to a change not shared yet."""
    return row.state != "planned" or row.due_at == change.check_in_on


def _check_in(row: CheckInLine, change: core.Change) -> view.CheckIn:
    step = change.first_step.words if change.first_step else None
    text = words.CHECK_IN_STATES.get(row.state, row.state)
    if row.answer:
        text = words.CHECK_IN_ANSWERS.get(row.answer, row.answer.replace("_", " "))
    return view.CheckIn(
        same_step=row.first_step == step, due=_moment(row.due_at, row.timezone, day_only=True), state=row.state,
        answer=row.answer, text=text, words=row.words,
        answered=_moment(row.answered_at, row.timezone) if row.answered_at else None,
    )


def _flag(flag: FlagLine, zone: str) -> view.Flag:
    seen = None
    if flag.acknowledged_at:
        seen = view.Acknowledged(flag.acknowledged_by or "", _moment(flag.acknowledged_at, zone), flag.note)
    return view.Flag(
        flag.id, flag.kind, words.FLAGS.get(flag.kind, words.A_FLAG), flag.words, _moment(flag.raised_at, zone), seen
    )


def _moment(at: datetime, zone: str, day_only: bool = False) -> view.Moment:
    text = day_of(at, zone) if day_only else day_and_time(at, zone)
    return view.Moment(at.astimezone(timezone.utc).isoformat(), text)
