"""What the rules find in a message, where, and how it is meant."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from bot.core.safety_context import Contexts, Meant
from bot.core.safety_numbers import ordinary_words
from bot.core.safety_patterns import Match, Patterns
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import Reading

REVIEWED = frozenset({"low_mood"})  # kept, and answered when it recurs; never an alert by itself
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
    """The best finding of each rule, by its id. A figure of speech, what is taken back, and a measure with ordinary numbers
    ("temp 36.7") is none.

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
    taken_back = frozenset(
        (match.owner, reading.sentence_end[match.spans[0][0]])
        for match in rules.of_unless.search(reading, leave=others)
    ) | _explained(reading, rules, others)
    for match in matches:
        rule = rules.rules[match.owner]
        if rule.id in best and best[rule.id].finding.alert:
            continue
        if any(not figures.isdisjoint(range(*span)) for span in match.spans):
            continue
        if any((match.owner, reading.sentence_end[span[0]]) in taken_back for span in match.spans):
            continue
        placed = _placed(match, reading, rules, contexts)
        if rule.id not in best or _weighs_more(placed.finding, best[rule.id].finding):
            best[rule.id] = placed
    return best


def _explained(reading: Reading, rules: SafetyRules, leave: Set[int]) -> Set[tuple[int, int]]:
    """For each owner the sentences (by their ends) in which what it finds is something harmless: they or a neighbour say so,
    and neither says that it is danger all the same."""
    explained = [(match.owner, match.spans[0][0]) for match in rules.of_explained.search(reading, leave=leave)]
    if not explained:
        return frozenset()
    order = {end: place for place, end in enumerate(sorted(set(reading.sentence_end)))}
    ends = list(order)

    def beside(first: int) -> list[int]:
        place = order[reading.sentence_end[first]]
        return ends[max(0, place - 1):place + 2]

    meant = {(match.owner, end) for match in rules.of_despite.search(reading, leave=leave) for end in beside(match.spans[0][0])}
    return {(owner, end) for owner, first in explained for end in beside(first)} - meant


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
