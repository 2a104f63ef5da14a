"""Invitations as rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.core.invitation import InvitationState
from bot.store.tables import Appointment, Clinic, Conversation, Invitation, Patient, new_id


class Invitations:
    """Finds, opens, revokes and adds invitations within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_code(self, code: str) -> InvitationState | None:
        """The invitation with this (unsigned) code, or nothing."""
        return self._one(Invitation.code == code)

    def by_id(self, invitation_id: str) -> InvitationState | None:
        """The invitation with this id, or nothing."""
        return self._one(Invitation.id == invitation_id)

    def mark_opened(self, invitation_id: str, now: datetime) -> None:
        """Remember the first time it was opened; later times change nothing."""
        self._session.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id, Invitation.opened_at.is_(None))
            .values(opened_at=now)
        )

    def revoke(self, invitation_id: str, now: datetime) -> None:
        """From now on the link does not open; revoking twice keeps the first time."""
        self._session.execute(
            update(Invitation)
            .where(Invitation.id == invitation_id, Invitation.revoked_at.is_(None))
            .values(revoked_at=now)
        )

    def revoke_all(self, appointment_id: str, now: datetime) -> None:
        """From now on no link to this appointment opens."""
        self._session.execute(
            update(Invitation)
            .where(Invitation.appointment_id == appointment_id, Invitation.revoked_at.is_(None))
            .values(revoked_at=now)
            .execution_options(synchronize_session="fetch")
        )

    def add(
        self, *, code: str, appointment_id: str, now: datetime, expires_at: datetime, import_id: str | None = None
    ) -> str:
        """A new invitation for an appointment. Returns its id."""
        row = Invitation(
            id=new_id(), code=code, appointment_id=appointment_id, import_id=import_id,
            created_at=now, expires_at=expires_at,
        )
        self._session.add(row)
        self._session.flush()
        return row.id

    def conversation_for(self, invitation: InvitationState, now: datetime) -> str:
        """The id of the appointment's conversation, made when it is missing.

        Two openings at the same moment may both find none; the second insert then meets the unique column,
        is undone to its savepoint, and takes the first one's row.
        """
        wanted = select(Conversation.id).where(Conversation.appointment_id == invitation.appointment_id)
        found = self._session.execute(wanted).scalar_one_or_none()
        if found:
            return found
        row = Conversation(
            id=new_id(), appointment_id=invitation.appointment_id, patient_id=invitation.patient_id, created_at=now
        )
        try:
            with self._session.begin_nested():
                self._session.add(row)
        except IntegrityError:
            return self._session.execute(wanted).scalar_one()
        return row.id

    def _one(self, condition) -> InvitationState | None:  # type: ignore[no-untyped-def]
        row = self._session.execute(
            select(Invitation, Appointment, Patient.name, Clinic, Conversation.id)
            .join(Appointment, Appointment.id == Invitation.appointment_id)
            .join(Patient, Patient.id == Appointment.patient_id)
            .join(Clinic, Clinic.id == Appointment.clinic_id)
            .outerjoin(Conversation, Conversation.appointment_id == Appointment.id)
            .where(condition)
        ).first()
        return _state(*row) if row else None


def _state(
    invitation: Invitation, appointment: Appointment, patient_name: str, clinic: Clinic, conversation_id: str | None
) -> InvitationState:
    return InvitationState(
        id=invitation.id, code=invitation.code, appointment_id=appointment.id, patient_id=appointment.patient_id,
        patient_name=patient_name, clinic_id=clinic.id, clinic_name=clinic.name, clinic_phone=clinic.phone,
        clinic_hours=clinic.hours, clinician=appointment.clinician, starts_at=appointment.starts_at,
        timezone=appointment.timezone, appointment_type=appointment.type, expires_at=invitation.expires_at,
        revoked_at=invitation.revoked_at, opened_at=invitation.opened_at, conversation_id=conversation_id,
    )
