"""Whether another score stands beside the one that is meant, with nothing to say which it is."""

from __future__ import annotations

import re

from bot.core.scale_numbers import TOP, Number
from bot.core.scale_spans import clause_of, joined
from bot.core.scale_strength import at_a_time, only_fillers
from bot.core.scale_turn_words import IS_NOW, LABEL, SOME_OF_THE_TIME, VARIES
from bot.core.scale_turns import denied, given_way, told_apart
from bot.core.scale_words import NO_SCORE_BEFORE, OVERALL

# "Arms five, scalp nine, legs I'd say two": what settles a number is said of one thing among others.
_SAID_OF_A_THING = re.compile(
    r"\W*(?:and |then )?(?:(?:the|my|both) )?(?!i\b|so\b|but\b|today\b|now\b|overall\b|honestly\b|really\b|pain\b|confidence\b|"
    r"importance\b|probably\b|maybe\b|it\b|well\b|yeah\b|ok\b|okay\b)"
    r"[a-z]+ (?:i'd|i would|i'll|i) (?:say|put|give|call|go)\b"
)


def sentence_of(number: Number, said: str) -> str:
    """What stands before and after the number in its sentence, put together."""
    return re.split(r"[.!?]", said[: number.start])[-1] + re.split(r"[.!?]", said[number.end :])[0]


def in_doubt(numbers: list[Number], strengths: dict[Number, int], meant: list[Number], said: str) -> bool:
    """Another score stands there, and nothing says which of them is meant."""
    values = {n.value for n in meant}
    scores = [n for n in numbers if strengths[n]]
    gone = given_way(scores, said)
    gone |= {n for one, n in zip(scores, scores[1:], strict=False) if denied(one, said) and joined(one, n, said)}
    rivals = [
        n
        for n in numbers
        if n.value not in values and 0 <= n.value <= TOP and not n.counts and not n.foreign and n not in gone
        and not denied(n, said) and not any(told_apart(n, numbers, said))
    ]  # fmt: skip
    if _one_of_several_times(numbers, meant, said):
        return True
    if any(n.of_ten for n in meant):
        if any(OVERALL.search(" ".join(clause_of(n, said))) for n in meant):
            return False
        return any(strengths[n] >= 3 or strengths[n] and _of_another_time(n, said) for n in rivals)
    settled = max(strengths[m] for m in meant) == 4 and _SAID_OF_A_THING.match(clause_of(meant[-1], said)[0]) is None
    own_sentence = is_a_sentence(meant[-1], said)
    for rival in rivals:
        before, after = clause_of(rival, said)
        if not strengths[rival]:
            if NO_SCORE_BEFORE.search(said[: rival.start]) or at_a_time(before):
                continue
            if (settled or own_sentence) and _is_told(before):
                continue
            return True
        if settled and OVERALL.search(said[: meant[-1].start]):
            continue
        if not settled or strengths[rival] == 4 or rival.start > meant[-1].start:
            return True
        around = (before, after, *clause_of(meant[-1], said))
        if not _encloses(rival, meant[-1], scores, said) and VARIES.search(" ".join(around)):
            return True
    return False


def _one_of_several_times(numbers: list[Number], meant: list[Number], said: str) -> bool:
    """ "Monday it was a 4, Wednesday a 9": what is left when the past is put aside is bound to a time or a thing itself."""
    around = " ".join(clause_of(meant[-1], said))
    others = [n for n in numbers if n.value != meant[-1].value and 0 <= n.value <= TOP and not n.counts and not n.foreign]
    return LABEL.search(around) is not None and not IS_NOW.search(around) and any(
        any(told_apart(n, numbers, said)[:2]) for n in others
    )


def _of_another_time(rival: Number, said: str) -> bool:
    """ "8 out of 10 on a good day, 3 on a bad one": the rival is told of a time, a place or a condition of its own."""
    own = " ".join(clause_of(rival, said))
    return VARIES.search(own) is not None or SOME_OF_THE_TIME.search(own) is not None


def _is_told(before: str) -> bool:
    """Whether a number with this before it in its clause is part of a story ("I missed one"), not of a list of scores."""
    return re.search(r"\b(?:i|i've|ive|we|we've|they|he|she|you)\b", before) is not None and (
        re.search(r"\b(?:is|was|are|were)(?: an?)? $", before) is None
    )


def is_a_sentence(number: Number, said: str) -> bool:
    """Whether the number, with nothing but fillers, is a whole sentence."""
    return only_fillers(sentence_of(number, said))


def _encloses(rival: Number, meant: Number, scores: list[Number], said: str) -> bool:
    """Whether the rival is a half beside what is meant, or an end of a span that holds it ("6 or 7, let's say 7")."""
    if rival.value != int(rival.value) and abs(rival.value - meant.value) < 1:
        return True
    return any(
        joined(rival, n, said) and min(rival.value, n.value) <= meant.value <= max(rival.value, n.value)
        for n in scores
        if n is not rival and n is not meant
    )
