"""What the team sends, and what somebody has to look at."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Text, UniqueConstraint

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
    """A message that may mean danger. It never becomes an agenda item; a named person acknowledges it.

    ``alerting``: the clinic's safety contacts are told of it, one after the other; a first low mood only waits.
    ``also``: what else was found in the message when it was flagged, a JSON list of [kind, words].
    """

    __tablename__ = "flags"
    id = identity()
    conversation_id = reference_to("conversations.id", index=True)
    appointment_id = reference_to("appointments.id", index=True)
    inbox_id = Column(String(32), ForeignKey("inbox.id"), nullable=False, unique=True)
    kind = Column(String(30), nullable=False)
    rule = Column(String(80), nullable=False)
    words = Column(Text, nullable=False)
    raised_at = Column(Instant, nullable=False)
    alerting = Column(Boolean, nullable=False, default=True)
    also = Column(Text, nullable=False, default="[]")
    acknowledged_at = Column(Instant)
    acknowledged_by = reference_to("staff.id", nullable=True)
    note = Column(Text)


class FlagRemark(Base):
    """What the person said about a flag afterwards, in their own words. Rows are added and never changed.

    ``how``: ``typed`` or ``tapped``. It neither closes the flag nor stops its clock.
    """

    __tablename__ = "flag_remarks"
    __table_args__ = (UniqueConstraint("flag_id", "inbox_id"),)
    id = identity()
    flag_id = reference_to("flags.id", index=True)
    inbox_id = reference_to("inbox.id")
    how = Column(String(10), nullable=False)
    words = Column(Text, nullable=False)
    at = Column(Instant, nullable=False)


class SafetyContact(Base):
    """Somebody a clinic's flags go to. ``place`` is their turn; ``minutes`` is nothing where the clinic's count.

    A contact who was taken off the list keeps the row (``removed_at``): alerts name whom they went to.
    """

    __tablename__ = "safety_contacts"
    id = identity()
    clinic_id = reference_to("clinics.id", index=True)
    staff_id = reference_to("staff.id", nullable=True)
    name = Column(String(200), nullable=False)
    email = Column(String(200), nullable=False, default="")
    minutes = Column(Integer)
    place = Column(Integer, nullable=False)
    added_at = Column(Instant, nullable=False)
    removed_at = Column(Instant)


class Alert(Base):
    """One contact told of one flag. ``state``: ``due`` → ``claimed`` → ``sent`` | ``failed`` | ``dropped``.

    ``number`` counts the tellings of a flag, so that the same one cannot be made twice; ``round`` counts how often the
    list was gone through. ``due_at``: not acknowledged by then, the next contact is told. The rest is about the e-mail.
    """

    __tablename__ = "alerts"
    __table_args__ = (UniqueConstraint("flag_id", "number"), Index("ix_alerts_state_not_before", "state", "not_before"))
    id = identity()
    flag_id = reference_to("flags.id")
    contact_id = reference_to("safety_contacts.id", index=True)
    number = Column(Integer, nullable=False)
    round = Column(Integer, nullable=False)
    name = Column(String(200), nullable=False)
    email = Column(String(200), nullable=False)
    made_at = Column(Instant, nullable=False)
    due_at = Column(Instant, nullable=False)
    state = Column(String(10), nullable=False, default="due")
    not_before = Column(Instant, nullable=False)
    claimed_by = Column(String(40))
    claimed_at = Column(Instant)
    sent_at = Column(Instant)
    outcome = Column(String(60))
    tries = Column(Integer, nullable=False, default=0)


class AlertTry(Base):
    """One try to send an alert's e-mail. ``outcome`` stays ``begun`` when the process died in between."""

    __tablename__ = "alert_tries"
    __table_args__ = (UniqueConstraint("alert_id", "number"),)
    id = identity()
    alert_id = reference_to("alerts.id")
    number = Column(Integer, nullable=False)
    at = Column(Instant, nullable=False)
    outcome = Column(String(60), nullable=False)
