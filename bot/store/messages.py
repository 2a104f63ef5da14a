"""Inbox and outbox: everything said by either side, numbered in one row of numbers per conversation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from bot.core.messages import COMES_BACK, Incoming, Outgoing, Shown, Visit
from bot.store.tables import Appointment, Clinic, Conversation, Inbox, Outbox, Patient, new_id

UNASKED = ("check_in", "nudge")  # shown only once they were checked and sent: STOP and quiet hours hold on the page too


class Messages:
    """The messages of one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_incoming(
        self, conversation_id: str, channel: str, external_id: str, kind: str, text: str, question: str | None,
        value: str | None, now: datetime,
    ) -> Incoming | None:
        """Keep an inbound message; None when the channel delivered this very one before.

        The row of the conversation is locked by taking the number, so two deliveries at once cannot both pass.
        """
        seq = self._next_seq(conversation_id)
        if self._by_external(conversation_id, channel, external_id) is not None:
            return None
        row = Inbox(
            id=new_id(), conversation_id=conversation_id, seq=seq, channel=channel, external_id=external_id, kind=kind,
            text=text, question=question, value=value, received_at=now, state="received", delay_told=False,
        )
        self._session.add(row)
        heard = {"last_heard_at": now, "channel": channel} if kind != "check_in" else {}
        self._session.execute(
            update(Conversation).where(Conversation.id == conversation_id).values(last_seq=seq, **heard))
        self._session.flush()
        return _incoming(row)

    def add_outgoing(self, conversation_id: str, message: Outgoing, now: datetime) -> str | None:
        """Queue a message; None when one with the same ``once`` is already there. Returns its id."""
        added = self.add_outgoing_all(conversation_id, [message], now)
        return added[0] if added else None

    def add_outgoing_all(self, conversation_id: str, messages: Sequence[Outgoing], now: datetime) -> list[str]:
        """Queue messages in order, those left out whose ``once`` is already there. Returns the ids of the others.

        An answer on the web has arrived by being there for the page to fetch; what comes unasked is checked once more
        by the sender, on every channel.
        """
        seq, used = self._session.execute(
            select(Conversation.last_seq, Conversation.channel).where(Conversation.id == conversation_id)
            .with_for_update()).one()
        there = set(self._session.execute(
            select(Outbox.once).where(Outbox.once.in_([message.once for message in messages]))).scalars())
        rows = [
            _outbox(conversation_id, place, message, message.channel or used, now)
            for place, message in enumerate((m for m in messages if m.once not in there), start=seq + 1)
        ]
        self._session.add_all(rows)
        if rows:
            self._session.execute(
                update(Conversation).where(Conversation.id == conversation_id).values(last_seq=rows[-1].seq))
            self._session.flush()
        return [row.id for row in rows]

    def hold(self, conversation_id: str, holder: str, now: datetime, lease: timedelta) -> bool:
        """Take the conversation's lease, so that one process at a time takes its turns.

        One statement decides: of two that try at once, the second finds the first one's ``held_until``, and gets
        nothing.
        """
        taken = self._session.execute(
            update(Conversation)
            .where(Conversation.id == conversation_id)
            .where((Conversation.held_until.is_(None)) | (Conversation.held_until < now)
                   | (Conversation.held_by == holder))
            .values(held_by=holder, held_until=now + lease))
        return taken.rowcount == 1

    def let_go(self, conversation_id: str, holder: str) -> None:
        """Give the lease back, if it is still ours."""
        self._session.execute(
            update(Conversation).where(Conversation.id == conversation_id, Conversation.held_by == holder)
            .values(held_by=None, held_until=None))

    def waiting(self, conversation_id: str) -> tuple[Incoming, ...]:
        """Inbound messages nobody has answered, oldest first."""
        rows = self._session.execute(
            select(Inbox).where(Inbox.conversation_id == conversation_id, Inbox.state == "received")
            .order_by(Inbox.seq))
        return tuple(_incoming(row) for row in rows.scalars())

    def conversations_waiting(self, since: datetime) -> tuple[str, ...]:
        """Conversations with an inbound message from before ``since`` that was not answered."""
        return tuple(self._session.execute(
            select(Inbox.conversation_id).where(Inbox.state == "received", Inbox.received_at <= since).distinct()
        ).scalars())

    def by_id(self, inbox_id: str) -> Incoming:
        """One inbound message. Raises KeyError when there is none."""
        row = self._session.get(Inbox, inbox_id)
        if row is None:
            raise KeyError(inbox_id)
        return _incoming(row)

    def by_external(self, conversation_id: str, channel: str, external_id: str) -> Incoming | None:
        """The inbound message a channel knows by this id, or nothing."""
        row = self._by_external(conversation_id, channel, external_id)
        return _incoming(row) if row else None

    def mark_handled(self, inbox_id: str, now: datetime) -> None:
        """The message has its answer."""
        self._session.execute(update(Inbox).where(Inbox.id == inbox_id).values(state="handled", handled_at=now))

    def mark_delay_told(self, inbox_id: str) -> None:
        """The person was told that the answer will take longer."""
        self._session.execute(update(Inbox).where(Inbox.id == inbox_id).values(delay_told=True))

    def last_said(self, conversation_id: str, count: int = 1) -> tuple[str, ...]:
        """The texts we said last, newest first."""
        return tuple(self._session.execute(
            select(Outbox.text).where(Outbox.conversation_id == conversation_id)
            .order_by(Outbox.seq.desc()).limit(count)).scalars())

    def kind_said_last(self, conversation_id: str) -> str | None:
        """The kind of what we said last; nothing when nothing was said yet."""
        return self._session.execute(
            select(Outbox.kind).where(Outbox.conversation_id == conversation_id)
            .order_by(Outbox.seq.desc()).limit(1)).scalar_one_or_none()

    def visit(self, conversation_id: str) -> Visit:
        """Whom a conversation is with. Raises KeyError for an unknown one."""
        row = self._session.execute(
            select(Conversation, Patient, Appointment, Clinic)
            .join(Patient, Patient.id == Conversation.patient_id)
            .join(Appointment, Appointment.id == Conversation.appointment_id)
            .join(Clinic, Clinic.id == Appointment.clinic_id)
            .where(Conversation.id == conversation_id)).first()
        if row is None:
            raise KeyError(conversation_id)
        talk, patient, appointment, clinic = row
        return Visit(
            talk.id, patient.id, appointment.id, patient.name, clinic.name, clinic.phone, clinic.hours,
            appointment.clinician, appointment.starts_at, patient.timezone, talk.channel, patient.messages_stopped_at,
            appointment.type, appointment.needs, tuple(clinic.topics or ()))

    def last_before(self, message: Incoming) -> datetime | None:
        """When the person last wrote, tapped or came back before ``message``; None when they never did."""
        return self._session.execute(
            select(func.max(Inbox.received_at)).where(
                Inbox.conversation_id == message.conversation_id, Inbox.seq < message.seq,
                Inbox.kind.in_(("text", "tap", "command")) | (Inbox.value == COMES_BACK))).scalar()

    def last_written(self, conversation_id: str) -> datetime | None:
        """When the person last wrote or tapped; None when they never did."""
        return self._session.execute(
            select(func.max(Inbox.received_at)).where(
                Inbox.conversation_id == conversation_id, Inbox.kind.in_(("text", "tap", "command")))).scalar()

    def stop_messages(self, patient_id: str, at: datetime | None) -> None:
        """STOP (a time) or START (None) for everything we send unasked."""
        self._session.execute(update(Patient).where(Patient.id == patient_id).values(messages_stopped_at=at))

    def use_channel(self, conversation_id: str, channel: str) -> None:
        """The person is talking on ``channel`` now; unasked messages follow them there."""
        self._session.execute(update(Conversation).where(Conversation.id == conversation_id).values(channel=channel))

    def history(self, conversation_id: str, after: int, now: datetime) -> tuple[Shown, ...]:
        """Both sides' messages numbered above ``after``, in order; those not yet due or not yet sent are left out.

        What a channel could not deliver is shown: it was said, and here it can be read.
        """
        told = self._session.execute(select(Inbox).where(
            Inbox.conversation_id == conversation_id, Inbox.seq > after, Inbox.kind.notin_(("begin", "check_in"))))
        said = self._session.execute(select(Outbox).where(
            Outbox.conversation_id == conversation_id, Outbox.seq > after, Outbox.not_before <= now,
            Outbox.state != "dropped", Outbox.kind.notin_(UNASKED) | (Outbox.state == "sent")))
        found = [_mine(row) for row in told.scalars()] + [_ours(row) for row in said.scalars()]
        return tuple(sorted(found, key=lambda shown: shown.seq))

    def _next_seq(self, conversation_id: str) -> int:
        last = self._session.execute(
            select(Conversation.last_seq).where(Conversation.id == conversation_id).with_for_update()).scalar_one()
        return last + 1

    def _by_external(self, conversation_id: str, channel: str, external_id: str) -> Inbox | None:
        return self._session.execute(select(Inbox).where(
            Inbox.conversation_id == conversation_id, Inbox.channel == channel,
            Inbox.external_id == external_id)).scalar_one_or_none()


