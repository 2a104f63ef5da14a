"""How a match is meant: negated, past, about somebody else, hypothetical. Four separate answers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from bot.core.safety_clauses import Clauses
from bot.core.safety_patterns import Span
from bot.core.safety_rules import SafetyRules, Trigger
from bot.core.safety_text import Reading

_WIDEST = 24  # words; no trigger reaches further
_OF_ONESELF = frozenset({"self_harm", "overdose", "low_mood"})
_ELSEWHEN = frozenset({"past", "tense"})
_ELSEWHERE = _ELSEWHEN | {"other_person", "hypothetical"}  # seldom said of what somebody wishes now, for themselves
_LEADS_ON = 2  # words before the "I" of such a wish: "what if I", "she says I"


@dataclass(frozen=True)
class Meant:
    """The four flags of one match."""

    negated: bool
    past: bool
    other_person: bool
    hypothetical: bool

    def __or__(self, other: Meant) -> Meant:
        return Meant(
            self.negated or other.negated, self.past or other.past, self.other_person or other.other_person,
            self.hypothetical or other.hypothetical,
        )


class Contexts:
    """The triggers found around the matches of one message."""

    def __init__(self, reading: Reading, rules: SafetyRules, spans: list[Span]) -> None:
        self._reading = reading
        self._lists = rules.sentences
        self._clauses = Clauses(reading, rules.sentences)
        near = bytearray(len(reading.words))
        for first, after in spans:
            low, high = max(0, first - _WIDEST), min(len(near), after + _WIDEST)
            near[low:high] = b"\1" * (high - low)
        asides = {place for match in rules.of_asides.search(reading, near) for place in range(*match.spans[0])}
        found = [
            (match.spans[0], rules.triggers[match.owner]) for match in rules.of_triggers.search(reading, near)
            if match.spans[0][0] not in asides
        ]
        self._found = sorted(found, key=lambda pair: pair[0])
        self._starts = [span[0] for span, _ in self._found]

    def of(self, span: Span, kind: str, by_tense: bool = True) -> Meant:
        """The flags of the match at ``span``. The nearest word about time decides between past and present;
        a past tense alone counts, unless ``by_tense`` is false, when nothing says that it is now."""
        nearest: dict[str, int] = {}
        own = kind in _OF_ONESELF
        oneself = self._clauses.of_oneself_now(span) if own else None
        wish = own and self._clauses.is_bare_wish(span)
        low = bisect_left(self._starts, span[0] - _WIDEST)
        high = bisect_left(self._starts, span[1] + _WIDEST)
        for place, trigger in self._found[low:high]:
            if kind in trigger.not_for or (wish and trigger.context in _ELSEWHEN):
                continue
            leads_on = oneself is not None and oneself - _LEADS_ON < place[1] <= oneself and (
                trigger.context != "past" or self._may_be_past(span))
            if oneself is not None and trigger.context in _ELSEWHERE and not leads_on:
                continue
            distance = self._distance(place, span, trigger, kind)
            if distance is not None:
                nearest[trigger.context] = min(distance, nearest.get(trigger.context, distance))
        earlier = "past" in nearest and nearest["past"] < nearest.get("present", _WIDEST)
        past = earlier or (by_tense and "tense" in nearest and "present" not in nearest)
        return Meant("negated" in nearest, past, "other_person" in nearest, "hypothetical" in nearest)

    def _may_be_past(self, span: Span) -> bool:
        """Whether a verb here is written alike for now and then ("in 2010 I cut myself")."""
        return not self._lists.unchanging.isdisjoint(self._reading.words[span[0]:span[1]])

    def _is_plain_no(self, place: Span) -> bool:
        return place[1] - place[0] == 1 and self._reading.words[place[0]] in self._lists.plain_no

    def _distance(self, place: Span, span: Span, trigger: Trigger, kind: str) -> int | None:
        """How many words lie between, or nothing when the trigger does not reach."""
        inside = span[0] <= place[0] and place[1] <= span[1]
        if inside:
            return 0 if trigger.where == "near" else None
        if place[1] <= span[0] and trigger.where != "after":
            low, high = place[1], span[0]
        elif span[1] <= place[0] and trigger.where != "before":
            low, high = span[1], place[0]
        else:
            return None
        reading = self._reading
        if self._clauses.parted(low, high) or self._clauses.stated_apart(span, low, high, kind != "emergency"):
            return None
        if trigger.context == "hypothetical" and kind != "emergency" and self._clauses.told_apart(low, high):
            return None
        if trigger.context == "negated":
            if trigger.where == "after" and (self._clauses.is_stated_now(span) or self._clauses.is_said_of(span)):
                return None  # "he is unconscious no": the no answers something else
            if self._is_plain_no(place) and self._clauses.begins(span, place[1]):
                return None  # "no he is unconscious"
        if high - low > trigger.reach or reading.sentence_end[place[0]] != reading.sentence_end[span[0]]:
            return None
        if not trigger.over_pauses and reading.pause_between(low, high):
            return None
        if trigger.until and not trigger.until.isdisjoint(reading.words[low:high]):
            return None
        return high - low
