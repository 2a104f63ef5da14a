"""Nudges as rows, and what must be known about people before anything unasked is written to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, exists, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.sql import Select

from bot.core.messages import Outgoing
from bot.core.nudges import Candidate, SentNudge
from bot.core.reminders import CHECK_IN_UNANSWERED, NOT_OPENED, UNASKED, WEEK, PersonState
from bot.store.people import is_newest_invitation
from bot.store.tables import (
    Appointment,
    Binding,
    CheckIn,
    Consent,
    Conversation,
    Invitation,
    Nudge,
    Outbox,
    Patient,
    Preparation,
    new_id,
)

CHUNK = 500  # SQLite takes at least 999 values in one statement

_WAITING = exists().where(CheckIn.preparation_id == Preparation.id, CheckIn.state == "asked").correlate(Preparation)
_BLOCKED = exists().where(
    Binding.conversation_id == Conversation.id, Binding.channel == Conversation.channel, Binding.blocked_at.is_not(None)
).correlate(Conversation)
_CONSENT = (
    select(Consent.given).where(Consent.patient_id == Patient.id).order_by(Consent.at.desc()).limit(1)
    .correlate(Patient).scalar_subquery()
)


class Nudges:
    """Whom a nudge may concern, what is known of them, and which nudges went out."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def person(self, conversation_id: str, now: datetime) -> PersonState | None:
        """What :func:`bot.core.reminders.may_send` wants to know before sending into this conversation."""
        row = self._session.execute(_facts().where(Conversation.id == conversation_id)).first()
        if row is None:
            return None
        return _person(row, self._sent_to(Conversation.patient_id == row.Patient.id, now)[row.Patient.id])

    def group(self, nudge_id: str) -> str | None:
        """The group a nudge was chosen for; ``Pending.group`` wants it."""
        return self._session.execute(select(Nudge.group).where(Nudge.id == nudge_id)).scalar_one_or_none()

    def candidates(self, clinic_id: str, group: str, now: datetime) -> list[Candidate]:
        """Everybody of the clinic a nudge for ``group`` is about, also those it must leave out."""
        rows = self._session.execute(_facts().where(Appointment.clinic_id == clinic_id, _in_group(group))).all()
        unasked = self._sent_to(Appointment.clinic_id == clinic_id, now, queued=True)
        return [
            Candidate(
                patient_id=row.Patient.id,
                conversation_id=row.Conversation.id if row.Conversation else None,
                channel=row.Conversation.channel if row.Conversation else None,
                can_come_back=row.Invitation.revoked_at is None and row.Invitation.expires_at > now,
                person=_person(row, unasked[row.Patient.id]),
            )
            for row in rows
        ]

    def begin(self, nudge_id: str, clinic_id: str, staff_id: str | None, group: str, key: str, now: datetime) -> bool:
        """Keep that this nudge is being sent. False when it was kept before: the form was sent twice.

        The row's id comes with the form, so that of two at the same moment the second meets the first one's id.
        """
        row = Nudge(
            id=nudge_id, clinic_id=clinic_id, staff_id=staff_id, group=group, key=key, reached=0, left_out={},
            created_at=now,
        )
        try:
            with self._session.begin_nested():
                self._session.add(row)
        except IntegrityError:
            return False
        return True

    def queue(self, messages: Sequence[tuple[str, Outgoing]], now: datetime) -> None:
        """Queue one message into each of many conversations: (conversation id, message) each.

        The same rows as ``messages.add_outgoing`` makes, in few statements: a nudge to thousands must not keep the
        database from people who are writing at that moment.
        """
        for begin in range(0, len(messages), CHUNK):
            some = dict(messages[begin : begin + CHUNK])
            chosen = Conversation.id.in_(sorted(some))
            self._session.execute(
                update(Conversation).where(chosen).values(last_seq=Conversation.last_seq + 1)
                .execution_options(synchronize_session=False)
            )
            numbered = self._session.execute(select(Conversation.id, Conversation.last_seq).where(chosen)).all()
            self._session.execute(insert(Outbox.__table__), [_row(id_, seq, some[id_], now) for id_, seq in numbered])

    def finish(self, nudge_id: str, reached: int, left_out: dict[str, int]) -> None:
        """Keep how many it reached, and how many it left out for which reason."""
        row = self._session.get(Nudge, nudge_id)
        row.reached, row.left_out = reached, left_out

    def one(self, clinic_id: str, nudge_id: str) -> SentNudge | None:
        """One nudge of this clinic, or nothing."""
        row = self._session.get(Nudge, nudge_id)
        return _sent(row) if row is not None and row.clinic_id == clinic_id else None

    def recent(self, clinic_id: str, limit: int = 10) -> list[SentNudge]:
        """The clinic's newest nudges."""
        query = select(Nudge).where(Nudge.clinic_id == clinic_id).order_by(Nudge.created_at.desc()).limit(limit)
        return [_sent(row) for row in self._session.execute(query).scalars()]

    def _sent_to(self, whom, now: datetime, queued: bool = False) -> dict[str, tuple[datetime, ...]]:  # type: ignore[no-untyped-def]
        """When unasked messages went (or, with ``queued``, are about to go) to each person in the last seven days."""
        went = and_(Outbox.state == "sent", Outbox.sent_at > now - WEEK)
        waits = and_(Outbox.state.in_(("due", "claimed")), Outbox.not_before > now - WEEK)
        at = func.coalesce(Outbox.sent_at, Outbox.created_at, type_=Outbox.sent_at.type)
        rows = self._session.execute(
            select(Conversation.patient_id, at)
            .join(Outbox, Outbox.conversation_id == Conversation.id)
            .join(Appointment, Appointment.id == Conversation.appointment_id)
            .where(Outbox.kind.in_(UNASKED), or_(went, waits) if queued else went, whom)
        )
        sent: dict[str, tuple[datetime, ...]] = defaultdict(tuple)
        for patient_id, moment in rows:
            sent[patient_id] += (moment,)
        return sent


