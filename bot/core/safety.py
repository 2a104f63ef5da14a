"""The safety check: what in a message may mean danger, and whether it means it now.

Rules that count alone come first. Beside them a trained model weighs the words together with every rule and hint that
was found in them; it adds, and takes nothing away. A short answer is read with its question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.danger_answers import Answer, is_over, last_question, read_answer
from bot.core.safety_likeness import RULE, WITH, Believed, Cue, Resemblance
from bot.core.safety_matches import REVIEWED, Finding, Placed, find_matches
from bot.core.safety_patterns import Span
from bot.core.safety_rules import KINDS, SafetyRules
from bot.core.safety_text import Reading, read

__all__ = ["Finding", "check", "danger_cues"]
_LONG = 300  # words; so long a message with an alert by rule is not read for likeness as well: it is answered in time


def check(
    text: str, rules: SafetyRules, question: str | None = None, resemblance: Resemblance | None = None,
) -> tuple[Finding, ...]:
    """Everything in ``text`` that a safety rule names, alerts first; at most one finding for each rule.

    Pure and deterministic; standard library only; never raises for any string.

    Args:
        text: what came in, up to 10,000 characters.
        rules: reviewed content, from ``bot.content.load_safety``.
        question: the words the person was answering, when known; a short answer is read with it.
        resemblance: adds a finding where its model believes in danger: of the hint that stands in the same words
            (``<rule>_and_likeness``), else ``resembles_<kind>``; takes none away.
    """
    reading = read(text, rules.spelling)
    placed, explained = find_matches(reading, rules, rules.of_rules)
    findings = {rule: one.finding for rule, one in placed.items()}
    answered = len(reading.words) > _LONG and any(finding.alert for finding in findings.values())
    if resemblance is not None and not answered:
        hinted, more = find_matches(reading, rules, rules.of_hints)
        believed = resemblance.of(reading, _cues(placed, hinted))
        findings = {**_believed(reading, resemblance, believed, findings, hinted, explained + more), **findings}
    if question and not any(finding.alert for finding in findings.values()):
        findings = {**findings, **_answered(text, reading, question, rules)}
    return tuple(sorted(findings.values(), key=lambda f: (not f.alert, KINDS.index(f.kind), f.rule)))


def danger_cues(reading: Reading, rules: SafetyRules) -> list[Cue]:
    """Every rule and hint that is found in a message, as the trained model counts them."""
    return _cues(find_matches(reading, rules, rules.of_rules)[0], find_matches(reading, rules, rules.of_hints)[0])


def _cues(placed: Mapping[str, Placed], hinted: Mapping[str, Placed]) -> list[Cue]:
    """Each finding counts by its rule and by its kind, and otherwise where it is denied, past, another's or imagined."""
    cues = []
    for how, some in (("rule", placed), ("hint", hinted)):
        for one in some.values():
            meant = "now" if one.finding.counts else "not"
            cues += [
                Cue(f"{how} {name} {meant}", one.first, one.after) for name in (one.finding.rule, f"any {one.finding.kind}")
            ]
    return cues


def _believed(
    reading: Reading, resemblance: Resemblance, believed: Sequence[Believed], findings: Mapping[str, Finding],
    hinted: Mapping[str, Placed], explained: Sequence[Span],
) -> dict[str, Finding]:
    """What only the trained model hears. Of a kind that alerts already it adds nothing."""
    alerting = {finding.kind for finding in findings.values() if finding.alert}
    found = {}
    for one in resemblance.find(believed, explained):
        if one.kind in alerting:
            continue
        hint = next((
            placed.finding for placed in hinted.values()
            if placed.finding.kind == one.kind and placed.finding.counts
            and one.first <= placed.first and placed.after <= one.after
        ), None)
        if hint is not None and resemblance.alarms(one):
            found[hint.rule + WITH] = replace(hint, rule=hint.rule + WITH)
            continue
        kind = one.kind if resemblance.alarms(one) else "low_mood"
        words = reading.quote(one.first, one.after)
        found[RULE + one.kind] = Finding(kind, RULE + one.kind, words, False, False, False, False, kind not in REVIEWED)
    return found


def _answered(text: str, reading: Reading, question: str, rules: SafetyRules) -> dict[str, Finding]:
    """What a short answer means where the question asked about danger. Being unsure of it is kept as low mood."""
    answer = read_answer(reading, rules.answers)
    if answer is Answer.other:
        return {}
    past = is_over(reading, rules.answers)
    found = {}
    for rule, kind, danger in _asked(question, rules):
        if answer in (danger, Answer.unsure):
            kind = kind if answer is danger else "low_mood"
            found[rule] = Finding(kind, rule, text.strip(), False, past, False, False, not past and kind not in REVIEWED)
    return found


def _asked(question: str, rules: SafetyRules) -> list[tuple[str, str, Answer]]:
    """The danger a question asks about: rule, kind, and the answer that means it. It is read as if the person had said it,
    for self-harm only: other questions ("any chest pain?") are asked about weeks, not about now."""
    reading = read(last_question(question), rules.spelling)
    named = [rules.answers.questions[match.owner] for match in rules.answers.asking.search(reading)]
    said = read(" ".join(rules.answers.mirror.get(word, word) for word in reading.words), rules.spelling)
    mirrored = [] if named else [
        (rule, one.finding.kind, Answer.admits)
        for rule, one in find_matches(said, rules, rules.of_rules)[0].items() if one.finding.kind == "self_harm"
    ]
    return [(one.id, one.kind, one.danger) for one in named] + mirrored
