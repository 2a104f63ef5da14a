"""A preparation: the answers given so far, and what follows from them. Nothing in here asks or says anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from bot.core.answers import Answer, State, key_of, number_of


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
class Preparation:
    """Args:
        asking: reference of the question that waits for an answer; None before the beginning.
        answers: the current answer to each question, by reference, in the order first given.
        trail: references asked before ``asking``, oldest first; the way back.
        resume: what was being asked when an aside came up.
        misses: how often in a row the present question's answer was not understood.
        version: how many times it was confirmed.
    """

    phase: Phase = Phase.NEW
    asking: str | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    trail: tuple[str, ...] = ()
    resume: str | None = None
    misses: int = 0
    version: int = 0

    def answer(self, ref: str) -> Answer | None:
        return self.answers.get(ref)

    def said(self, ref: str) -> bool:
        """Whether ``ref`` has an answer of any kind, a skip among them."""
        return ref in self.answers

    def value(self, ref: str) -> object:
        """What was understood for ``ref``; None unless it was really answered."""
        answer = self.answers.get(ref)
        return answer.value if answer and answer.answered else None

    def keep(self, answer: Answer) -> Preparation:
        """The same preparation with ``answer`` in the place of an earlier one."""
        return replace(self, answers={**self.answers, answer.question: answer}, misses=0)

    def items(self, key: str = "matters") -> tuple[Item, ...]:
        """What the person named under ``key`` (``matters`` or ``question``), in the order told."""
        found = [Item(number_of(ref), answer) for ref, answer in self.answers.items()
                 if key_of(ref) == key and answer.answered]
        return tuple(sorted(found, key=lambda item: item.number))

    def item(self, number: int) -> Item | None:
        return next((item for item in self.items() if item.number == number), None)


def ranks_to_ask(preparation: Preparation, most: int) -> int:
    """How many ranks have to be asked: with ``most`` items or fewer the last place needs no question."""
    count = len(preparation.items())
    return most if count > most else max(count - 1, 0)


def ranked(preparation: Preparation, most: int) -> tuple[Item, ...]:
    """The items in the order the person gave, first things first; empty when they gave none.

    A rank that points at a removed item, or at one ranked before, does not count and is asked again.
    One item alone is the priority without being asked.
    """
    items = preparation.items()
    if len(items) == 1:
        return items
    chosen: list[Item] = []
    for rank in range(1, ranks_to_ask(preparation, most) + 1):
        item = chosen_for(preparation, rank, chosen)
        if item is None:
            return tuple(chosen)
        chosen.append(item)
    rest = [item for item in items if item not in chosen]
    return tuple(chosen + rest) if len(items) <= most else tuple(chosen)


def chosen_for(preparation: Preparation, rank: int, before: list[Item]) -> Item | None:
    """The item put at ``rank`` (1 is first), unless it is gone or stands among those ``before``."""
    value = preparation.value(f"priority:{rank}")
    item = preparation.item(value) if isinstance(value, int) else None
    return None if item in before else item


def stage_of_change(preparation: Preparation) -> str | None:
    """The stage of change from the two taps; None when they do not place the person.

    Source: the stages' windows as in ``docs/wording.md`` (6 months, 1 month), after Prochaska and DiClemente.
    """
    doing, thinking = preparation.value("doing_it"), preparation.value("thinking_of_it")
    if doing == "longer":
        return "maintenance"
    if doing == "last_six_months":
        return "action"
    if doing != "not_yet":
        return None
    return {"next_month": "preparation", "next_six_months": "contemplation", "not_now": "precontemplation"}.get(
        str(thinking))


def wants_change(preparation: Preparation) -> bool:
    """Whether the person chose to talk about one change and named it."""
    topic = preparation.answer("change_topic")
    return preparation.value("change_wanted") == "yes" and topic is not None and topic.answered


def is_over(answer: Answer | None) -> bool:
    """Whether a repeating question came to its end with this answer."""
    return answer is not None and answer.state in {State.NO, State.SKIPPED, State.NOT_SURE, State.UNCLEAR}
