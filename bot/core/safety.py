"""The safety check: what in a message may mean danger, and whether it means it now."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.safety_context import Contexts, Meant
from bot.core.safety_likeness import RULE, WITH, Believed, Resemblance
from bot.core.safety_patterns import Match, Patterns, Span
from bot.core.safety_rules import KINDS, SafetyRules
from bot.core.safety_text import Reading, read

_REVIEWED = frozenset({"low_mood"})  # kept, and answered when it recurs; never an alert by itself
_ABOUT_OTHERS = frozenset({"harm_by_others", "child_at_risk"})  # somebody else is part of what is said
_LONGEST_YES = 8  # words
_BEGINNING = 8  # words; where an answer says what it says
_LONG = 300  # words; so long a message with an alert by rule is not read for likeness as well: it is answered in time


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


def check(
    text: str, rules: SafetyRules, question: str | None = None, resemblance: Resemblance | None = None,
) -> tuple[Finding, ...]:
    """Everything in ``text`` that a safety rule names, alerts first; at most one finding for each rule.

    Pure and deterministic; standard library only; never raises for any string.

    Args:
        text: what came in, up to 10,000 characters.
        rules: reviewed content, from ``bot.content.load_safety``.
        question: the words the person was answering, when known; a bare "yes" and what rules call answers are read with it.
        resemblance: adds a finding ``resembles_<kind>`` where no rule speaks of what the words mean; takes none away.
    """
    reading = read(text, rules.spelling)
    findings, explained = _findings(reading, rules, rules.of_rules)
    answered = len(reading.words) > _LONG and any(finding.alert for finding in findings.values())
    if resemblance is not None and not answered:
        believed = resemblance.of(reading)
        added = _hinted(reading, rules, resemblance, believed)
        added |= _likenesses(reading, resemblance, believed, findings, explained)
        findings = {**added, **findings}
    if question:
        findings = {**_answered(reading, rules, question), **findings}
    if not findings and question and _is_yes(reading, rules):
        findings = _confirmed(text, question, rules)
    return tuple(sorted(findings.values(), key=lambda f: (not f.alert, KINDS.index(f.kind), f.rule)))


def _hinted(
    reading: Reading, rules: SafetyRules, resemblance: Resemblance, believed: Sequence[Believed],
) -> dict[str, Finding]:
    """What is too common to count alone, and counts because the words around it are alike."""
    near = resemblance.alike(believed, len(reading.words))
    if not any(near):
        return {}
    found = {}
    for finding in _findings(reading, rules, rules.of_hints, near)[0].values():
        first = bisect_left(reading.starts, reading.text.find(finding.words))
        after = first + max(1, len(finding.words.split()))
        counts = finding.alert or finding.present
        if counts and resemblance.supports(believed, finding.kind, first, min(after, len(reading.words))):
            found[finding.rule + WITH] = replace(finding, rule=finding.rule + WITH)
    return found


def _answered(reading: Reading, rules: SafetyRules, question: str) -> dict[str, Finding]:
    """What means danger as the beginning of an answer to this question, and perhaps nowhere else."""
    asked = {rules.rules[match.owner].id for match in rules.of_asked.search(read(question, rules.spelling))}
    if not asked:
        return {}
    near = bytearray(b"\1" * min(_BEGINNING, len(reading.words))).ljust(len(reading.words), b"\0")
    found, _ = _findings(reading, rules, rules.of_answers, near)
    return {
        rule: replace(finding, negated=False, other_person=False, alert=True)  # "no" is what is said, not what denies it
        for rule, finding in found.items() if rule in asked and not (finding.past or finding.hypothetical)
    }


def _likenesses(
    reading: Reading, resemblance: Resemblance, believed: Sequence[Believed], findings: dict[str, Finding],
    explained: list[Span],
) -> dict[str, Finding]:
    """What only the trained model hears. Of a kind that alerts already it adds nothing."""
    alerting = {finding.kind for finding in findings.values() if finding.alert}
    found = {}
    for one in resemblance.find(believed, explained):
        if one.kind not in alerting:
            kind = one.kind if resemblance.alarms(one) else "low_mood"
            words = reading.quote(one.first, one.after)
            found[RULE + one.kind] = Finding(kind, RULE + one.kind, words, False, False, False, False, kind not in _REVIEWED)
    return found


def _findings(
    reading: Reading, rules: SafetyRules, patterns: Patterns, near: bytearray | None = None,
) -> tuple[dict[str, Finding], list[Span]]:
    """The best finding of each rule; and the places that a rule read as denied, past, imagined or a figure of speech."""
    matches = list(patterns.search(reading, near))
    explained = [match.spans[0] for match in rules.of_figures.search(reading)]
    if not matches:
        return {}, explained
    best: dict[str, Finding] = {}
    contexts = Contexts(reading, rules, [span for match in matches for span in match.spans])
    figures = {place for span in explained for place in range(*span)}
    taken_back = _unless(reading, rules)
    for match in matches:
        rule = rules.rules[match.owner]
        if rule.id in best and best[rule.id].alert:
            continue
        if any(not figures.isdisjoint(range(*span)) for span in match.spans):
            continue
        if _is_taken_back(match, reading, taken_back):
            explained += match.spans
            continue
        finding = _finding(match, reading, rules, contexts)
        if not (finding.alert or finding.present):
            explained += match.spans
        if rule.id not in best or finding.alert or (finding.present and not best[rule.id].present):
            best[rule.id] = finding
    return best, explained


def _finding(match: Match, reading: Reading, rules: SafetyRules, contexts: Contexts) -> Finding:
    rule = rules.rules[match.owner]
    meant = contexts.of(match.spans[0], rule.kind)
    for span in match.spans[1:]:
        meant = meant | contexts.of(span, rule.kind)
    if rule.kind in _ABOUT_OTHERS:
        meant = Meant(meant.negated, meant.past, False, meant.hypothetical)
    alert = not (meant.negated or meant.past or meant.hypothetical) and rule.kind not in _REVIEWED
    first, after = match.spans[0][0], max(span[1] for span in match.spans)
    words = reading.quote(first, after)
    return Finding(
        rule.kind, rule.id, words, meant.negated, meant.past, meant.other_person, meant.hypothetical, alert)


def _unless(reading: Reading, rules: SafetyRules) -> frozenset[tuple[int, int]]:
    """Which rules (by number) are taken back in which sentences (by their end)."""
    return frozenset(
        (match.owner, reading.sentence_end[match.spans[0][0]]) for match in rules.of_unless.search(reading))


def _is_taken_back(match: Match, reading: Reading, taken_back: frozenset[tuple[int, int]]) -> bool:
    return any((match.owner, reading.sentence_end[span[0]]) in taken_back for span in match.spans)


def _is_yes(reading: Reading, rules: SafetyRules) -> bool:
    return 0 < len(reading.words) <= _LONGEST_YES and reading.words[0] in rules.yes and "not" not in reading.words


def _confirmed(text: str, question: str, rules: SafetyRules) -> dict[str, Finding]:
    """What a bare yes admits to: the question is read as if the person had said it. Only for self-harm, because other
    questions ("any chest pain?") are asked about weeks, not about now."""
    reading = read(question, rules.spelling)
    said = read(" ".join(rules.mirror.get(word, word) for word in reading.words), rules.spelling)
    return {
        rule: Finding("self_harm", rule, text.strip(), False, False, False, False, True)
        for rule, finding in _findings(said, rules, rules.of_rules)[0].items() if finding.kind == "self_harm"
    }
