"""A clinic's flags, for the page of flags: those that wait, and those acknowledged last."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.flags import FlagEntry

DONE_SHOWN = 30


class _Units(Protocol):
    def reading(self) -> AbstractContextManager[Any]: ...


class FlagNotThere(LookupError):
    """The flag is not there, or is another clinic's."""


@dataclass(frozen=True)
class Flags:
    """``waiting``: nobody acknowledged them; the oldest first. ``contacts``: whether anybody is on the clinic's list."""

    now: datetime
    waiting: list[FlagEntry]
    done: list[FlagEntry]
    contacts: bool

    @property
    def mail_trouble(self) -> bool:
        """Whether an e-mail about a waiting flag could not be sent so far."""
        return any(one.mail_trouble for one in self.waiting)


class ShowFlags:
    """Reads a clinic's flags."""

    def __init__(self, units: _Units, clock: Clock) -> None:
        self._units, self._clock = units, clock

    def __call__(self, clinic_id: str) -> Flags:
        """Everything the page shows."""
        with self._units.reading() as unit:
            return Flags(
                self._clock.now(), unit.flag_list.waiting(clinic_id), unit.flag_list.done(clinic_id, DONE_SHOWN),
                unit.contacts.any(clinic_id))

    def one(self, clinic_id: str, flag_id: str) -> tuple[FlagEntry, datetime]:
        """One flag and the present time. Raises: FlagNotThere."""
        with self._units.reading() as unit:
            found = unit.flag_list.one(clinic_id, flag_id)
        if found is None:
            raise FlagNotThere(flag_id)
        return found, self._clock.now()
