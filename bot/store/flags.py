"""Flags, one per inbound message."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import exists, func, select, update
from sqlalchemy.orm import Session

from bot.core.flags import AlsoFound, Flag
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
        now: datetime, also: tuple[AlsoFound, ...] = (),
    ) -> Flag:
        """Keep a new flag. A message has one at most: look with :meth:`of_message` first."""
        row = tables.Flag(
            conversation_id=conversation_id, appointment_id=appointment_id, inbox_id=inbox_id,
            kind=kind, rule=rule, words=words, raised_at=now,
            also=json.dumps([[one.kind, one.words] for one in also]),
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

    def only_waits(self, flag_id: str) -> None:
        """Nobody is told of this one: it stands on the page until somebody looks."""
        self._session.execute(update(tables.Flag).where(tables.Flag.id == flag_id).values(alerting=False))

    def newest(self, conversation_id: str, since: datetime | None = None) -> Flag | None:
        """The conversation's newest flag; with ``since``, only one raised then or later."""
        wanted = select(tables.Flag).where(tables.Flag.conversation_id == conversation_id)
        wanted = wanted.where(tables.Flag.raised_at >= since) if since else wanted
        row = self._session.execute(
            wanted.order_by(tables.Flag.raised_at.desc(), tables.Flag.id).limit(1)).scalar_one_or_none()
        return _flag(row) if row else None

    def remarked(self, inbox_id: str) -> bool:
        """Whether this message was kept beside a flag before."""
        return bool(self._session.execute(select(exists().where(tables.FlagRemark.inbox_id == inbox_id))).scalar_one())

    def add_remark(self, flag_id: str, inbox_id: str, how: str, words: str, now: datetime) -> None:
        """Keep what was said about a flag afterwards, beside it. The flag and its clock stay as they are."""
        self._session.add(tables.FlagRemark(
            id=tables.new_id(), flag_id=flag_id, inbox_id=inbox_id, how=how, words=words, at=now))
        self._session.flush()

    def for_appointment(self, appointment_id: str) -> list[Flag]:
        """Newest first; what stands above the sheet."""
        wanted = select(tables.Flag).filter_by(appointment_id=appointment_id)
        rows = self._session.execute(wanted.order_by(tables.Flag.raised_at.desc(), tables.Flag.id)).scalars()
        return [_flag(row) for row in rows]


def also_found(row: tables.Flag) -> tuple[AlsoFound, ...]:
    """What else was found in the message of a flag."""
    return tuple(AlsoFound(kind, words) for kind, words in json.loads(row.also))


def _flag(row: tables.Flag) -> Flag:
    return Flag(
        id=row.id, conversation_id=row.conversation_id, appointment_id=row.appointment_id, inbox_id=row.inbox_id,
        kind=row.kind, rule=row.rule, words=row.words, raised_at=row.raised_at, acknowledged_at=row.acknowledged_at,
        acknowledged_by=row.acknowledged_by, note=row.note, alerting=row.alerting,
        also=also_found(row),
    )
