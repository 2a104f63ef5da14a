"""How plainly each number of an answer answers "from 0 to 10?"."""

from __future__ import annotations

import re

from bot.core.scale_asides import HOW_ONE_FEELS
from bot.core.scale_numbers import TOP, Number
from bot.core.scale_spans import clause_of, joined
from bot.core.scale_turns import taken_back
from bot.core.scale_words import (
    HEDGED,
    MAY_BE,
    MAY_FOLLOW,
    NO_SCORE_BEFORE,
    OTHER_AND_NUMBER,
    OVERALL,
    SCORE_CALLED,
    SCORING,
    SETTLES,
    is_filler,
)

_A_NUMBER_IS = frozenset(
    "a the is it's its say choose pick give for be with go put i think so answer that's um er tick mark on".split()
)
_THE_ELDEST = re.compile(r"\b(?:eldest|youngest|oldest|twins?|toddler),? $")
_NEAR = 160  # characters before a number in which words may settle it
FEW = 7  # words; in a longer answer a number that nothing leads to may be about something else
_WILL_DO = re.compile(r"'ll d|\s*(?:will do|it is|i'?ll (?:take|have|go with)|this (?:week|month|year|time))\b")
_FROM_ME = re.compile(
    r"'ll d|\s*(?:from me|for (?:importance|confidence|sureness|pain)|will do|it is|i'?ll (?:take|have|go with)|"
    r"will have to do)\b"
)


def strengths_of(numbers: list[Number], said: str) -> dict[Number, int]:
    """The strength of each; two that are joined as a span share the greater one."""
    found = {number: _strength(number, said, numbers) for number in numbers}
    for one, other in zip(numbers, numbers[1:], strict=False):
        if not (one.counts or other.counts or one.foreign or other.foreign) and joined(one, other, said):
            found[one] = found[other] = max(found[one], found[other])
        if found[one] > 1 and not other.foreign and taken_back(one, other, said):  # "7 wait no 9"
            found[other] = max(found[other], found[one])
    return found


def _strength(number: Number, said: str, numbers: list[Number]) -> int:
    """How plainly the number answers the question.

    0 not at all ("two doctors", "flat 6") · 1 it may · 2 it stands alone in its clause · 3 it is said to be the answer
    ("it's a 7"), or is all there is at the beginning or the end · 4 words settle it ("so I'd say 7").
    """
    if number.counts:
        return 0
    if number.of_ten:
        return 4
    before, after = clause_of(number, said)
    if number.foreign:
        return 3 if not before.strip() and len(numbers) == 1 else 0
    lead = re.findall(r"[a-z']+", before)
    if _led_elsewhere(number, before, lead, said):
        return 0
    if len(numbers) > 1 and said[: number.start].count("(") > said[: number.start].count(")"):
        return 1  # "7 (that's an 8 in normal people)"
    settled = SETTLES.search(_opening(number, before, said)[-_NEAR:]) is not None
    overall = OVERALL.search(said[: number.start]) is not None
    words = lead + re.findall(r"[a-z']+", after)
    if all(is_filler(word) for word in words) and lead[-1:] != ["no"]:
        if settled or overall:
            return 4
        begins = only_fillers(said[: number.start - len(before)])
        ends = not said[number.end + len(after) :].strip(" .!?)")
        concludes = re.search(r"\b(?:but|so)$", said[: number.start - len(before)]) is not None
        return 3 if begins or ends or concludes or _said_plainly(before, len(said.split())) else 2
    follows = re.match(r"\s*([a-z']+)", after)
    if OTHER_AND_NUMBER.match(after):
        return 2
    hedged = bool(HEDGED.search(before.rstrip()))
    led = hedged or bool(SCORING.search(before.rstrip())) or _WILL_DO.match(after) is not None
    if HOW_ONE_FEELS.fullmatch(after):
        return 3 if only_fillers(said[: number.start]) else 2
    if follows and follows[1] not in MAY_FOLLOW and not follows[1].endswith(("ly", "ley")):
        concludes = re.search(r"\b(?:but|so)$", said[: number.start - len(before)]) and re.fullmatch(r" an? ", before)
        return 3 if SCORE_CALLED.search(before) or concludes else 1 if led and lead[-1:] in (["a"], ["an"]) else 0
    if led or settled:
        plainly = not hedged or SCORING.search(before.rstrip()) or len(said.split()) <= FEW
        return 4 if settled or overall or _FROM_ME.match(after) else 3 if plainly else 2
    return 3 if only_fillers(said[: number.start]) else 1


def _said_plainly(before: str, words: int) -> bool:
    """Whether words for a score lead to it ("I'm a 6"); in a long answer "about" alone does not."""
    return SCORING.search(before.rstrip()) is not None or words <= FEW and HEDGED.search(before.rstrip()) is not None


def _opening(number: Number, before: str, said: str) -> str:
    """What stands before the number in its clause, with the "so" that begins the clause."""
    earlier = said[: number.start - len(before)]
    return f"so{before}" if re.search(r"\bso$", earlier) else before


def only_fillers(words: str) -> bool:
    """Whether ``words`` has no number in it and no word but fillers ("well, I think about")."""
    return not re.search(r"\d", words) and all(is_filler(word) for word in re.findall(r"[a-z']+", words))


# "It woke me at 4", "two tablets at 6": a time of day; a score is what one is at, or puts something at.
_AT = re.compile(r"(?:([a-z']+) )?\b([a-z']+) at (?:(?:about|around|roughly|like) )*$")
_PUTS_ONE = frozenset("put puts rate rates mark marks have has had place puttin putting leaves leave".split())
_SCORES_AT = frozenset(
    """
    it sitting sits sit hovering hovers stuck stay stays staying remain remains holding steady pain stress mood worry them him
    her you someone down up back floating settled settles now today currently morning week myself sat landed came comes in
""".split()
)


def at_a_time(before: str) -> bool:
    """Whether a number with ``before`` in front of it in its clause is a time of day ("it woke me at")."""
    at = _AT.search(before)
    return at is not None and (at[2] not in _SCORES_AT and not is_filler(at[2]) or at[2] == "me" and at[1] not in _PUTS_ONE)


def _led_elsewhere(number: Number, before: str, lead: list[str], said: str) -> bool:
    """ "Flat 6", "my daughter is 8", "I'm 74"."""
    if NO_SCORE_BEFORE.search(before) and not re.search(r"\b(?:just|only|so|well) under\s*$", before):
        return True
    if re.fullmatch(r"\W*(?:the|at|after|before|since|by|every)\s*", before):
        return True
    if lead[-1:] == ["number"] and lead[-2:-1] and lead[-2] not in _A_NUMBER_IS or _THE_ELDEST.search(said[: number.start]):
        return True
    if at_a_time(before):
        return True
    named = lead[:-1] if lead[-1:] in (["a"], ["an"]) else lead
    if named[-1:] in (["is"], ["was"], ["were"], ["gets"]) and named[-2:-1] and named[-2] not in MAY_BE:
        return True
    return number.value > TOP and re.search(r"\b(?:i'm|im|i am)\s*$", before) is not None
