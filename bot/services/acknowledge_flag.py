"""Somebody of the staff says that they have seen a safety flag. The first name and time stay; its clock ends."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.core.clinic_day import AppointmentLine
from bot.core.staff import LoggedIn

log = logging.getLogger(__name__)
LONGEST_NOTE = 2000


class FlagStore(Protocol):
    def find(self, appointment: str, clinic_id: str | None) -> list[AppointmentLine]: ...
    def acknowledge(
        self, flag_id: str, appointment_id: str, staff_id: str, note: str | None, now: datetime
    ) -> bool: ...


class AlertStore(Protocol):
    def end(self, flag_id: str) -> None: ...


class _Unit(Protocol):
    sheets: FlagStore
    alerts: AlertStore


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class NoSuchFlag(LookupError):
    """The flag or its appointment is not there, or is another clinic's."""


class NoteTooLong(ValueError):
    """A note is never cut: it is refused, so that its writer can shorten it."""


class AcknowledgeFlag:
    """Puts a name, a time and perhaps a note to a flag."""

    def __init__(self, units: _Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def __call__(self, appointment_id: str, flag_id: str, staff: LoggedIn, note: str) -> None:
        """Acknowledge it; when somebody already has, their name stays and this changes nothing.

        Raises: NoSuchFlag, NoteTooLong.
        """
        note = note.strip()
        if len(note) > LONGEST_NOTE:
            raise NoteTooLong
        with self._units.work() as unit:
            known = any(line.id == appointment_id for line in unit.sheets.find(appointment_id, staff.clinic_id))
            now = self._clock.now()
            if not known or not unit.sheets.acknowledge(flag_id, appointment_id, staff.id, note or None, now):
                raise NoSuchFlag
            unit.alerts.end(flag_id)
        log.info("flag %s acknowledged by staff %s", flag_id, staff.id)
