"""Flags, one per inbound message."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.core.flags import Flag
from bot.store import tables


class Flags:
    """The ``flags`` table."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_message(self, inbox_id: str) -> Flag | None:
        """The flag this message raised, if any."""
        row = self._session.execute(select(tables.Flag).filter_by(inbox_id=inbox_id)).scalar_one_or_none()
        return _flag(row) if row else None

    def add(
        self, *, conversation_id: str, appointment_id: str, inbox_id: str, kind: str, rule: str, words: str,
        now: datetime,
    ) -> Flag:
        """Keep a new flag. A message has one at most: look with :meth:`of_message` first."""
        row = tables.Flag(
            conversation_id=conversation_id, appointment_id=appointment_id, inbox_id=inbox_id,
            kind=kind, rule=rule, words=words, raised_at=now,
        )
        self._session.add(row)
        self._session.flush()
        return _flag(row)

    def raised_before(self, flag: Flag) -> int:
        """How many earlier messages of the same conversation raised the same kind."""
        wanted = select(func.count()).select_from(tables.Flag).where(
            tables.Flag.conversation_id == flag.conversation_id, tables.Flag.kind == flag.kind,
            tables.Flag.raised_at < flag.raised_at,
        )
        return self._session.execute(wanted).scalar_one()

    def for_appointment(self, appointment_id: str) -> list[Flag]:
        """Newest first; what stands above the sheet."""
        wanted = select(tables.Flag).filter_by(appointment_id=appointment_id)
        rows = self._session.execute(wanted.order_by(tables.Flag.raised_at.desc(), tables.Flag.id)).scalars()
        return [_flag(row) for row in rows]


def _flag(row: tables.Flag) -> Flag:
    return Flag(
        id=row.id, conversation_id=row.conversation_id, appointment_id=row.appointment_id, inbox_id=row.inbox_id,
        kind=row.kind, rule=row.rule, words=row.words, raised_at=row.raised_at, acknowledged_at=row.acknowledged_at,
        acknowledged_by=row.acknowledged_by, note=row.note,
    )
