"""One inbound message is taken into the preparation, once, however often it is tried."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.core.answers import State, key_of
from bot.core.conversation import Setting, take_turn
from bot.core.hearing import Heard
from bot.core.messages import Incoming, Visit
from bot.core.preparation import Preparation
from bot.core.questions import QuestionBook
from bot.core.saying import Turn
from bot.core.shared_sheet import build_sheet
from bot.core.when import as_people_write


@dataclass(frozen=True)
class TakeTurn:
    """The use case behind every message of a preparation.

    Args:
        units: opens units of work with ``messages`` and ``preparations``.
        wording_version: kept with what is shared, so that one can tell later what was asked.
    """

    units: Callable[[], AbstractContextManager[Any]]
    book: QuestionBook
    clock: Clock
    wording_version: str

    def __call__(self, inbox_id: str, intent: str | None) -> Turn:
        """Decide the turn for an inbound message and keep its effect, or say again what was decided before.

        Args:
            inbox_id: the message's row; its words are read from there, never from the assistant.
            intent: what the assistant's understanding made of it.
        Raises: KeyError when there is no such row.
        """
        with self.units() as unit:
            decided = unit.preparations.turn(inbox_id)
            if decided is not None:
                return decided
            message: Incoming = unit.messages.by_id(inbox_id)
            visit: Visit = unit.messages.visit(message.conversation_id)
            before = unit.preparations.of(message.conversation_id)
            now = self.clock.now()
            heard = Heard(message.id, message.kind, message.text, message.question, message.value, intent)
            after, turn = take_turn(before, heard, self._setting(visit, now))
            turn = replace(turn, answered=_answered(before, after))
            self._keep(unit, visit, before, after, now)
            unit.preparations.add_turn(inbox_id, message.conversation_id, turn, now)
            return turn

    def asking(self, conversation_id: str) -> str | None:
        """What is being asked in a conversation now."""
        with self.units() as unit:
            return unit.preparations.of(conversation_id).asking

    def _setting(self, visit: Visit, now: datetime) -> Setting:
        zone = ZoneInfo(visit.timezone)
        facts = {
            "name": visit.name, "clinic": visit.clinic, "phone": visit.phone, "hours": visit.hours,
            "clinician": visit.clinician or visit.clinic, "day": as_people_write(visit.starts_at, zone),
        }
        return Setting(self.book, now, zone, facts)

    def _keep(self, unit: Any, visit: Visit, before: Preparation, after: Preparation, now: datetime) -> None:
        preparation_id = unit.preparations.save(visit.conversation_id, visit.appointment_id, before, after, now)
        consent = after.answer("consent")
        if consent is not None and consent != before.answer("consent"):
            unit.preparations.add_consent(
                visit.patient_id, visit.conversation_id, self.book.consent_version, consent.answered, now)
        if after.version > before.version:
            sheet = build_sheet(after, self.book, self.wording_version, now)
            unit.preparations.add_shared(preparation_id, after.version, sheet.to_dict(), now)
        self._keep_check_ins(unit, preparation_id, visit, before, after, now)

    @staticmethod
    def _keep_check_ins(
        unit: Any, preparation_id: str, visit: Visit, before: Preparation, after: Preparation, now: datetime,
    ) -> None:
        wanted, step = after.answer("check_in"), after.answer("first_step")
        if (wanted, step) != (before.answer("check_in"), before.answer("first_step")):
            if wanted and wanted.answered and step and step.answered:
                due = datetime.fromisoformat(str(wanted.value))
                unit.preparations.plan_check_in(preparation_id, step.words or "", due, visit.timezone)
            else:
                unit.preparations.stop_check_ins(preparation_id)
        for ref, answer in after.answers.items():
            if ref.startswith("check_in_result:") and before.answer(ref) != answer:
                result = str(answer.value) if answer.state is State.ANSWERED else answer.state.value
                result = "not_yet" if result == "not_yet_done" else result
                unit.preparations.answer_check_in(ref.partition(":")[2], result, answer.words, now)


def _answered(before: Preparation, after: Preparation) -> dict[str, str]:
    """How the questions that this turn answered were answered, by question."""
    return {key_of(ref): answer.state.value for ref, answer in after.answers.items() if before.answer(ref) != answer}
