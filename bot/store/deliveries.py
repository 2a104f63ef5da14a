"""The outbox as a queue: which row goes next, who has taken it, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import and_, exists, func, not_, or_, select, update
from sqlalchemy.orm import Session, aliased

from bot.core.delivery import LEASE, SECOND, UNASKED, Delivery, Verdict
from bot.store.tables import Binding, Conversation, Inbox, Outbox


class Deliveries:
    """Claims outbox rows and marks them, within one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def waiting(self, channels: Collection[str], now: datetime, limit: int = 200) -> list[str]:
        """The conversations that have a row to send, the one that waits longest first."""
        return list(self._session.execute(
            select(Outbox.conversation_id)
            .where(Outbox.channel.in_(channels), _ready(now))
            .group_by(Outbox.conversation_id)
            .order_by(func.min(Outbox.not_before))
            .limit(limit)
        ).scalars())

    def next_row(self, conversation_id: str, channel: str, now: datetime) -> Delivery | None:
        """The next row of one conversation for one channel, locked until this unit ends; nothing when none may go.

        A row is passed over by no later one: the first unsent row goes, or none does. The one exception is an unasked
        message that was put off (quiet hours, the cap): nobody's answer waits until morning behind it.

        On PostgreSQL a row that another process looks at is skipped, and rows after it are held back by it. On SQLite
        the unit of work began with the write lock, so nobody else is looking.
        """
        earlier = aliased(Outbox)
        overtaken = exists().where(
            earlier.conversation_id == Outbox.conversation_id, earlier.channel == Outbox.channel,
            earlier.seq < Outbox.seq, earlier.state.in_(("due", "claimed")),
            not_(and_(
                earlier.kind.in_(UNASKED), earlier.state == "due", earlier.tries == 0, earlier.not_before > now
            )),
        )
        row = self._session.execute(
            select(Outbox)
            .where(Outbox.conversation_id == conversation_id, Outbox.channel == channel, _ready(now), not_(overtaken))
            .order_by(Outbox.seq).limit(1).with_for_update(skip_locked=True)
        ).scalar_one_or_none()
        return self._delivery(row) if row else None

    def begun(self, message: Delivery) -> bool:
        """Whether another row said in the same breath (same kind, same moment) already went out."""
        return bool(self._session.execute(select(exists().where(
            Outbox.conversation_id == message.conversation_id, Outbox.kind == message.kind,
            Outbox.created_at == message.created_at, Outbox.state == "sent", Outbox.id != message.id,
        ))).scalar_one())

    def just_sent(self, channel: str, now: datetime, conversation_id: str | None = None) -> int:
        """How many rows any process took for this channel (and conversation) within the last second.

        On PostgreSQL two that count at the same moment do not see each other's row, so a limit may be passed by as
        many rows as there are processes; Telegram then says so, and ``hold_channel`` follows.
        """
        query = select(func.count()).where(Outbox.channel == channel, Outbox.claimed_at > now - SECOND)
        if conversation_id:
            query = query.where(Outbox.conversation_id == conversation_id)
        return self._session.execute(query).scalar_one()

    def claim(self, message: Delivery, by: str, now: datetime) -> Delivery:
        """Take a row. An unasked one that others were said after, takes its place among them now."""
        seq = self._new_place(message) if message.unasked and self._talk_went_on(message) else message.seq
        self._change(message.id, state="claimed", claimed_by=by, claimed_at=now, tries=message.tries + 1, seq=seq)
        return replace(message, seq=seq, tries=message.tries + 1)

    def put_off(self, message: Delivery, until: datetime) -> None:
        """Not before ``until``."""
        self._change(message.id, state="due", not_before=until)

    def drop(self, message: Delivery, reason: str) -> None:
        """Never; the reason stays with the row."""
        self._change(message.id, state="dropped", outcome=reason)

    def settle(self, message: Delivery, verdict: Verdict, by: str, external_id: str | None, now: datetime) -> None:
        """Write down what became of a row that ``by`` claimed; one that somebody else took meanwhile is left alone."""
        values: dict[str, object] = {"state": verdict.state, "outcome": verdict.outcome}
        if verdict.state == "sent":
            values |= {"sent_at": now, "external_id": external_id}
        if verdict.again is not None:
            values |= {"not_before": verdict.again, "tries": message.tries if verdict.counts else message.tries - 1}
        self._session.execute(
            update(Outbox)
            .where(Outbox.id == message.id, Outbox.state == "claimed", Outbox.claimed_by == by)
            .values(**values).execution_options(synchronize_session=False)
        )

    def hold_channel(self, channel: str, until: datetime) -> None:
        """No waiting row of this channel goes before ``until``, whichever process looks at it."""
        self._session.execute(
            update(Outbox)
            .where(Outbox.channel == channel, Outbox.state == "due", Outbox.not_before < until)
            .values(not_before=until).execution_options(synchronize_session=False)
        )

    def _change(self, row_id: str, **values: object) -> None:
        self._session.execute(update(Outbox).where(Outbox.id == row_id).values(**values)
                              .execution_options(synchronize_session=False))

    def _talk_went_on(self, message: Delivery) -> bool:
        heard = exists().where(Inbox.conversation_id == message.conversation_id, Inbox.seq > message.seq)
        said = exists().where(Outbox.conversation_id == message.conversation_id, Outbox.seq > message.seq,
                              Outbox.state == "sent")
        return bool(self._session.execute(select(or_(heard, said))).scalar_one())

    def _new_place(self, message: Delivery) -> int:
        mine = Conversation.id == message.conversation_id
        self._session.execute(update(Conversation).where(mine).values(last_seq=Conversation.last_seq + 1)
                              .execution_options(synchronize_session=False))
        return self._session.execute(select(Conversation.last_seq).where(mine)).scalar_one()

    def _delivery(self, row: Outbox) -> Delivery:
        address = self._session.execute(
            select(Binding.address)
            .where(Binding.conversation_id == row.conversation_id, Binding.channel == row.channel)
            .order_by(Binding.created_at.desc()).limit(1)
        ).scalar_one_or_none()
        return as_delivery(row, address)


def as_delivery(row: Outbox, address: str | None = None) -> Delivery:
    """The row as core sees it."""
    return Delivery(
        id=row.id, conversation_id=row.conversation_id, seq=row.seq, kind=row.kind, text=row.text,
        channel=row.channel, created_at=row.created_at, tries=row.tries, address=address, question=row.question,
        buttons=tuple(row.buttons or ()), scale=row.scale, nudge_id=row.nudge_id,
    )


def _ready(now: datetime):  # type: ignore[no-untyped-def]
    """Due, or claimed so long ago that whoever took it died."""
    return or_(
        and_(Outbox.state == "due", Outbox.not_before <= now),
        and_(Outbox.state == "claimed", Outbox.claimed_at <= now - LEASE),
    )