def _facts() -> Select:
    return (
        select(
            Appointment, Patient, Invitation, Conversation, Preparation.phase.label("phase"),
            _WAITING.label("waiting"), _BLOCKED.label("blocked"), _CONSENT.label("consent"),
        )
        .select_from(Appointment)
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Invitation, is_newest_invitation())
        .outerjoin(Conversation, Conversation.appointment_id == Appointment.id)
        .outerjoin(Preparation, and_(
            Preparation.conversation_id == Conversation.id, Preparation.current.is_(True)))
    )


def _in_group(group: str):  # type: ignore[no-untyped-def]
    if group == NOT_OPENED:
        return Conversation.id.is_(None)
    if group == CHECK_IN_UNANSWERED:
        return _WAITING
    return and_(Conversation.id.is_not(None), or_(Preparation.phase.is_(None), Preparation.phase != "confirmed"))


def _person(row, unasked_at: tuple[datetime, ...]) -> PersonState:  # type: ignore[no-untyped-def]
    return PersonState(
        timezone=row.Patient.timezone, appointment_at=row.Appointment.starts_at, consent=row.consent,
        stopped_at=row.Patient.messages_stopped_at, blocked=bool(row.blocked),
        revoked=row.Invitation.revoked_at is not None, opened=row.Conversation is not None, phase=row.phase,
        check_in_waiting=bool(row.waiting),
        last_heard_at=row.Conversation.last_heard_at if row.Conversation else None, unasked_at=unasked_at,
    )


def _row(conversation_id: str, seq: int, message: Outgoing, now: datetime) -> dict[str, object]:
    return {
        "id": new_id(), "conversation_id": conversation_id, "seq": seq, "once": message.once, "kind": message.kind,
        "key": message.key, "wording": message.wording, "text": message.text, "buttons": [], "channel": message.channel,
        "created_at": now, "not_before": message.not_before or now, "state": "due", "tries": 0,
        "nudge_id": message.nudge_id,
    }


def _sent(row: Nudge) -> SentNudge:
    return SentNudge(row.id, row.group, row.key, row.reached, dict(row.left_out), row.created_at)
