"""What numbers in a message say of danger: a value past a reviewed limit, with what has to be said beside it."""

from __future__ import annotations

from bot.core.safety_clauses import Clauses
from bot.core.safety_context import Contexts
from bot.core.safety_matches import Finding
from bot.core.safety_numbers import Limit, Measured, Numbers, measured_in
from bot.core.safety_patterns import Span
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import FEW, NUMBER, Reading

_NEAR_ENOUGH = 12  # words between a number and what takes it back
_DENIED = frozenset({"overdose"})  # "I have never taken sixteen"; a value is not denied ("cannot get it above 84")


def over_limits(reading: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """A finding for each limit that a number in the message passes, by the limit's id. Pure; never raises.

    What is long over or only imagined is found and does not count. A past tense alone ("was 84") is how a reading is told.
    """
    numbers = rules.numbers
    measured = measured_in(reading, numbers) if numbers is not None else []
    passed = [
        (place, limit, one) for place, limit in enumerate(numbers.limits if numbers is not None else ())
        for one in measured if one.measure.id == limit.measure and limit.passed_by(one.value, one.second)
    ]
    if not passed:
        return {}
    beside = _places(reading, rules, numbers)
    contexts = Contexts(reading, rules, [one.span for _, _, one in passed] + [span for _, span in beside])
    clauses = Clauses(reading, rules.sentences)
    unless = [(match.owner, match.spans[0]) for match in numbers.unless.search(reading)]
    found: dict[str, Finding] = {}
    for place, limit, one in passed:
        there = [span for owner, span in beside if owner == place]
        about = [span for owner, span in unless if owner == place and _is_about(span, one, reading)]
        if any(_is_beside(span, one, reading, clauses) for span in about):
            continue
        if limit.needs and all(contexts.of(span, "emergency").negated for span in there):
            continue
        finding = _finding(limit, one, reading, contexts)
        if limit.id not in found or finding.alert:
            found[limit.id] = finding
    return found


def _is_about(span: Span, one: Measured, reading: Reading) -> bool:
    """Whether words that take a number back ("target 88", "keep it above 92") are about this number."""
    return reading.words[span[1] - 1] not in {NUMBER, FEW} or span[0] <= one.place < span[1]


def _is_beside(span: Span, one: Measured, reading: Reading, clauses: Clauses) -> bool:
    """Whether they stand in the clause of the number, and near it: a pill "every day" says nothing of what follows far on."""
    between = max(span[0] - one.span[1], one.span[0] - span[1])
    if clauses.parted(min(span[1], one.span[1]), max(span[0], one.span[0])):
        return False
    return between < _NEAR_ENOUGH and reading.sentence_end[span[0]] == reading.sentence_end[one.span[0]]


def _places(reading: Reading, rules: SafetyRules, numbers: Numbers) -> list[tuple[int, Span]]:
    """What stands beside the numbers and is no figure of speech, by the place of its limit."""
    figures = {place for match in rules.of_figures.search(reading) for place in range(*match.spans[0])}
    return [
        (match.owner, match.spans[0]) for match in numbers.beside.search(reading)
        if figures.isdisjoint(range(*match.spans[0]))
    ]


def _finding(limit: Limit, one: Measured, reading: Reading, contexts: Contexts) -> Finding:
    meant = contexts.of(one.span, limit.kind, by_tense=False)
    negated = meant.negated and limit.kind in _DENIED
    alert = not (negated or meant.past or meant.hypothetical)
    words = reading.quote(*one.span)
    return Finding(limit.kind, limit.id, words, negated, meant.past, meant.other_person, meant.hypothetical, alert)
