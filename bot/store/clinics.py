"""Clinics as rows."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.core.clinic import ClinicFacts, NewContact
from bot.store.contacts import Contacts
from bot.store.tables import Appointment, Clinic, Invitation, new_id


class Clinics:
    """Finds and adds clinics within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def id_of(self, slug: str) -> str | None:
        """The id of the clinic with this short name, or nothing."""
        return self._session.execute(select(Clinic.id).where(Clinic.slug == slug)).scalar_one_or_none()

    def add(self, facts: ClinicFacts) -> str:
        """A new clinic, without contacts. Returns its id. The caller has made sure the short name is free."""
        row = Clinic(
            id=new_id(), name=facts.name, slug=facts.slug, timezone=facts.timezone, phone=facts.phone, hours=facts.hours,
            demo=facts.demo, topics=list(facts.topics))
        self._session.add(row)
        self._session.flush()
        return row.id

    def set_topics(self, slug: str, topics: tuple[str, ...]) -> None:
        """What the clinic's people are offered to tick from now on."""
        self._session.execute(update(Clinic).where(Clinic.slug == slug).values(topics=list(topics)))

    def codes(self, clinic_id: str) -> dict[str, str]:
        """The newest invitation's code for each appointment, by the appointment's reference."""
        rows = self._session.execute(
            select(Appointment.reference, Invitation.code)
            .join(Invitation, Invitation.appointment_id == Appointment.id)
            .where(Appointment.clinic_id == clinic_id)
            .order_by(Invitation.created_at, Invitation.id)
        )
        return dict(rows.all())

    def all(self) -> list[ClinicFacts]:
        """Every clinic, by name."""
        rows, contacts = self._session.execute(select(Clinic).order_by(Clinic.name)).scalars().all(), Contacts(self._session)
        return [
            ClinicFacts(
                row.name, row.slug, row.timezone, row.phone, row.hours,
                tuple(NewContact(one.name, one.email) for one in contacts.of(row.id)), row.demo, tuple(row.topics))
            for row in rows
        ]
