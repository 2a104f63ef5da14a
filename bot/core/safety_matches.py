"""What the rules find in a message, where, and how it is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from bot.core.safety_context import Contexts, Meant
from bot.core.safety_numbers import ordinary_words
from bot.core.safety_patterns import Match, Patterns
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import Reading

REVIEWED = frozenset({"low_mood"})  # kept, and answered when it recurs; never an alert by itself
_SHORT_ANSWER = 30  # words
_NEAR = 4  # what explains a finding stands at most three words away
_ABOUT_OTHERS = frozenset({"harm_by_others", "child_at_risk"})  # somebody else is part of what is said


@dataclass(frozen=True)
class Finding:
    """One rule that matched, and why it does or does not count.

    ``kind``: ``emergency`` ``self_harm`` ``harm_by_others`` ``child_at_risk`` ``overdose`` ``low_mood``.
    ``rule`` is the rule's id, ``words`` what the person wrote. ``past`` also covers what comes and goes and is not
    there now. ``alert``: leave the flow at once; danger to somebody else now is one too. A ``low_mood`` finding is
    never an alert by itself; when it is ``present`` it is kept, and answered.
    """

    kind: str
    rule: str
    words: str
    negated: bool
    past: bool
    other_person: bool
    hypothetical: bool
    alert: bool

    @property
    def present(self) -> bool:
        """The person says it of themselves, now."""
        return not (self.negated or self.past or self.other_person or self.hypothetical)

    @property
    def counts(self) -> bool:
        """It calls for an answer: an alert, or low mood that is there now."""
        return self.alert or self.present


@dataclass(frozen=True)
class Placed:
    """A finding, and the words (``first`` to the word before ``after``) that it stands in."""

    finding: Finding
    first: int
    after: int


def find_matches(
    reading: Reading, rules: SafetyRules, patterns: Patterns, near: bytearray | None = None,
    leave: Set[str] = frozenset(),
) -> dict[str, Placed]:
    """The best finding of each rule, by its id. A figure of speech, what is taken back, what lacks its company, and a
    measure with ordinary numbers ("temp 36.7") is none.

    Args:
        patterns: those of ``rules`` that are looked for, numbered as the rules are: ``of_rules``, ``of_hints``, ``of_answers``.
        near: only what begins at a word marked there. leave: kinds that are not looked for.
    """
    owners = frozenset(number for number, rule in enumerate(rules.rules) if rule.kind in leave) if leave else frozenset()
    matches = list(patterns.search(reading, near, owners))
    if not matches:
        return {}
    best: dict[str, Placed] = {}
    contexts = Contexts(reading, rules, [span for match in matches for span in match.spans])
    figures = {place for match in rules.of_figures.search(reading) for place in range(*match.spans[0])}
    figures |= ordinary_words(reading, rules.numbers)
    others = frozenset(range(len(rules.rules))) - {match.owner for match in matches}
    alone = {(one.owner, one.spans) for one in _alone(matches, reading, rules, others)}
    taken_back = [*rules.of_unless.search(reading, leave=others)]
    explained = _explained(reading, rules, others)
    reach = _SHORT_ANSWER if patterns is rules.of_answers else 0  # an answer is read as a whole
    for match in matches:
        rule = rules.rules[match.owner]
        if rule.id in best and best[rule.id].finding.alert:
            continue
        if (match.owner, match.spans) in alone:
            continue
        if any(not figures.isdisjoint(range(*span)) for span in match.spans):
            continue
        if any(one.owner == match.owner and _beside(one, match, reading, reach) for one in taken_back):
            continue
        if any(one.owner == match.owner and _beside(one, match, reading, _NEAR) for one in explained):
            continue
        placed = _placed(match, reading, rules, contexts)
        if rule.id not in best or _weighs_more(placed.finding, best[rule.id].finding):
            best[rule.id] = placed
    return best


def _beside(one: Match, other: Match, reading: Reading, between: int) -> bool:
    """Whether words of both stand in one sentence, with at most ``between`` - 1 words between; with 0 they must share one."""
    ends = reading.sentence_end
    return any(
        max(here[0] - there[1], there[0] - here[1]) < between and ends[here[0]] == ends[there[0]]
        for here in one.spans for there in other.spans
    )


def _explained(reading: Reading, rules: SafetyRules, leave: Set[int]) -> list[Match]:
    """What says that the words beside it are something harmless, where nothing in its sentence or a neighbouring one says
    that it is danger all the same."""
    found = list(rules.of_explained.search(reading, leave=leave))
    if not found:
        return []
    order = _sentences(reading)
    meant = _around(rules.of_despite, reading, order, leave)
    return [one for one in found if (one.owner, order[reading.sentence_end[one.spans[0][0]]]) not in meant]


def _alone(matches: Sequence[Match], reading: Reading, rules: SafetyRules, leave: Set[int]) -> list[Match]:
    """Matches of rules that need something beside them, where it stands neither in their sentence nor in a neighbouring one."""
    needing = [one for one in matches if rules.rules[one.owner].beside]
    if not needing:
        return []
    order = _sentences(reading)
    there = _around(rules.of_beside, reading, order, leave)
    return [one for one in needing if (one.owner, order[reading.sentence_end[one.spans[0][0]]]) not in there]


def _sentences(reading: Reading) -> dict[int, int]:
    """The number of each sentence, by its end."""
    return {end: place for place, end in enumerate(sorted(set(reading.sentence_end)))}


def _around(patterns: Patterns, reading: Reading, order: Mapping[int, int], leave: Set[int]) -> set[tuple[int, int]]:
    """The rules whose patterns are found, each with the number of that sentence and of its neighbours."""
    return {
        (one.owner, order[reading.sentence_end[span[0]]] + step)
        for one in patterns.search(reading, leave=leave) for span in one.spans for step in (-1, 0, 1)
    }


def _weighs_more(finding: Finding, other: Finding) -> bool:
    return finding.alert or (finding.present and not other.present)


def _placed(match: Match, reading: Reading, rules: SafetyRules, contexts: Contexts) -> Placed:
    rule = rules.rules[match.owner]
    meant = _meant([contexts.of(span, rule.kind) for span in match.spans])
    if rule.kind in _ABOUT_OTHERS:
        meant = Meant(meant.negated, meant.past, False, meant.hypothetical)
    alert = not (meant.negated or meant.past or meant.hypothetical) and rule.kind not in REVIEWED
    first, after = match.spans[0][0], max(span[1] for span in match.spans)
    finding = Finding(
        rule.kind, rule.id, reading.quote(first, after), meant.negated, meant.past, meant.other_person, meant.hypothetical,
        alert)
    return Placed(finding, first, after)


def _meant(several: Sequence[Meant]) -> Meant:
    together = several[0]
    for one in several[1:]:
        together = together | one
    return together
