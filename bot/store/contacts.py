"""A clinic's safety contacts as rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, exists, func, or_, select, update
from sqlalchemy.orm import Session

from bot.core.alerts import Contact
from bot.store.tables import (
    Alert,
    Appointment,
    Clinic,
    Conversation,
    Flag,
    Invitation,
    Preparation,
    SafetyContact,
    Staff,
    new_id,
)


class Contacts:
    """Lists and changes safety contacts within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def hold(self, clinic_id: str) -> None:
        """Nobody else changes this clinic's list until this unit ends."""
        self._session.execute(select(Clinic.id).where(Clinic.id == clinic_id).with_for_update())

    def of(self, clinic_id: str) -> list[Contact]:
        """Those on the list now, in order."""
        rows = self._session.execute(
            select(SafetyContact).where(SafetyContact.clinic_id == clinic_id, SafetyContact.removed_at.is_(None))
            .order_by(SafetyContact.place, SafetyContact.id)).scalars()
        return [Contact(row.id, row.name, row.email, row.place, row.minutes, row.staff_id) for row in rows]

    def any(self, clinic_id: str) -> bool:
        """Whether anybody is on the list."""
        return bool(self._session.execute(select(exists().where(
            SafetyContact.clinic_id == clinic_id, SafetyContact.removed_at.is_(None)))).scalar_one())

    def has_staff(self, clinic_id: str, staff_id: str) -> bool:
        """Whether this member of staff is on the list."""
        return any(one.staff_id == staff_id for one in self.of(clinic_id))

    def staff(self, clinic_id: str, username: str) -> tuple[str, str] | None:
        """Id and name of the clinic's member of staff with this (plain) user name, or nothing."""
        row = self._session.execute(
            select(Staff.id, Staff.name).where(Staff.clinic_id == clinic_id, Staff.username == username)).first()
        return (row[0], row[1]) if row else None

    def staff_names(self, clinic_id: str) -> list[tuple[str, str]]:
        """User name and name of everybody of the clinic who logs in, by name."""
        return [(row[0], row[1]) for row in self._session.execute(
            select(Staff.username, Staff.name).where(Staff.clinic_id == clinic_id).order_by(Staff.name, Staff.username))]

    def minutes(self, clinic_id: str) -> int:
        """How long a contact has where none of their own are set."""
        return self._session.execute(select(Clinic.alert_minutes).where(Clinic.id == clinic_id)).scalar_one()

    def noted_before(self, clinic_id: str) -> str:
        """Whom the clinic noted before it had a list; empty for most."""
        return self._session.execute(select(Clinic.safety_contact).where(Clinic.id == clinic_id)).scalar_one()

    def add(
        self, clinic_id: str, *, name: str, email: str, staff_id: str | None, minutes: int | None, place: int,
        now: datetime,
    ) -> str:
        """One more contact. Returns the id."""
        row = SafetyContact(
            id=new_id(), clinic_id=clinic_id, staff_id=staff_id, name=name, email=email, minutes=minutes, place=place,
            added_at=now)
        self._session.add(row)
        self._session.flush()
        return row.id

    def order(self, contact_ids: Sequence[str]) -> None:
        """Number the list anew, in this order."""
        for place, contact_id in enumerate(contact_ids, start=1):
            self._change(contact_id, place=place)

    def set_minutes(self, clinic_id: str, contact_id: str | None, minutes: int | None) -> None:
        """The minutes of one contact (nothing: the clinic's count again), or of the clinic."""
        if contact_id is not None:
            self._change(contact_id, minutes=minutes)
        else:
            self._session.execute(update(Clinic).where(Clinic.id == clinic_id).values(alert_minutes=minutes))

    def remove(self, contact_id: str, now: datetime) -> None:
        """Take somebody off the list. What they were told and did not acknowledge is the next one's at once."""
        self._change(contact_id, removed_at=now)
        waiting = select(Flag.id).where(Flag.acknowledged_at.is_(None))
        self._session.execute(
            update(Alert).where(Alert.contact_id == contact_id, Alert.flag_id.in_(waiting), Alert.due_at > now)
            .values(due_at=now).execution_options(synchronize_session=False))

    def open_preparations(self, clinic_id: str, now: datetime) -> int:
        """How many appointments somebody can still write about: an open link, or a conversation that goes on."""
        talks = exists().where(
            Conversation.appointment_id == Appointment.id, Preparation.conversation_id == Conversation.id,
            Preparation.current.is_(True), Preparation.phase == "open", Appointment.starts_at > now)
        return self._session.execute(
            select(func.count(func.distinct(Appointment.id)))
            .join(Invitation, Invitation.appointment_id == Appointment.id)
            .where(Appointment.clinic_id == clinic_id, Invitation.revoked_at.is_(None),
                   or_(Invitation.expires_at > now, and_(talks)))
        ).scalar_one()

    def _change(self, contact_id: str, **values: object) -> None:
        self._session.execute(update(SafetyContact).where(SafetyContact.id == contact_id).values(**values)
                              .execution_options(synchronize_session=False))
