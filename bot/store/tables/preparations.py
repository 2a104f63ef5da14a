"""Preparations: where they stand, every answer, what was shared and read, and check-ins."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Text, UniqueConstraint

from bot.store.tables.base import Base, Instant, identity, reference_to


class Preparation(Base):
    """Where a preparation stands. ``phase``: ``new`` ``open`` ``declined`` ``confirmed``.

    ``asking`` is the question that waits for an answer, ``trail`` the ones asked before it, for going back,
    ``resume`` the question to come back to after an aside such as a check-in. The rest as in
    ``bot.core.preparation``. A conversation has one preparation that is ``current``; one that followed an earlier one
    has a higher ``episode``.
    """

    __tablename__ = "preparations"
    id = identity()
    __table_args__ = (UniqueConstraint("conversation_id", "episode"),)
    conversation_id = Column(String(32), ForeignKey("conversations.id"), nullable=False)
    appointment_id = reference_to("appointments.id", index=True)
    phase = Column(String(12), nullable=False, default="new")
    asking = Column(String(80))
    trail = Column(JSON, nullable=False, default=list)
    resume = Column(String(80))
    misses = Column(Integer, nullable=False, default=0)
    version = Column(Integer, nullable=False, default=0)
    met = Column(JSON, nullable=False, default=list)
    wanted = Column(JSON, nullable=False, default=list)
    left_open = Column(JSON, nullable=False, default=list)
    speaker = Column(String(12), nullable=False, default="patient")
    parked = Column(JSON)
    about = Column(String(80))
    episode = Column(Integer, nullable=False, default=1)
    follows = Column(Instant)
    current = Column(Boolean, nullable=False, default=True)
    started_at = Column(Instant, nullable=False)
    changed_at = Column(Instant, nullable=False)
    confirmed_at = Column(Instant)


class Answer(Base):
    """One answer to one question, verbatim. A later answer supersedes it; nothing is deleted.

    ``state``: ``answered`` ``skipped`` ``not_sure`` ``no`` ``unclear`` ``removed`` — never folded into one another.
    ``given_by``: ``patient`` or ``helper``.
    """

    __tablename__ = "answers"
    __table_args__ = (Index("ix_answers_current", "preparation_id", "superseded_at"),)
    id = identity()
    preparation_id = reference_to("preparations.id")
    inbox_id = reference_to("inbox.id")
    question = Column(String(80), nullable=False)
    state = Column(String(12), nullable=False)
    words = Column(Text)
    value = Column(JSON)
    given_by = Column(String(12), nullable=False, default="patient")
    private = Column(Boolean, nullable=False, default=False)
    at = Column(Instant, nullable=False)
    superseded_at = Column(Instant)


class Consent(Base):
    """A yes or no to one version of the consent text."""

    __tablename__ = "consents"
    id = identity()
    patient_id = reference_to("patients.id", index=True)
    conversation_id = reference_to("conversations.id")
    version = Column(String(20), nullable=False)
    given = Column(Boolean, nullable=False)
    at = Column(Instant, nullable=False)


class SharedSheet(Base):
    """The sheet as the person confirmed it. The newest one is what the clinician sees."""

    __tablename__ = "shared_sheets"
    __table_args__ = (UniqueConstraint("preparation_id", "version"),)
    id = identity()
    preparation_id = reference_to("preparations.id")
    version = Column(Integer, nullable=False)
    content = Column(JSON, nullable=False)
    confirmed_at = Column(Instant, nullable=False)


class SheetView(Base):
    """Somebody opened a sheet."""

    __tablename__ = "sheet_views"
    id = identity()
    appointment_id = reference_to("appointments.id", index=True)
    staff_id = reference_to("staff.id", nullable=True)
    by = Column(String(120), nullable=False)
    format = Column(String(10), nullable=False)
    at = Column(Instant, nullable=False)


class CheckIn(Base):
    """A check-in the person chose. ``state``: ``planned`` → ``asked`` → ``answered`` | ``stopped``.

    ``answer``: ``done`` ``partly`` ``not_yet`` ``changed_mind`` ``skipped`` ``unclear``.
    """

    __tablename__ = "check_ins"
    id = identity()
    preparation_id = reference_to("preparations.id", index=True)
    first_step = Column(Text, nullable=False)
    due_at = Column(Instant, nullable=False)
    timezone = Column(String(60), nullable=False)
    state = Column(String(10), nullable=False, default="planned")
    asked_at = Column(Instant)
    answer = Column(String(20))
    words = Column(Text)
    answered_at = Column(Instant)
    __table_args__ = (Index("ix_check_ins_state_due", "state", "due_at"),)
