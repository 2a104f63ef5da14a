"""Conversations: where they are held, what came in, what was decided, what goes out."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Text, UniqueConstraint

from bot.store.tables.base import Base, Instant, identity, reference_to


class Conversation(Base):
    """One person talking about one appointment, over any number of channels. Its id is Rasa's sender id.

    ``last_seq`` numbers everything said by either side. ``channel`` is the one the person used last.
    ``held_until`` is a lease: whoever holds it takes the next turn.
    """

    __tablename__ = "conversations"
    id = identity()
    appointment_id = Column(String(32), ForeignKey("appointments.id"), nullable=False, unique=True)
    patient_id = reference_to("patients.id", index=True)
    channel = Column(String(20), nullable=False, default="web")
    last_seq = Column(Integer, nullable=False, default=0)
    last_heard_at = Column(Instant)
    held_by = Column(String(40))
    held_until = Column(Instant)
    created_at = Column(Instant, nullable=False)


class Binding(Base):
    """A conversation's address on a channel, e.g. a Telegram chat. One chat talks in one conversation at a time."""

    __tablename__ = "bindings"
    __table_args__ = (UniqueConstraint("channel", "address"),)
    id = identity()
    conversation_id = reference_to("conversations.id", index=True)
    channel = Column(String(20), nullable=False)
    address = Column(String(64), nullable=False)
    created_at = Column(Instant, nullable=False)
    blocked_at = Column(Instant)


class Inbox(Base):
    """Everything that came in, kept before anything else sees it.

    ``kind``: ``text`` typed · ``tap`` a quick reply · ``command`` (skip, back, help …) · ``begin`` the link was opened
    · ``check_in`` a check-in fell due. ``question`` is what the sender was looking at. ``external_id`` is the channel's
    own id of the message, so that one delivered twice is stored once. ``state``: ``received`` → ``handled``.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("conversation_id", "channel", "external_id"), UniqueConstraint("conversation_id", "seq"),
        Index("ix_inbox_state", "state"),
    )
    id = identity()
    conversation_id = reference_to("conversations.id", index=True)
    seq = Column(Integer, nullable=False)
    channel = Column(String(20), nullable=False)
    external_id = Column(String(80), nullable=False)
    kind = Column(String(20), nullable=False)
    text = Column(Text, nullable=False, default="")
    question = Column(String(80))
    value = Column(String(200))
    received_at = Column(Instant, nullable=False)
    state = Column(String(12), nullable=False, default="received")
    handled_at = Column(Instant)
    delay_told = Column(Boolean, nullable=False, default=False)


class Turn(Base):
    """What was decided for one inbound message, so that a repeated try says the same and changes nothing."""

    __tablename__ = "turns"
    inbox_id = Column(String(32), ForeignKey("inbox.id"), primary_key=True)
    conversation_id = reference_to("conversations.id", index=True)
    decided = Column(JSON, nullable=False)
    at = Column(Instant, nullable=False)


class Outbox(Base):
    """Everything that goes out, by one road. ``state``: ``due`` → ``claimed`` → ``sent`` | ``failed`` | ``dropped``.

    ``kind``: ``reply`` · ``safety`` · ``notice`` (what the person set off) · ``check_in`` · ``nudge`` (unasked).
    ``key`` and ``wording`` name the sentence and its version; ``once`` keeps a message from being queued twice.
    ``buttons`` is a list of ``{"title": …, "value": …}``; ``scale`` is ``{"low": …, "high": …}`` or nothing.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("conversation_id", "seq"), Index("ix_outbox_state_not_before", "state", "not_before"),
        Index("ix_outbox_channel_claimed_at", "channel", "claimed_at"),
    )
    id = identity()
    conversation_id = reference_to("conversations.id", index=True)
    seq = Column(Integer, nullable=False)
    once = Column(String(100), nullable=False, unique=True)
    kind = Column(String(12), nullable=False)
    key = Column(String(80), nullable=False)
    wording = Column(String(40), nullable=False)
    text = Column(Text, nullable=False)
    question = Column(String(80))
    buttons = Column(JSON, nullable=False, default=list)
    scale = Column(JSON)
    step = Column(JSON)
    channel = Column(String(20), nullable=False)
    created_at = Column(Instant, nullable=False)
    not_before = Column(Instant, nullable=False)
    state = Column(String(10), nullable=False, default="due")
    claimed_by = Column(String(40))
    claimed_at = Column(Instant)
    sent_at = Column(Instant)
    outcome = Column(String(60))
    external_id = Column(String(80))
    tries = Column(Integer, nullable=False, default=0)
    nudge_id = Column(String(32), ForeignKey("nudges.id"))
