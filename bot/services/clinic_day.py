"""A clinic's appointments, day by day, with how far each preparation is."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.clock import Clock
from bot.core.clinic_day import DAYS_AHEAD, AppointmentLine, by_day, day_in, state_of, window
from bot.core.staff import LoggedIn


class DayStore(Protocol):
    def between(self, clinic_id: str, start: datetime, end: datetime) -> list[AppointmentLine]: ...
    def flagged(self, clinic_id: str) -> list[AppointmentLine]: ...


class _Unit(Protocol):
    sheets: DayStore


class _Units(Protocol):
    def reading(self) -> AbstractContextManager[_Unit]: ...


@dataclass(frozen=True)
class Listed:
    """One line of the list and its state (:func:`bot.core.clinic_day.state_of`)."""

    line: AppointmentLine
    state: str


@dataclass(frozen=True)
class ClinicDays:
    """``days`` are the coming ones with how many appointments each has; ``shown`` those on the page."""

    today: date
    days: dict[date, int]
    shown: dict[date, list[Listed]]
    flagged: list[AppointmentLine]


class ShowClinic:
    """The clinic's list of the coming days, or of one day."""

    def __init__(self, units: _Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    def __call__(self, staff: LoggedIn, day: date | None = None) -> ClinicDays:
        """``staff``'s own clinic: ``day`` alone, or today and the days after it when none is given."""
        now = self._clock.now()
        today = day_in(staff.clinic_timezone, now)
        with self._units.reading() as unit:
            coming = by_day(unit.sheets.between(staff.clinic_id, *window(today, DAYS_AHEAD)), today, DAYS_AHEAD)
            shown = coming if day is None else by_day(unit.sheets.between(staff.clinic_id, *window(day, 1)), day, 1)
            flagged = unit.sheets.flagged(staff.clinic_id)
        return ClinicDays(
            today=today, days={one: len(lines) for one, lines in coming.items()}, flagged=flagged,
            shown={one: [Listed(line, state_of(line, now)) for line in lines] for one, lines in shown.items()},
        )
