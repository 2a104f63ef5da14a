"""What the team sends, and what somebody has to look at."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Text

from bot.store.tables.base import Base, Instant, identity, reference_to


class Nudge(Base):
    """One message from the programme team to a chosen group."""

    __tablename__ = "nudges"
    id = identity()
    clinic_id = reference_to("clinics.id", index=True)
    staff_id = reference_to("staff.id", nullable=True)
    group = Column(String(40), nullable=False)
    key = Column(String(80), nullable=False)
    reached = Column(Integer, nullable=False)
    left_out = Column(JSON, nullable=False, default=dict)
    created_at = Column(Instant, nullable=False)


class Flag(Base):
    """A message that may mean danger. It never becomes an agenda item; a named person acknowledges it."""

    __tablename__ = "flags"
    id = identity()
    conversation_id = reference_to("conversations.id", index=True)
    appointment_id = reference_to("appointments.id", index=True)
    inbox_id = Column(String(32), ForeignKey("inbox.id"), nullable=False, unique=True)
    kind = Column(String(30), nullable=False)
    rule = Column(String(80), nullable=False)
    words = Column(Text, nullable=False)
    raised_at = Column(Instant, nullable=False)
    acknowledged_at = Column(Instant)
    acknowledged_by = reference_to("staff.id", nullable=True)
    note = Column(Text)
