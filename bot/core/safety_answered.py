"""What an answer means where the question was about danger, and would not mean by itself."""

from __future__ import annotations

from dataclasses import replace

from bot.core.danger_answers import Answer, is_over, last_question, read_answer
from bot.core.safety_matches import REVIEWED, Finding, find_matches
from bot.core.safety_rules import SafetyRules
from bot.core.safety_text import Reading, read

_BEGINNING = 8  # words; where an answer says what it says


def answers_to(question: str, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What ``answer`` admits to, by rule. Pure; never raises.

    Args:
        question: the words that were answered, as far as they are known; the last question in them counts.
    """
    asked = read(last_question(question), rules.spelling)
    return {**_by_agreeing(asked, answer, rules), **_by_rule(asked, answer, rules)}


def _by_rule(asked: Reading, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What a rule calls danger at the beginning of an answer to this question."""
    about = {rules.rules[match.owner].id for match in rules.of_asked.search(asked)}
    if not about:
        return {}
    near = bytearray(b"\1" * min(_BEGINNING, len(answer.words))).ljust(len(answer.words), b"\0")
    found = find_matches(answer, rules, rules.of_answers, near)
    return {
        rule: replace(one.finding, negated=False, other_person=False, alert=True)  # "no" is what is said, and denies nothing
        for rule, one in found.items() if rule in about and not (one.finding.past or one.finding.hypothetical)
    }


def _by_agreeing(asked: Reading, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What a short yes or no means. Somebody who can say neither is kept as low mood."""
    how = read_answer(answer, rules.answers)
    if how is Answer.other:
        return {}
    past = is_over(answer, rules.answers)
    words = answer.quote(0, len(answer.words))
    found = {}
    for rule, kind, danger in _danger_in(asked, rules):
        if how in (danger, Answer.unsure):
            kind = kind if how is danger else "low_mood"
            found[rule] = Finding(kind, rule, words, False, past, False, False, not past and kind not in REVIEWED)
    return found


def _danger_in(asked: Reading, rules: SafetyRules) -> list[tuple[str, str, Answer]]:
    """The danger a question asks about: rule, kind, and the answer that means it. It is read as if the person had said it,
    for self-harm only: other questions ("any chest pain?") are asked about weeks, not about now."""
    named = [rules.answers.questions[match.owner] for match in rules.answers.asking.search(asked)]
    if named:
        return [(one.id, one.kind, one.danger) for one in named]
    said = read(" ".join(rules.answers.mirror.get(word, word) for word in asked.words), rules.spelling)
    return [
        (rule, one.finding.kind, Answer.admits)
        for rule, one in find_matches(said, rules, rules.of_rules).items() if one.finding.kind == "self_harm"
    ]
