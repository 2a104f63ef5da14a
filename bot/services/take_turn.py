"""One inbound message is taken into the preparation, once, however often it is tried."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.core.after_danger import is_kept_beside
from bot.core.answers import State, key_of
from bot.core.conversation import Setting, take_turn
from bot.core.findings.likeness import Likeness
from bot.core.findings.vocabulary import HealthWords
from bot.core.hearing import Heard
from bot.core.messages import Incoming, Visit
from bot.core.moving import asked
from bot.core.paths import PathBook
from bot.core.preparation import Preparation, step_words
from bot.core.questions import QuestionBook
from bot.core.remarks import RemarkPhrases
from bot.core.saying import Say, Turn
from bot.core.shared_sheet import build_sheet
from bot.core.times import TimeReader
from bot.core.when import as_people_write

_BEGINNINGS = {"consent", "helper_role", "person_agrees", "still_right", "gone", "not_now"}


@dataclass(frozen=True)
class TakeTurn:
    """The use case behind every message of a preparation.

    Args:
        units: opens units of work with ``messages`` and ``preparations``.
        times: reads days and lengths of time.
        vocabulary, talk: what troubles and change talk are read with, see :class:`bot.core.moving.Setting`.
        numbers: how a sentence names whom to ring: ``urgent`` when it cannot wait, ``emergency``,
            ``listening`` and ``text_line``.
        remarks: how people speak after a safety text.
        wording_version: kept with what is shared, so that one can tell later what was asked.
    """

    units: Callable[[], AbstractContextManager[Any]]
    book: QuestionBook
    paths: PathBook
    clock: Clock
    times: TimeReader
    wording_version: str
    numbers: Mapping[str, str]
    vocabulary: HealthWords | None = None
    talk: Likeness | None = None
    remarks: RemarkPhrases = RemarkPhrases()

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
            setting = self._setting(unit, visit, before, message, now)
            after, turn = take_turn(before, heard, setting)
            turn = replace(turn, answered=_answered(before, after))
            self._keep(unit, visit, before, after, setting)
            if is_kept_beside(turn):
                flag = unit.flags.newest(message.conversation_id)
                unit.flags.add_remark(flag.id, message.id, "typed", message.text, message.received_at)
            unit.preparations.add_turn(inbox_id, message.conversation_id, turn, now)
            return turn

    def again(self, unit: Any, message: Incoming) -> tuple[Say, ...]:
        """The question that waits in the conversation of ``message``, asked again; nothing where none does."""
        visit: Visit = unit.messages.visit(message.conversation_id)
        p = unit.preparations.of(message.conversation_id)
        return asked(p, self._setting(unit, visit, p, message, self.clock.now()))[1].says if p.asking else ()

    def asking(self, conversation_id: str) -> str | None:
        """What is being asked in a conversation now."""
        with self.units() as unit:
            return unit.preparations.of(conversation_id).asking

    def _setting(self, unit: Any, visit: Visit, p: Preparation, message: Incoming, now: datetime) -> Setting:
        zone = ZoneInfo(visit.timezone)
        facts = {
            "name": visit.name, "clinic": visit.clinic, "phone": visit.phone, "hours": visit.hours,
            "clinician": visit.clinician or visit.clinic, "day": as_people_write(visit.starts_at, zone),
            **self.numbers,
        }
        beginning = p.asking is None or key_of(p.asking) in _BEGINNINGS
        last_time = unit.preparations.last_of(visit.patient_id, visit.appointment_id) if beginning else None
        before = unit.messages.last_before(message)
        return Setting(
            self.book, self.paths, now, zone, facts, kind=visit.kind, needs=visit.needs, topics=visit.topics,
            last_time=last_time, away=now - before if before else None, visit_at=visit.starts_at,
            times=self.times, vocabulary=self.vocabulary, talk=self.talk,
            comforted=unit.flags.of_message(message.id) is not None,  # a flag that lets a message through is answered kindly
            after_danger=self._danger_before(unit, message), remarks=self.remarks)

    @staticmethod
    def _danger_before(unit: Any, message: Incoming) -> str | None:
        """The kind of danger that was answered last, where nothing else was said since and ``message`` came after it."""
        if unit.messages.kind_said_last(message.conversation_id) != "safety":
            return None
        flag = unit.flags.newest(message.conversation_id)
        later = flag is not None and flag.inbox_id != message.id and flag.raised_at <= message.received_at
        return flag.kind if later else None

    def _keep(self, unit: Any, visit: Visit, before: Preparation, after: Preparation, setting: Setting) -> None:
        now = setting.now
        preparation_id = unit.preparations.save(visit.conversation_id, visit.appointment_id, before, after, now)
        consent = after.answer("consent")
        if consent is not None and consent != before.answer("consent"):
            unit.preparations.add_consent(
                visit.patient_id, visit.conversation_id, self.book.consent_version, consent.answered, now)
        if after.version > before.version:
            sheet = build_sheet(
                after, setting.path.most_priorities, self.wording_version, now, self.times, setting.zone)
            unit.preparations.add_shared(preparation_id, after.version, sheet.to_dict(), now)
        self._keep_check_ins(unit, preparation_id, visit, before, after, now)

    @staticmethod
    def _keep_check_ins(
        unit: Any, preparation_id: str, visit: Visit, before: Preparation, after: Preparation, now: datetime,
    ) -> None:
        wanted, step = after.answer("check_in"), step_words(after)
        if (wanted, step) != (before.answer("check_in"), step_words(before)):
            if wanted and wanted.answered and step:
                due = datetime.fromisoformat(str(wanted.value))
                unit.preparations.plan_check_in(preparation_id, step, due, visit.timezone)
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
