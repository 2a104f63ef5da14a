"""Appointments, and the invitations to prepare for them."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, UniqueConstraint

from bot.store.tables.base import Base, Instant, identity, reference_to


class Appointment(Base):
    __tablename__ = "appointments"
    __table_args__ = (UniqueConstraint("clinic_id", "reference"),)
    id = identity()
    reference = Column(String(60), nullable=False)
    clinic_id = reference_to("clinics.id", index=True)
    patient_id = reference_to("patients.id", index=True)
    starts_at = Column(Instant, nullable=False)
    timezone = Column(String(60), nullable=False)
    type = Column(String(40), nullable=False, default="follow_up")
    needs = Column(String(40), nullable=False, default="")
    clinician = Column(String(200), nullable=False, default="")


class Import(Base):
    """One list of invitations brought in, whole or not at all."""

    __tablename__ = "imports"
    id = identity()
    clinic_id = reference_to("clinics.id", index=True)
    filename = Column(String(255), nullable=False)
    rows = Column(Integer, nullable=False)
    staff_id = reference_to("staff.id", nullable=True)
    created_at = Column(Instant, nullable=False)


class Invitation(Base):
    """An invitation to prepare for one appointment. ``code`` is the unsigned part of its link."""

    __tablename__ = "invitations"
    id = identity()
    code = Column(String(22), nullable=False, unique=True)
    appointment_id = reference_to("appointments.id", index=True)
    import_id = reference_to("imports.id", nullable=True)
    created_at = Column(Instant, nullable=False)
    expires_at = Column(Instant, nullable=False)
    opened_at = Column(Instant)
    revoked_at = Column(Instant)


class WebSession(Base):
    """The cookie an invitation link was exchanged for; only its digest is kept."""

    __tablename__ = "web_sessions"
    token_digest = Column(String(64), primary_key=True)
    conversation_id = reference_to("conversations.id", index=True)
    invitation_id = reference_to("invitations.id", index=True)
    created_at = Column(Instant, nullable=False)
    expires_at = Column(Instant, nullable=False)
