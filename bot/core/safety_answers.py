"""What an answer means where the question was about danger, and would not mean by itself: “sometimes”, “no, I can't”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from bot.core.safety_matches import REVIEWED, Finding, find_matches
from bot.core.safety_patterns import Patterns, Span
from bot.core.safety_rules import Answer, Answers, SafetyRules
from bot.core.safety_sentences import SentenceWords
from bot.core.safety_text import Reading, read

_BEGINNING = 8  # words; where an answer says what it says
_LONGEST = 16  # words; what is longer speaks for itself, and is read by the rules
_SHORTEST = 3  # words
_QUESTION = re.compile(r"[^.?!]*\?")
_PLAIN = ("agreeing", "being_well", "none_of_it", "denying", "around")
_NO_MORE = ("agreeing", "admitting", "admitting_alone", "denying", "unsure", "turning", "now", "over", "around")


def answers_to(question: str, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What ``answer`` admits to, by rule. Pure; never raises.

    Args:
        question: the words that were answered, as far as they are known. Of several questions the last counts. The ones
            before it count too for an answer that says no more than yes or no: "yes, two" goes on about the last.
    """
    asked = [read(one, rules.spelling) for one in questions_in(question, rules)]
    if not asked:
        return {}
    found = _by_rule(asked[-1], answer, rules)
    for one in asked if _says_no_more(answer, rules.answers) else asked[-1:]:
        found = {**_by_agreeing(one, answer, rules), **found}
    return found


def questions_in(asked: str, rules: SafetyRules) -> tuple[str, ...]:
    """The questions in what was said before an answer, in order.

    They are the sentences with a question mark; a few words after the last belong to it ("Any of these? Thoughts of
    suicide"). Without any mark it is everything, where that is short or worded as a question.
    """
    found = _QUESTION.findall(asked)
    if found:
        rest = asked[asked.rindex("?") + 1:]
        return (*found[:-1], found[-1] + rest if len(rest.split()) <= _LONGEST else found[-1])
    short = len(asked.split()) <= _LONGEST
    return (asked,) if short or _has(rules.answers.wording, read(asked, rules.spelling)) else ()


def read_answer(reading: Reading, answers: Answers, feared: Answer) -> Answer:
    """How an answer takes a question, one of whose answers is ``feared``. Never raises.

    What is said first counts, a plain yes above all, unless nothing but a denial follows it ("yes I'm fine, no thoughts like
    that"). Where that is not what is feared, what follows can still make it ``unsure``: "no, well, sometimes"; a plain yes
    after a no is a yes: "no, well, yes". ``other`` is what is none of these, and what is long without a plain yes.
    """
    if not reading.words:
        return _by_sign(reading.text, answers)
    yes, no, unsure = _signs(reading, answers)
    after = 1
    if any(first == 0 for first, _ in _spans(answers.agreeing, reading)):
        said = _after_a_yes(reading, answers) if feared is Answer.admits else Answer.admits
        if said is not feared:
            return said
    elif len(reading.words) > _LONGEST:
        return Answer.other
    elif yes and yes[0][0] == 0:
        said, after = Answer.admits, yes[0][1]
    elif no and no[0][0] <= 1:
        said, after = Answer.denies, no[0][1]
    elif yes and answers.sentences.denying.isdisjoint(reading.words[:yes[0][0]]):
        said, after = Answer.admits, yes[0][1]
    else:
        return Answer.unsure if unsure else Answer.other
    if said is feared:
        return said
    if feared is Answer.admits and _says_yes_after_all(reading, answers, after, yes):
        return feared
    takes_it_back = _turns(reading, answers, after, yes if feared is Answer.admits else no)
    return Answer.unsure if unsure or takes_it_back else said


def _after_a_yes(reading: Reading, answers: Answers) -> Answer:
    """What an answer says that begins with yes: that, unless all the rest only says that one is well or has none of it."""
    well, none = _spans(answers.being_well, reading), _spans(answers.none_of_it, reading)
    if not (well or none) or len(_said(reading, _PLAIN, answers)) < len(reading.words):
        return Answer.admits
    return Answer.denies if none else Answer.unsure


def _says_yes_after_all(reading: Reading, answers: Answers, after: int, yes: list[Span]) -> bool:
    """Whether a plain yes follows a turn or has more of its kind behind it ("well yes", "yes sometimes"). "Yeah, I'm fine"
    is none."""
    hesitating = {place for place, word in enumerate(reading.words) if word in answers.sentences.hesitating}
    turned = {end for _, end in _spans(answers.turning, reading)} | {place + 1 for place in hesitating}
    admitted = {first for first, _ in yes} | hesitating
    well = {first for first, _ in _spans(answers.being_well, reading)}
    return any(
        first >= after and end not in well and (first in turned or end in admitted)
        for first, end in _spans(answers.agreeing, reading) if (first, end) in yes
    )


def is_over(reading: Reading, answers: Answers) -> bool:
    """Whether an answer says that it is past, and nothing in it says that it is now ("now" in "not now" does not)."""
    over = _spans(answers.over, reading)
    now = [span for span in _spans(answers.now, reading) if not any(one[0] <= span[0] and span[1] <= one[1] for one in over)]
    return bool(over) and not now


