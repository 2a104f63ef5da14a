"""Preparations as rows: where they stand, every answer ever given, the turns that were decided, what was shared."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from bot.core import answers as core
from bot.core.preparation import Parked, Phase, Preparation
from bot.core.saying import Turn
from bot.store import tables


class Preparations:
    """The preparations of one unit of work."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: dict[str, tables.Preparation | None] = {}

    def of(self, conversation_id: str) -> Preparation:
        """The conversation's preparation; a new one when nothing was said yet."""
        row = self._row(conversation_id)
        if row is None:
            return Preparation()
        return _preparation(row, self._answers(row.id))

    def last_of(self, patient_id: str, before_appointment: str) -> Preparation | None:
        """The newest preparation this person confirmed for another appointment, with its answers; or nothing."""
        row = self._session.execute(
            select(tables.Preparation).join(
                tables.Appointment, tables.Appointment.id == tables.Preparation.appointment_id)
            .where(tables.Appointment.patient_id == patient_id, tables.Preparation.confirmed_at.isnot(None),
                   tables.Preparation.appointment_id != before_appointment)
            .order_by(tables.Preparation.confirmed_at.desc()).limit(1)).scalar_one_or_none()
        return _preparation(row, self._answers(row.id)) if row is not None else None

    def save(self, conversation_id: str, appointment_id: str, before: Preparation, after: Preparation,
             now: datetime) -> str:
        """Keep what changed between ``before`` and ``after``. Returns the preparation's id."""
        row = self._row(conversation_id)
        if row is not None and row.episode < after.episode:  # one that follows: the earlier one stays as it is
            row.current, before = False, Preparation()
            self._session.flush()
            row = None
        if row is None:
            row = tables.Preparation(
                id=tables.new_id(), conversation_id=conversation_id, appointment_id=appointment_id,
                episode=after.episode, started_at=now)
            self._session.add(row)
            self._rows[conversation_id] = row
        row.phase, row.asking, row.trail = after.phase.value, after.asking, list(after.trail)
        row.resume, row.misses, row.version, row.changed_at = after.resume, after.misses, after.version, now
        row.met, row.wanted, row.left_open = list(after.met), list(after.wanted), list(after.left)
        row.speaker, row.about, row.follows = after.speaker, after.about, after.follows
        row.parked = {**vars(after.parked), "parts": list(after.parked.parts)} if after.parked else None
        row.confirmed_at = after.confirmed_at
        self._session.flush()
        self._save_answers(row.id, before, after, now)
        return row.id

    def turn(self, inbox_id: str) -> Turn | None:
        """What was decided for this inbound message, if anything was."""
        row = self._session.get(tables.Turn, inbox_id)
        return Turn.from_dict(row.decided) if row else None

    def add_turn(self, inbox_id: str, conversation_id: str, turn: Turn, now: datetime) -> None:
        """Remember the decision, in the same unit of work as its effect."""
        self._session.add(
            tables.Turn(inbox_id=inbox_id, conversation_id=conversation_id, decided=turn.to_dict(), at=now))

    def add_consent(self, patient_id: str, conversation_id: str, version: str, given: bool, now: datetime) -> None:
        self._session.add(tables.Consent(
            id=tables.new_id(), patient_id=patient_id, conversation_id=conversation_id, version=version, given=given,
            at=now))

    def add_shared(self, preparation_id: str, version: int, content: dict, now: datetime) -> None:
        """Keep the sheet as it was confirmed; this is what the clinician sees."""
        self._session.add(tables.SharedSheet(
            id=tables.new_id(), preparation_id=preparation_id, version=version, content=content, confirmed_at=now))

    def plan_check_in(self, preparation_id: str, first_step: str, due_at: datetime, timezone: str) -> None:
        """Plan the check-in, or move the one that is planned."""
        row = self._planned(preparation_id)
        if row is None:
            row = tables.CheckIn(id=tables.new_id(), preparation_id=preparation_id, state="planned")
            self._session.add(row)
        row.first_step, row.due_at, row.timezone = first_step, due_at, timezone
        self._session.flush()

    def stop_check_ins(self, preparation_id: str) -> None:
        """The person wants none (any more)."""
        self._session.execute(
            update(tables.CheckIn).where(tables.CheckIn.preparation_id == preparation_id,
                                         tables.CheckIn.state == "planned").values(state="stopped"))

    def answer_check_in(self, check_in_id: str, answer: str, words: str | None, now: datetime) -> None:
        self._session.execute(
            update(tables.CheckIn).where(tables.CheckIn.id == check_in_id)
            .values(state="answered", answer=answer, words=words, answered_at=now))

    def _answers(self, preparation_id: str) -> dict[str, core.Answer]:
        found = self._session.execute(
            select(tables.Answer).where(
                tables.Answer.preparation_id == preparation_id, tables.Answer.superseded_at.is_(None))
            .order_by(tables.Answer.at, tables.Answer.id)).scalars()
        return {answer.question: _answer(answer) for answer in found}

    def _planned(self, preparation_id: str) -> tables.CheckIn | None:
        return self._session.execute(
            select(tables.CheckIn).where(tables.CheckIn.preparation_id == preparation_id,
                                         tables.CheckIn.state == "planned")).scalars().first()

    def _row(self, conversation_id: str) -> tables.Preparation | None:
        """The conversation's row, locked and read once in this unit of work."""
        if conversation_id not in self._rows:
            self._rows[conversation_id] = self._read(conversation_id)
        return self._rows[conversation_id]

    def _read(self, conversation_id: str) -> tables.Preparation | None:
        return self._session.execute(
            select(tables.Preparation).where(
                tables.Preparation.conversation_id == conversation_id, tables.Preparation.current.is_(True))
            .with_for_update()).scalar_one_or_none()

    def _save_answers(self, preparation_id: str, before: Preparation, after: Preparation, now: datetime) -> None:
        gone = [ref for ref in before.answers if after.answers.get(ref) != before.answers[ref]]
        if gone:
            self._session.execute(
                update(tables.Answer).where(
                    tables.Answer.preparation_id == preparation_id, tables.Answer.question.in_(gone),
                    tables.Answer.superseded_at.is_(None)).values(superseded_at=now))
        for ref, answer in after.answers.items():
            if before.answers.get(ref) != answer:
                self._session.add(tables.Answer(
                    id=tables.new_id(), preparation_id=preparation_id, inbox_id=answer.inbox_id, question=ref,
                    state=answer.state.value, words=answer.words, value=answer.value, given_by=answer.given_by,
                    private=answer.private, at=answer.at))


def _preparation(row: tables.Preparation, answers: dict[str, core.Answer]) -> Preparation:
    parked = Parked(**{**row.parked, "parts": tuple(row.parked["parts"])}) if row.parked else None
    return Preparation(
        phase=Phase(row.phase), asking=row.asking, answers=answers, trail=tuple(row.trail), resume=row.resume,
        misses=row.misses, version=row.version, met=tuple(row.met), wanted=tuple(row.wanted),
        left=tuple(row.left_open), speaker=row.speaker, parked=parked, about=row.about, episode=row.episode,
        follows=row.follows, confirmed_at=row.confirmed_at)


def _answer(row: tables.Answer) -> core.Answer:
    return core.Answer(row.question, core.State(row.state), row.words, row.value, row.inbox_id, row.at, row.given_by,
                       bool(row.private))
