"""Clinics, the people who work there, and the people they invite."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Integer, String, UniqueConstraint

from bot.store.tables.base import Base, Instant, identity, reference_to


class Clinic(Base):
    """Who invites. ``safety_contact`` is what was noted before there was a list of contacts, and is only shown there.

    ``alert_minutes``: how long a safety contact has to acknowledge a flag, where none are set for that contact.
    """

    __tablename__ = "clinics"
    id = identity()
    name = Column(String(200), nullable=False)
    slug = Column(String(60), nullable=False, unique=True)
    timezone = Column(String(60), nullable=False)
    phone = Column(String(60), nullable=False, default="")
    hours = Column(String(200), nullable=False, default="")
    safety_contact = Column(String(200), nullable=False, default="")
    alert_minutes = Column(Integer, nullable=False, default=15)
    demo = Column(Boolean, nullable=False, default=False)
    topics = Column(JSON, nullable=False, default=list)


class Staff(Base):
    """Somebody who logs in. ``role`` is ``clinician`` or ``programme``."""

    __tablename__ = "staff"
    id = identity()
    clinic_id = reference_to("clinics.id", index=True)
    username = Column(String(120), nullable=False, unique=True)
    name = Column(String(200), nullable=False)
    role = Column(String(20), nullable=False)
    password_hash = Column(String(200), nullable=False)
    failures = Column(Integer, nullable=False, default=0)
    locked_until = Column(Instant)


class StaffSession(Base):
    """A login. Only a digest of the cookie is kept; ``csrf`` must come back with every change."""

    __tablename__ = "staff_sessions"
    token_digest = Column(String(64), primary_key=True)
    staff_id = reference_to("staff.id", index=True)
    csrf = Column(String(64), nullable=False)
    created_at = Column(Instant, nullable=False)
    expires_at = Column(Instant, nullable=False)


class Patient(Base):
    """A person of one clinic. ``messages_stopped_at`` is set by STOP and cleared by START."""

    __tablename__ = "patients"
    __table_args__ = (UniqueConstraint("clinic_id", "reference"),)
    id = identity()
    clinic_id = reference_to("clinics.id", index=True)
    reference = Column(String(60), nullable=False)
    name = Column(String(200), nullable=False)
    timezone = Column(String(60), nullable=False)
    messages_stopped_at = Column(Instant)
    created_at = Column(Instant, nullable=False)