def _by_sign(text: str, answers: Answers) -> Answer:
    for how, signs in ((Answer.admits, answers.admitting_signs), (Answer.denies, answers.denying_signs)):
        if any(sign in text for sign in signs):
            return how
    return Answer.other


def _signs(reading: Reading, answers: Answers) -> tuple[list[Span], list[Span], list[Span]]:
    """Where an answer says yes, where no, and where neither. "Probably not" is a no; "no idea" is neither."""
    unsure = _spans(answers.unsure, reading)
    yes, no = _spans(answers.admitting, reading), _spans(answers.denying, reading)
    alone = [span for span in _spans(answers.admitting_alone, reading) if _is_alone(span, reading)]
    yes = sorted({*yes, *alone}, key=lambda span: (span[0], -span[1]))
    reversed_ones = [span for span in yes if _is_reversed(span, reading, answers.sentences)]
    no = sorted([*no, *((first, after + 1) for first, after in reversed_ones)])
    yes = [span for span in yes if span not in reversed_ones]
    return _apart(yes, unsure), _apart(no, unsure), unsure


def _is_alone(span: Span, reading: Reading) -> bool:
    """In the shortest answers, and where nothing else stands before the first comma or stop ("I do, every night")."""
    first, after = span
    ends = after == reading.sentence_end[first] or reading.pause_between(after, after)
    return len(reading.words) <= _SHORTEST or (first == 0 and ends)


def _is_reversed(span: Span, reading: Reading, lists: SentenceWords) -> bool:
    """By "not" after it, or by a "no" that ends the sentence: in "sometimes no one helps" it does not."""
    first, after = span
    end = reading.sentence_end[first]
    if after >= end or reading.pause_between(after, after):
        return False
    return reading.words[after] in lists.reversing or (end - after == 1 and reading.words[after] in lists.plain_no)


def _turns(reading: Reading, answers: Answers, after: int, feared: list[Span]) -> bool:
    """Whether an answer turns round ("but", "though") and says what is feared, not denied, after the word ``after``."""
    turns = [first for first, _ in _spans(answers.turning, reading)]
    if not any(turn >= after for turn in turns):
        return False
    parts = sorted({after, *turns, *reading.pauses, *reading.sentence_end})
    for first, _ in feared:
        if first < after:
            continue
        begin = parts[bisect_right(parts, first) - 1]
        if answers.sentences.denying.isdisjoint(reading.words[begin:first]):
            return True
    return False


def _says_no_more(reading: Reading, answers: Answers) -> bool:
    """Whether an answer has no word but those that say yes, no or neither, and how often."""
    return len(_said(reading, _NO_MORE, answers)) == len(reading.words)


def _said(reading: Reading, ways: Iterable[str], answers: Answers) -> set[int]:
    """The places of the words with which an answer says one of ``ways``, which are names of ``Answers``."""
    spans = [span for way in ways for span in _spans(getattr(answers, way), reading)]
    return {place for first, after in spans for place in range(first, after)}


def _by_rule(asked: Reading, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What a rule calls danger at the beginning of an answer to this question."""
    about = {rules.rules[match.owner].id for match in rules.of_asked.search(asked)}
    if not about:
        return {}
    near = bytearray(b"\1" * min(_BEGINNING, len(answer.words))).ljust(len(answer.words), b"\0")
    found = find_matches(answer, rules, rules.of_answers, near)
    return {  # "no" is what is said, and denies nothing
        rule: replace(one.finding, negated=False, other_person=False, alert=one.finding.kind not in REVIEWED)
        for rule, one in found.items() if rule in about and not (one.finding.past or one.finding.hypothetical)
    }


def _by_agreeing(asked: Reading, answer: Reading, rules: SafetyRules) -> dict[str, Finding]:
    """What a yes or no means. Somebody who can say neither is kept as low mood."""
    past = is_over(answer, rules.answers)
    found = {}
    for rule, kind, feared in _danger_in(asked, rules):
        how = read_answer(answer, rules.answers, feared)
        if how in (feared, Answer.unsure):
            kind = kind if how is feared else "low_mood"
            found[rule] = Finding(kind, rule, _words(answer), False, past, False, False, not past and kind not in REVIEWED)
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


def _words(answer: Reading) -> str:
    """What is kept: at most the beginning of a long answer."""
    last = min(len(answer.words), _LONGEST)
    return answer.quote(0, last) if last else answer.text.strip()


def _spans(patterns: Patterns, reading: Reading) -> list[Span]:
    return sorted({match.spans[0] for match in patterns.search(reading)}, key=lambda span: (span[0], -span[1]))


def _apart(spans: list[Span], others: list[Span]) -> list[Span]:
    return [span for span in spans if not any(span[0] < other[1] and other[0] < span[1] for other in others)]


def _has(patterns: Patterns, reading: Reading) -> bool:
    return next(patterns.search(reading), None) is not None
