"""Which chat talks in which conversation."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from bot.core.bound import Bound
from bot.core.delivery import Delivery
from bot.store.deliveries import as_delivery
from bot.store.tables import Binding, Clinic, Conversation, Inbox, Invitation, Outbox, Patient, new_id


class Bindings:
    """Finds and changes bindings within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, channel: str, address: str) -> Bound | None:
        """Whom this chat belongs to, or nothing."""
        open_link = exists().where(
            Invitation.appointment_id == Conversation.appointment_id, Invitation.revoked_at.is_(None)
        )
        row = self._session.execute(
            select(Binding.conversation_id, Patient.messages_stopped_at, Clinic.name, Clinic.phone, open_link)
            .join(Conversation, Conversation.id == Binding.conversation_id)
            .join(Patient, Patient.id == Conversation.patient_id)
            .join(Clinic, Clinic.id == Patient.clinic_id)
            .where(Binding.channel == channel, Binding.address == address)
        ).first()
        if row is None:
            return None
        conversation_id, stopped_at, clinic, phone, is_open = row
        return Bound(conversation_id, stopped_at is not None, clinic, phone, revoked=not is_open)

    def bind(self, channel: str, address: str, conversation_id: str, now: datetime) -> None:
        """From now on this chat, and no other of this channel, talks in this conversation, and in no other."""
        self._session.execute(delete(Binding).where(
            Binding.channel == channel,
            (Binding.address == address) | (Binding.conversation_id == conversation_id),
        ))
        self._session.add(Binding(
            id=new_id(), conversation_id=conversation_id, channel=channel, address=address, created_at=now,
        ))
        self._session.execute(
            update(Conversation).where(Conversation.id == conversation_id).values(channel=channel)
        )

    def heard_from(self, channel: str, address: str) -> None:
        """Somebody who writes has not blocked us any more."""
        self._session.execute(
            update(Binding)
            .where(Binding.channel == channel, Binding.address == address, Binding.blocked_at.is_not(None))
            .values(blocked_at=None)
        )

    def block(self, channel: str, conversation_id: str, now: datetime) -> None:
        """The person blocked us there, which is a STOP for everything unasked, on every channel."""
        self._session.execute(
            update(Binding)
            .where(Binding.channel == channel, Binding.conversation_id == conversation_id,
                   Binding.blocked_at.is_(None))
            .values(blocked_at=now)
        )
        patient = select(Conversation.patient_id).where(Conversation.id == conversation_id).scalar_subquery()
        self._session.execute(
            update(Patient)
            .where(Patient.id == patient, Patient.messages_stopped_at.is_(None))
            .values(messages_stopped_at=now).execution_options(synchronize_session=False)
        )

    def asked_last(self, channel: str, conversation_id: str) -> str | None:
        """The question that was asked last in this conversation over this channel."""
        return self._session.execute(
            select(Outbox.question)
            .where(Outbox.conversation_id == conversation_id, Outbox.channel == channel, Outbox.state == "sent",
                   Outbox.question.is_not(None))
            .order_by(Outbox.seq.desc()).limit(1)
        ).scalar_one_or_none()

    def row(self, row_id: str) -> Delivery | None:
        """The outbox row of this id, or nothing."""
        row = self._session.get(Outbox, row_id)
        return as_delivery(row) if row else None

    def tapped_since(self, conversation_id: str, question: str | None, value: str | None, since: datetime) -> bool:
        """Whether this very quick reply was tapped after ``since``."""
        return bool(self._session.execute(select(exists().where(
            Inbox.conversation_id == conversation_id, Inbox.kind == "tap", Inbox.question == question,
            Inbox.value == value, Inbox.received_at > since,
        ))).scalar_one())
