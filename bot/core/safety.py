"""The safety check: what in a message may mean danger, and whether it means it now.

Rules that count alone come first. Beside them a trained model weighs the words together with every rule and hint that
was found in them; it adds, and takes nothing away. A short answer is read with its question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.safety_answers import answers_to
from bot.core.safety_likeness import RULE, WITH, Believed, Cue, Resemblance, Resembling, any_of, cue_name
from bot.core.safety_limits import over_limits
from bot.core.safety_matches import REVIEWED, Finding, Placed, find_matches
from bot.core.safety_rules import KINDS, SafetyRules
from bot.core.safety_text import Reading, read

__all__ = ["Finding", "check", "danger_cues"]
_LONG = 300  # words; in so long a message hints of kinds that alert already are not looked for: it is answered in time


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
    placed = find_matches(reading, rules, rules.of_rules)
    findings = {rule: one.finding for rule, one in placed.items()}
    if resemblance is not None:
        settled = frozenset(one.kind for one in findings.values() if one.alert) if len(reading.words) > _LONG else frozenset()
        hinted = find_matches(reading, rules, rules.of_hints, leave=settled)
        believed = resemblance.of(reading, _cues(placed, hinted))
        findings = {**_believed(reading, resemblance, believed, placed, hinted), **findings}
    findings |= over_limits(reading, rules)
    if question:
        findings = {**answers_to(question, reading, rules), **findings}
    return tuple(sorted(findings.values(), key=lambda f: (not f.alert, KINDS.index(f.kind), f.rule)))


def danger_cues(reading: Reading, rules: SafetyRules) -> list[Cue]:
    """Every rule and hint that is found in a message, as the trained model counts them."""
    return _cues(find_matches(reading, rules, rules.of_rules), find_matches(reading, rules, rules.of_hints))


def _cues(placed: Mapping[str, Placed], hinted: Mapping[str, Placed]) -> list[Cue]:
    """Each finding counts by its rule and by its kind, and otherwise where it is denied, past, another's or imagined."""
    cues = []
    for how, some in (("rule", placed), ("hint", hinted)):
        for one in some.values():
            cues += [
                Cue(cue_name(how, what, one.finding.counts), one.first, one.after)
                for what in (one.finding.rule, any_of(one.finding.kind))
            ]
    return cues


def _believed(
    reading: Reading, resemblance: Resemblance, believed: Sequence[Believed], placed: Mapping[str, Placed],
    hinted: Mapping[str, Placed],
) -> dict[str, Finding]:
    """What only the trained model hears. Of a kind that alerts already it adds nothing."""
    alerting = {one.finding.kind for one in placed.values() if one.finding.alert}
    found = {}
    for one in resemblance.find(believed):
        if one.kind in alerting or (not resemblance.alarms(one) and _is_denied(one, hinted, placed)):
            continue
        hint = next((
            told.finding for told in hinted.values() if told.finding.kind == one.kind and told.finding.counts and _in(one, told)
        ), None)
        if hint is not None and resemblance.alarms(one):
            found[hint.rule + WITH] = replace(hint, rule=hint.rule + WITH)
            continue
        kind = one.kind if resemblance.alarms(one) else "low_mood"
        words = reading.quote(one.first, one.after)
        found[RULE + one.kind] = Finding(kind, RULE + one.kind, words, False, False, False, False, kind not in REVIEWED)
    return found


def _is_denied(one: Resembling, *told: Mapping[str, Placed]) -> bool:
    """Whether all that rules and hints found of this kind in the words is denied, past, another's or imagined."""
    about = [
        placed.finding for some in told for placed in some.values() if placed.finding.kind == one.kind and _in(one, placed)
    ]
    return bool(about) and not any(finding.counts for finding in about)


def _in(one: Resembling, told: Placed) -> bool:
    return one.first <= told.first and told.after <= one.after
