"""Reads about invited people: lists for the programme team, and what must be known before writing to somebody."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql import Select

from bot.core.people import (
    DECLINED,
    EXPIRED,
    IN_PROGRESS,
    INVITED,
    OPENED,
    PAGE_SIZE,
    REVOKED,
    SHARED,
    STOPPED,
    InvitedPerson,
    Page,
)
from bot.store.tables import Appointment, Conversation, Invitation, Patient, Preparation


def is_newest_invitation():  # type: ignore[no-untyped-def]
    """Whether an ``Invitation`` row is its ``Appointment``'s newest: a new link takes the old one's place."""
    newest = aliased(Invitation)
    return Invitation.id == (
        select(newest.id).where(newest.appointment_id == Appointment.id)
        .order_by(newest.created_at.desc(), newest.id.desc()).limit(1)
        .correlate(Appointment).scalar_subquery()
    )


def state_at(now: datetime):  # type: ignore[no-untyped-def]
    """The state of an appointment's row as an SQL expression; the first that holds counts."""
    return case(
        (Preparation.phase == "confirmed", SHARED),
        (Preparation.phase == "declined", DECLINED),
        (Invitation.revoked_at.is_not(None), REVOKED),
        (Preparation.phase == "open", IN_PROGRESS),
        (Invitation.opened_at.is_not(None), OPENED),
        (Conversation.id.is_not(None), OPENED),
        (Invitation.expires_at <= now, EXPIRED),
        else_=INVITED,
    )


class People:
    """The invited people of a clinic, within one unit of work. Another clinic's are never found."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def counts(self, clinic_id: str, now: datetime) -> dict[str, int]:
        """How many appointments stand in each state, and how many wrote STOP; states without any are left out."""
        state = state_at(now).label("state")
        rows = self._session.execute(_joined(select(state, func.count()), clinic_id).group_by(state)).all()
        stopped = self._session.execute(
            _joined(select(func.count()), clinic_id).where(Patient.messages_stopped_at.is_not(None))
        ).scalar_one()
        return {**{state: count for state, count in rows}, **({STOPPED: stopped} if stopped else {})}

    def page(self, clinic_id: str, now: datetime, number: int = 1, wanted: str = "", search: str = "") -> Page:
        """One page of the list, soonest appointment first.

        Args:
            number: counts from 1; one past the end gives the last page.
            wanted: one of ``bot.core.people.FILTERS``, or empty for everybody.
            search: part of a name or a reference, in any case; empty for everybody.
        """
        def narrowed(query: Select) -> Select:
            return _narrow(_joined(query, clinic_id), now, wanted, search)

        found = self._session.execute(narrowed(select(func.count()))).scalar_one()
        last = max(1, -(-found // PAGE_SIZE))
        number = min(max(1, number), last)
        rows = self._session.execute(
            narrowed(select(Appointment, Patient, Invitation, Conversation.channel, state_at(now)))
            .order_by(Appointment.starts_at, Patient.name, Appointment.id)
            .limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
        ).all()
        return Page(tuple(_person(*row) for row in rows), number, last, found)

    def one(self, clinic_id: str, appointment_id: str, now: datetime) -> InvitedPerson | None:
        """One invited person of this clinic, or nothing."""
        row = self._session.execute(
            _joined(select(Appointment, Patient, Invitation, Conversation.channel, state_at(now)), clinic_id)
            .where(Appointment.id == appointment_id)
        ).first()
        return _person(*row) if row else None

    def every(self, clinic_id: str, now: datetime, wanted: str = "", search: str = "") -> list[InvitedPerson]:
        """The whole list, for a download."""
        query = _joined(select(Appointment, Patient, Invitation, Conversation.channel, state_at(now)), clinic_id)
        rows = self._session.execute(
            _narrow(query, now, wanted, search).order_by(Appointment.starts_at, Patient.name, Appointment.id)
        ).all()
        return [_person(*row) for row in rows]


def _joined(query: Select, clinic_id: str) -> Select:
    return (
        query.select_from(Appointment)
        .join(Patient, Patient.id == Appointment.patient_id)
        .join(Invitation, is_newest_invitation())
        .outerjoin(Conversation, Conversation.appointment_id == Appointment.id)
        .outerjoin(Preparation, and_(
            Preparation.conversation_id == Conversation.id, Preparation.current.is_(True)))
        .where(Appointment.clinic_id == clinic_id)
    )


def _narrow(query: Select, now: datetime, wanted: str, search: str) -> Select:
    if wanted == STOPPED:
        query = query.where(Patient.messages_stopped_at.is_not(None))
    elif wanted:
        query = query.where(state_at(now) == wanted)
    if search.strip():
        # Every word must occur somewhere, so that "Ann Lee" finds "Lee, Ann" too.
        for word in search.lower().split()[:8]:
            # SQLite lowers and compares without case only A to Z, so Ŵyn and ŵyn are asked for separately.
            likes = {f"%{_escaped(spelt)}%" for spelt in (word, word.upper(), word.capitalize())}
            columns = (Patient.name, Patient.reference, Appointment.reference)
            query = query.where(or_(*(column.ilike(like, escape="\\") for column in columns for like in likes)))
    return query


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _person(
    visit: Appointment, patient: Patient, invitation: Invitation, channel: str | None, state: str
) -> InvitedPerson:
    return InvitedPerson(
        appointment_id=visit.id, appointment_reference=visit.reference, patient_reference=patient.reference,
        name=patient.name, starts_at=visit.starts_at, timezone=visit.timezone, clinician=visit.clinician,
        appointment_type=visit.type, state=state, stopped=patient.messages_stopped_at is not None,
        code=invitation.code, invited_at=invitation.created_at, opened_at=invitation.opened_at,
        expires_at=invitation.expires_at, revoked=invitation.revoked_at is not None, channel=channel,
    )
