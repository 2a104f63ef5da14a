"""Everything that stands on a sheet's page: the appointment, safety flags, the shared sheet, check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.clinic_day import AppointmentLine
from bot.core.flags import AlsoFound, Remark, Told
from bot.core.sheet import Sheet


@dataclass(frozen=True)
class FlagLine:
    """A safety flag: who was told, what was said about it afterwards, who acknowledged it (their name), if anybody."""

    id: str
    kind: str
    words: str
    raised_at: datetime
    acknowledged_at: datetime | None
    acknowledged_by: str | None
    note: str | None
    told: tuple[Told, ...] = ()
    remarks: tuple[Remark, ...] = ()
    also: tuple[AlsoFound, ...] = ()


@dataclass(frozen=True)
class CheckInLine:
    """A check-in as it stands now. ``state``, ``answer`` as in the table ``check_ins``."""

    first_step: str
    due_at: datetime
    timezone: str
    state: str
    answer: str | None
    words: str | None
    answered_at: datetime | None


@dataclass(frozen=True)
class SheetRecord:
    """``sheet`` is the newest the person shared, or None: then nothing of what they said is in here.

    Flags are the exception: they stand above everything, shared or not, newest first.
    """

    appointment: AppointmentLine
    state: str
    sheet: Sheet | None
    flags: tuple[FlagLine, ...]
    check_ins: tuple[CheckInLine, ...]
