"""A clinic's safety contacts: who is told of its flags, in which order, and how long each has.

Without one a clinic invites nobody.
"""

from __future__ import annotations

import logging
import re
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.alerts import DEFAULT_MINUTES, FEWEST_MINUTES, MOST_MINUTES, Contact
from bot.core.staff import LoggedIn, plain_username

log = logging.getLogger(__name__)
LONGEST = 200
MOST_CONTACTS = 20
_EMAIL = re.compile(r"[^\s@<>\",;]+@[^\s@<>\",;]+")


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


class ContactError(ValueError):
    """The list cannot be changed like this; the message says why, and what to do."""


@dataclass(frozen=True)
class ContactList:
    """A clinic's list. ``noted_before``: whom the clinic noted before there was a list; shown while it is empty."""

    contacts: tuple[Contact, ...]
    minutes: int = DEFAULT_MINUTES
    noted_before: str = ""
    staff: tuple[tuple[str, str], ...] = ()

    def minutes_of(self, contact: Contact) -> int:
        """How long this contact has."""
        return self.minutes if contact.minutes is None else contact.minutes


class SafetyContacts:
    """Shows and changes the list of one clinic; another's contacts do not exist."""

    def __init__(self, units: _Units, clock: Clock) -> None:
        self._units, self._clock = units, clock

    def __call__(self, clinic_id: str) -> ContactList:
        """The list as it is now."""
        with self._units.reading() as unit:
            rows = unit.contacts
            return ContactList(
                tuple(rows.of(clinic_id)), rows.minutes(clinic_id), rows.noted_before(clinic_id),
                tuple(rows.staff_names(clinic_id)))

    def includes(self, staff: LoggedIn) -> bool:
        """Whether this member of staff is on their clinic's list."""
        with self._units.reading() as unit:
            return unit.contacts.has_staff(staff.clinic_id, staff.id)

    def add(
        self, clinic_id: str, *, name: str = "", email: str = "", username: str = "", minutes: int | None = None,
        first: bool = False,
    ) -> Contact:
        """Put somebody on the list, last or ``first``.

        Args:
            username: of a member of staff; their name need not be given then, and the e-mail may be left out.
        Raises: ContactError.
        """
        name, email = " ".join(name.split()), email.strip()
        _check_minutes(minutes)
        if email and (len(email) > LONGEST or not _EMAIL.fullmatch(email)):
            raise ContactError(f"'{email}' is not an e-mail address. Write one such as duty@clinic.example.")
        now = self._clock.now()
        with self._units.work() as unit:
            unit.contacts.hold(clinic_id)
            staff_id, name = self._whose(unit, clinic_id, username, name)
            if not email and staff_id is None:
                raise ContactError("Give an e-mail address, or choose somebody who has a login here.")
            there = unit.contacts.of(clinic_id)
            _refuse_double(there, staff_id, email)
            added = unit.contacts.add(clinic_id, name=name, email=email, staff_id=staff_id, minutes=minutes,
                                      place=len(there) + 1, now=now)
            if first:
                unit.contacts.order([added, *(one.id for one in there)])
            found = next(one for one in unit.contacts.of(clinic_id) if one.id == added)
        log.info("safety contact %s added to clinic %s", added, clinic_id)
        return found

    def remove(self, clinic_id: str, contact_id: str) -> Contact:
        """Take somebody off the list. What they had not acknowledged goes to the next at once.

        Raises: ContactError, also for the last contact while people can still write.
        """
        now = self._clock.now()
        with self._units.work() as unit:
            unit.contacts.hold(clinic_id)
            there = unit.contacts.of(clinic_id)
            contact = _one(there, contact_id)
            still_open = unit.contacts.open_preparations(clinic_id, now) if len(there) == 1 else 0
            if still_open:
                people = "1 person" if still_open == 1 else f"{still_open:,} people"
                raise ContactError(
                    f"{contact.name} is the last safety contact, and {people} can still write to this clinic. "
                    "Add another contact first, then remove this one.")
            unit.contacts.remove(contact_id, now)
            unit.contacts.order([one.id for one in there if one.id != contact_id])
        log.info("safety contact %s removed from clinic %s", contact_id, clinic_id)
        return contact

    def move(self, clinic_id: str, contact_id: str, place: int) -> None:
        """Put a contact at this place (1 is first; what is past the end is last). Raises: ContactError."""
        with self._units.work() as unit:
            unit.contacts.hold(clinic_id)
            there = unit.contacts.of(clinic_id)
            moved = _one(there, contact_id)
            others = [one.id for one in there if one.id != moved.id]
            others.insert(max(0, place - 1), moved.id)
            unit.contacts.order(others)

    def set_minutes(self, clinic_id: str, minutes: int | None, contact_id: str | None = None) -> None:
        """How long a contact has; without one, how long everybody has who has no minutes of their own.

        Args:
            minutes: nothing, with a contact: the clinic's count again.
        Raises: ContactError.
        """
        _check_minutes(minutes)
        if minutes is None and contact_id is None:
            raise ContactError("Say how many minutes.")
        with self._units.work() as unit:
            if contact_id is not None:
                _one(unit.contacts.of(clinic_id), contact_id)
            unit.contacts.set_minutes(clinic_id, contact_id, minutes)

    @staticmethod
    def _whose(unit: Any, clinic_id: str, username: str, name: str) -> tuple[str | None, str]:
        if username:
            found = unit.contacts.staff(clinic_id, plain_username(username))
            if found is None:
                raise ContactError(f"Nobody at this clinic logs in as '{username}'.")
            return found[0], name[:LONGEST] or found[1]
        if not name or len(name) > LONGEST:
            raise ContactError(f"A contact needs a name of at most {LONGEST} letters.")
        return None, name


def _check_minutes(minutes: int | None) -> None:
    if minutes is not None and not FEWEST_MINUTES <= minutes <= MOST_MINUTES:
        raise ContactError(f"The minutes must be from {FEWEST_MINUTES} to {MOST_MINUTES}.")


def _refuse_double(there: list[Contact], staff_id: str | None, email: str) -> None:
    if len(there) >= MOST_CONTACTS:
        raise ContactError(f"There are {MOST_CONTACTS} contacts. Remove one first.")
    for one in there:
        if (staff_id and one.staff_id == staff_id) or (email and one.email.casefold() == email.casefold()):
            raise ContactError(f"{one.name} is on the list already.")


def _one(there: list[Contact], contact_id: str) -> Contact:
    for contact in there:
        if contact.id == contact_id:
            return contact
    raise ContactError("This contact is not on the list any more. Look at the list again.")
