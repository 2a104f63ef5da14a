"""What may stand on the sheet: everything but what the person kept private, and what would give that away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from bot.core.answers import Answer, State, key_of
from bot.core.preparation import Preparation
from bot.core.sheet import Said

_ABOUT_THE_STEP = frozenset({
    "smaller_step", "tell_someone", "timescale", "how_often", "in_the_way", "way_round", "check_in", "confidence_from",
    "confidence_higher",
})
CHANGE_KEYS = _ABOUT_THE_STEP | {
    "change_topic", "doing_it", "thinking_of_it", "change_hope", "first_step", "change_importance", "importance_from",
    "importance_higher",
    "change_confidence", "good_change", "hard_change", "good_same", "hard_same",
}
# A private answer takes away whatever speaks about it or lets it be guessed.
TAKES_AWAY = {
    "change_topic": CHANGE_KEYS,
    "first_step": _ABOUT_THE_STEP,
    "in_the_way": frozenset({"way_round"}),
    "change_importance": frozenset({"importance_from", "importance_higher"}),
    "change_confidence": frozenset({"confidence_from", "confidence_higher"}),
    "doing_it": frozenset({"thinking_of_it"}),
    "thinking_of_it": frozenset({"doing_it"}),
}


@dataclass(frozen=True)
class Shareable:
    """The answers of one preparation as far as the clinician may see them."""

    p: Preparation

    @cached_property
    def hidden(self) -> frozenset[str]:
        """References kept private, and those that go with them."""
        private = {ref for ref, answer in self.p.answers.items() if answer.private}
        return frozenset(private.union(*(TAKES_AWAY.get(ref, frozenset()) for ref in private)))

    @property
    def count(self) -> int:
        """How many answers the person kept to themselves."""
        return sum(answer.private for answer in self.p.answers.values() if answer.state is not State.REMOVED)

    def answer(self, ref: str) -> Answer | None:
        """The answer to ``ref``, unless it is hidden or was taken out."""
        answer = self.p.answer(ref)
        return None if answer is None or ref in self.hidden or answer.state is State.REMOVED else answer

    def said(self, ref: str) -> Said | None:
        """The answer to ``ref`` as it stands on the sheet; a day is understood elsewhere, so its value stays out."""
        answer = self.answer(ref)
        if answer is None:
            return None
        value = None if key_of(ref) == "check_in" else answer.value
        return Said(answer.state.value, answer.words, value, answer.given_by)

    def value(self, ref: str) -> object:
        """What was understood for ``ref``; None unless it was really answered and may be seen."""
        answer = self.answer(ref)
        return answer.value if answer is not None and answer.answered else None

    def numbers(self, key: str) -> tuple[int, ...]:
        """The numbers of the items of a list that may be seen, in the order told."""
        return tuple(item.number for item in self.p.items(key) if f"{key}:{item.number}" not in self.hidden)

    def left(self) -> tuple[str, ...]:
        """Keys of the questions nobody asked; none about the change when a part of it is hidden."""
        answered = {key_of(ref) for ref in self.p.answers}
        gone = answered | (CHANGE_KEYS if self.hidden & CHANGE_KEYS else frozenset())
        return tuple(dict.fromkeys(key for key in map(key_of, self.p.left) if key not in gone))
