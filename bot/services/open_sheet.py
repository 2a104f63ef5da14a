"""A clinician, or the command line, opens a sheet. Every opening is recorded."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.core.clinic_day import AppointmentLine, state_of
from bot.core.sheet import Sheet
from bot.core.sheet_record import CheckInLine, FlagLine, SheetRecord
from bot.core.staff import LoggedIn

log = logging.getLogger(__name__)
COMMAND_LINE = "command line"


class SheetStore(Protocol):
    def find(self, appointment: str, clinic_id: str | None) -> list[AppointmentLine]: ...
    def newest(self, appointment_id: str) -> Sheet | None: ...
    def flags(self, appointment_id: str) -> tuple[FlagLine, ...]: ...
    def check_ins(self, appointment_id: str) -> tuple[CheckInLine, ...]: ...
    def add_view(
        self, *, appointment_id: str, staff_id: str | None, by: str, format: str, now: datetime
    ) -> None: ...


class _Unit(Protocol):
    sheets: SheetStore


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class NoSuchAppointment(LookupError):
    """There is no such appointment, or it is another clinic's: which of the two is not said."""


class SeveralAppointments(LookupError):
    """The reference is used by more than one clinic; ``ids`` tell them apart."""

    def __init__(self, ids: list[str]) -> None:
        super().__init__("several appointments have this reference")
        self.ids = ids


class OpenSheet:
    """Hands over a sheet and records who opened it, in one unit: no opening goes unrecorded."""

    def __init__(self, units: _Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def __call__(self, appointment: str, *, staff: LoggedIn | None, format: str) -> SheetRecord:
        """What stands on the sheet of ``appointment`` (its id or reference) now.

        Args:
            staff: whoever opens it; they find their own clinic's appointments only. None is the command line.
            format: ``html``, ``text`` or ``json``.
        Raises: NoSuchAppointment, SeveralAppointments.
        """
        now = self._clock.now()
        with self._units.work() as unit:
            line = _only(unit.sheets.find(appointment, staff.clinic_id if staff else None))
            sheet = unit.sheets.newest(line.id)
            unit.sheets.add_view(
                appointment_id=line.id, staff_id=staff.id if staff else None,
                by=staff.name if staff else COMMAND_LINE, format=format, now=now,
            )
            record = SheetRecord(
                appointment=line, state=state_of(line, now), sheet=sheet, flags=unit.sheets.flags(line.id),
                # A check-in's first step is the person's own words: theirs to keep until they share the sheet.
                check_ins=unit.sheets.check_ins(line.id) if sheet else (),
            )
        log.info("sheet of appointment %s opened by %s as %s", line.id, staff.id if staff else COMMAND_LINE, format)
        return record


def _only(found: list[AppointmentLine]) -> AppointmentLine:
    if not found:
        raise NoSuchAppointment
    if len(found) > 1:
        raise SeveralAppointments([line.id for line in found])
    return found[0]
