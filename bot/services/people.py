"""The people a clinic invited, for the programme team: where each stands, their links, and changes to those."""

from __future__ import annotations

import logging
from contextlib import AbstractContextManager
from typing import Any, Protocol

from bot.clock import Clock
from bot.core.invited import MadeInvitation, NobodyToTell, link_expires
from bot.core.people import FILTERS, InvitedPerson, Page
from bot.services.links import Links

log = logging.getLogger(__name__)


class _Units(Protocol):
    def work(self) -> AbstractContextManager[Any]: ...
    def reading(self) -> AbstractContextManager[Any]: ...


class NoSuchPerson(LookupError):
    """This clinic invited nobody with this appointment."""


class InvitedPeople:
    """Looks, takes links back, and makes new ones. Everything is within one clinic; another's people do not exist."""

    def __init__(self, units: _Units, links: Links, clock: Clock, days: int) -> None:
        self._units, self._links, self._clock, self._days = units, links, clock, days

    def counts(self, clinic_id: str) -> dict[str, int]:
        """How many stand in each state; see :class:`bot.core.people.InvitedPerson`."""
        with self._units.reading() as unit:
            return unit.people.counts(clinic_id, self._clock.now())

    def page(self, clinic_id: str, number: int = 1, wanted: str = "", search: str = "") -> Page:
        """One page of the list. An unknown ``wanted`` shows everybody."""
        with self._units.reading() as unit:
            known = wanted if wanted in FILTERS else ""
            return unit.people.page(clinic_id, self._clock.now(), number, known, search[:200])

    def links(self, clinic_id: str, wanted: str = "", search: str = "") -> list[MadeInvitation]:
        """The links of those on the list that still open."""
        now = self._clock.now()
        with self._units.reading() as unit:
            people = unit.people.every(clinic_id, now, wanted if wanted in FILTERS else "", search[:200])
        return [
            MadeInvitation(one.name, one.appointment_reference, one.code, one.expires_at)
            for one in people if one.link_works(now)
        ]

    def one(self, clinic_id: str, appointment_id: str) -> InvitedPerson:
        """One person's appointment. Raises: NoSuchPerson."""
        with self._units.reading() as unit:
            return self._one(unit, clinic_id, appointment_id)

    def find(self, clinic_id: str, reference: str) -> InvitedPerson:
        """The person with exactly this appointment reference, or behind this link. Raises: NoSuchPerson."""
        with self._units.reading() as unit:
            for one in unit.people.every(clinic_id, self._clock.now()):
                if reference in (one.appointment_reference, one.code, self._links.url(one.code)):
                    return one
        raise NoSuchPerson(reference)

    def revoke(self, clinic_id: str, appointment_id: str) -> InvitedPerson:
        """Take every link to this appointment back: none opens any more, and the chat page closes at once.

        Raises: NoSuchPerson.
        """
        now = self._clock.now()
        with self._units.work() as unit:
            self._one(unit, clinic_id, appointment_id)
            unit.invitations.revoke_all(appointment_id, now)
            person = self._one(unit, clinic_id, appointment_id)
        log.info("links to appointment %s taken back", appointment_id)
        return person

    def new_link(self, clinic_id: str, appointment_id: str) -> InvitedPerson:
        """A fresh link to this appointment; the earlier ones stop working. What was prepared stays.

        Raises: NoSuchPerson; NobodyToTell while the clinic has no safety contact.
        """
        now = self._clock.now()
        with self._units.work() as unit:
            person = self._one(unit, clinic_id, appointment_id)
            if not unit.contacts.any(clinic_id):
                raise NobodyToTell
            unit.invitations.revoke_all(appointment_id, now)
            unit.invitations.add(
                code=self._links.new_code(), appointment_id=appointment_id, now=now,
                expires_at=link_expires(now, person.starts_at, self._days),
            )
            fresh = self._one(unit, clinic_id, appointment_id)
        log.info("new link to appointment %s", appointment_id)
        return fresh

    def _one(self, unit: Any, clinic_id: str, appointment_id: str) -> InvitedPerson:
        person = unit.people.one(clinic_id, appointment_id, self._clock.now())
        if person is None:
            raise NoSuchPerson(appointment_id)
        return person
