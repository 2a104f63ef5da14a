"""A preparation: the answers given so far, and what follows from them. Nothing in here asks or says anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from bot.core.answers import Answer, State, key_of, number_of

DAY = "day:"  # begins the target of words that wait for a day
SCORE = "score:"  # begins the target of words in which a score may stand, and which wait for a yes


class Phase(str, Enum):
    """Where a preparation stands. Only a confirmed one has reached the clinician."""

    NEW = "new"
    OPEN = "open"
    DECLINED = "declined"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Item:
    """Something that matters, or a question, in the person's words. ``number`` never changes."""

    number: int
    answer: Answer

    @property
    def words(self) -> str:
        return self.answer.words or ""


@dataclass(frozen=True)
class Parked:
    """Words that were no answer to what was asked, kept until the person says what to do with them.

    Args:
        target: the list they would join (``matters``, ``question``), the earlier question they may answer, or ``day:``
            and the question they are about to answer with a day, ``score:`` and the one they may have answered with a score.
        parts: for a message with several concerns, each in the person's own words; for a day or a score, those offered.
    """

    words: str
    inbox_id: str
    target: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preparation:
    """Args:
        asking: reference of the question that waits for an answer; None before the beginning.
        answers: the current answer to each question, by reference, in the order first given.
        trail: references asked before ``asking``, oldest first; the way back.
        resume: what was being asked when an aside came up.
        misses: how often in a row the present question's answer was not understood.
        version: how many times it was confirmed.
        met: the questions met on the way forward, each once; what the most-questions rule counts.
        wanted: questions the person asked for at the read-back, whatever room there is.
        left: questions nobody asked by the time the read-back was reached; they can still be added.
        speaker: who answers now, ``patient`` or ``helper``.
        parked: words waiting for a yes or no.
        about: what an edit at the read-back is about: a reference. While an aside interrupts another, what is to be
            asked after both.
        episode: 1 for the first preparation of a conversation, 2 for one that follows it …
        follows: when the earlier preparation this one starts from was confirmed.
        confirmed_at: when this one was last confirmed.
    """

    phase: Phase = Phase.NEW
    asking: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    resume: str | None = None
    misses: int = 0
    version: int = 0
    met: tuple[str, ...] = ()
    wanted: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    speaker: str = "patient"
    parked: Parked | None = None
    about: str | None = None
    episode: int = 1
    follows: datetime | None = None
    confirmed_at: datetime | None = None

    def answer(self, ref: str) -> Answer | None:
        return self.answers.get(ref)

    def said(self, ref: str) -> bool:
        """Whether ``ref`` has an answer of any kind, a skip among them."""
        return ref in self.answers

    def value(self, ref: str) -> object:
        """What was understood for ``ref``; None unless it was really answered."""
        answer = self.answers.get(ref)
        return answer.value if answer and answer.answered else None

    def words(self, ref: str) -> str:
        """The person's words for ``ref``; empty when there are none."""
        answer = self.answers.get(ref)
        return (answer.words or "") if answer and answer.state in {State.ANSWERED, State.UNCLEAR} else ""

    def keep(self, answer: Answer) -> Preparation:
        """The same preparation with ``answer`` in the place of an earlier one."""
        return replace(self, answers={**self.answers, answer.question: answer}, misses=0)

    def without(self, *refs: str) -> Preparation:
        """The same preparation as if ``refs`` had never been answered."""
        return replace(self, answers={ref: one for ref, one in self.answers.items() if ref not in refs})

    def items(self, key: str = "matters") -> tuple[Item, ...]:
        """What the person named under ``key`` (a list such as ``matters`` or ``question``), in the order told."""
        found = [Item(number_of(ref), answer) for ref, answer in self.answers.items()
                 if key_of(ref) == key and answer.answered]
        return tuple(sorted(found, key=lambda item: item.number))

    def item(self, number: int) -> Item | None:
        return next((item for item in self.items() if item.number == number), None)

    @property
    def words_wait(self) -> bool:
        """Whether words wait for a yes or no. A day or a score that is being looked for stands in nobody's way."""
        return self.parked is not None and not self.parked.target.startswith((DAY, SCORE))

    @property
    def score_waits(self) -> int | None:
        """The score that was asked back at the question that is being asked ("Did you mean 7?")."""
        if self.parked is None or self.misses == 0 or self.parked.target != f"{SCORE}{self.asking}":
            return None
        return int(self.parked.parts[0])

    @property
    def day_waits(self) -> bool:
        """Whether what was said about a day waits for the day itself, at the question that is being asked."""
        return self.parked is not None and self.misses > 0 and self.parked.target == f"{DAY}{self.asking}"

    @property
    def reached_the_end(self) -> bool:
        """Whether the read-back was reached; from then on nothing is asked unless the person wants it."""
        return "read_back" in self.met

    @property
    def helped(self) -> bool:
        """Whether somebody else than the patient answered anything, or everything."""
        return any(answer.given_by == "helper" for answer in self.answers.values())


def is_over(answer: Answer | None) -> bool:
    """Whether a repeating question came to its end with this answer."""
    return answer is not None and answer.state in {State.NO, State.SKIPPED, State.NOT_SURE, State.UNCLEAR}


def wants_change(preparation: Preparation) -> bool:
    """Whether the person named one change they want to think about."""
    topic = preparation.answer("change_topic")
    return topic is not None and topic.answered


def basic_need_unmet(preparation: Preparation) -> bool:
    """Whether food, warmth, a home, money or another pressure is hard now: then no goal is put on top of it."""
    return bool(preparation.items("pressures"))


def stage_of_change(preparation: Preparation) -> str | None:
    """The stage of change from the two taps; None when they do not place the person.

    Source: the stages' windows as in ``docs/wording.md`` (6 months, 1 month), after Prochaska and DiClemente.
    """
    doing, thinking = preparation.value("doing_it"), preparation.value("thinking_of_it")
    if doing == "longer":
        return "maintenance"
    if doing == "last_six_months":
        return "action"
    if doing not in {"not_yet", "used_to"}:
        return None
    return {"next_month": "preparation", "next_six_months": "contemplation", "not_now": "precontemplation"}.get(
        str(thinking))


def step_words(preparation: Preparation) -> str:
    """The first step as it stands: the smaller one when the person made it smaller."""
    return preparation.words("smaller_step") or preparation.words("first_step")