def _outbox(conversation_id: str, seq: int, message: Outgoing, channel: str, now: datetime) -> Outbox:
    there = channel == "web" and message.kind not in UNASKED
    sent = {"state": "sent", "outcome": "on_page", "sent_at": now} if there else {"state": "due"}
    return Outbox(
        id=new_id(), conversation_id=conversation_id, seq=seq, once=message.once, kind=message.kind, key=message.key,
        wording=message.wording, text=message.text, question=message.question, buttons=list(message.buttons),
        scale=message.scale, step=message.step, channel=channel, created_at=now, not_before=message.not_before or now,
        tries=0, nudge_id=message.nudge_id, **sent)


def _incoming(row: Inbox) -> Incoming:
    return Incoming(
        row.id, row.conversation_id, row.seq, row.channel, row.external_id, row.kind, row.text, row.question,
        row.value, row.received_at, row.state, bool(row.delay_told))


def _mine(row: Inbox) -> Shown:
    return Shown(row.seq, True, row.kind, row.text, row.received_at, row.external_id, row.question,
                 waiting=row.state == "received")


def _ours(row: Outbox) -> Shown:
    return Shown(row.seq, False, row.kind, row.text, row.created_at, None, row.question,
                 tuple(row.buttons or ()), row.scale, row.step)
