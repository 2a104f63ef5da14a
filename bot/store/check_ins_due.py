"""Check-ins whose time has come."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.core.bound import DueCheckIn
from bot.store.tables import CheckIn, Conversation, Inbox, Preparation


class CheckInsDue:
    """Finds and marks check-ins within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def due(self, now: datetime, leave_out: Collection[str] = ()) -> DueCheckIn | None:
        """The planned check-in that waits longest, locked until this unit ends; nothing when none is due."""
        row = self._session.execute(
            select(CheckIn, Conversation.id, Conversation.channel)
            .join(Preparation, Preparation.id == CheckIn.preparation_id)
            .join(Conversation, Conversation.id == Preparation.conversation_id)
            .where(CheckIn.state == "planned", CheckIn.due_at <= now, CheckIn.id.not_in(list(leave_out)))
            .order_by(CheckIn.due_at, CheckIn.id).limit(1)
            .with_for_update(skip_locked=True, of=CheckIn)
        ).first()
        if row is None:
            return None
        check_in, conversation_id, channel = row
        return DueCheckIn(check_in.id, conversation_id, channel, check_in.due_at)

    def mark_asked(self, check_in_id: str, now: datetime) -> None:
        self._session.execute(
            update(CheckIn).where(CheckIn.id == check_in_id).values(state="asked", asked_at=now)
        )

    def mark_stopped(self, check_in_id: str) -> None:
        self._session.execute(update(CheckIn).where(CheckIn.id == check_in_id).values(state="stopped"))

    def left_unhandled(self, before: datetime, limit: int = 200) -> list[str]:
        """Conversations with something that came in before ``before`` and that nobody has answered yet."""
        return list(self._session.execute(
            select(Inbox.conversation_id)
            .where(Inbox.state == "received", Inbox.received_at <= before)
            .group_by(Inbox.conversation_id).limit(limit)
        ).scalars())
