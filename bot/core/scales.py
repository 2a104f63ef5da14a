"""Reads an answer to "from 0 to 10?". What is not plainly one whole number from 0 to 10 is never stored as one.

The policy: one present score is stored. A span, a half, "at least 7" are asked back ("which one comes closest?"). A
score that is past ("it was a 4, now it's a 6"), somebody else's, denied or taken back gives way to the one that is
meant now. Everything else is asked again: another scale, off the scale, scores that vary, a wish, a count, no number.
"""

from __future__ import annotations

import re

from bot.core.scale_numbers import THE_SCALE, TOP, Number, numbers_in, plain
from bot.core.scale_spans import NO_READING, ScaleReading, between, bounded, clause_of, joined
from bot.core.scale_words import (
    BEFORE_NOW,
    CORRECTS,
    DENIES,
    FILLERS,
    IS_NOW,
    MAY_BE,
    MAY_FOLLOW,
    NO_SCORE_BEFORE,
    NOT_SURE,
    OTHERS,
    SCORING,
    SETTLES,
    UNDECIDED,
    VARIES,
    WAS,
    WISH,
)

TOP_OF_SCALE = TOP
_FEW = 7  # words; in a longer answer a number that nothing leads to may be about something else
_HALF_WAY = re.compile(r"\b(?:half\s?way|(?:in )?(?:the )?middle|half and half|50[ -/]?50|fifty fifty|fence)\b")


def read_scale(text: str) -> ScaleReading:
    """The score a careful reader would write down; see the policy above. Never raises."""
    said = plain(text)
    masked = THE_SCALE.sub(lambda match: " " * (len(match[0]) - 1) + ",", said)
    numbers = numbers_in(masked)
    if not numbers and _HALF_WAY.search(said) and not NOT_SURE.search(said):
        return ScaleReading("range", low=4, high=6)
    strengths = _strengths(numbers, masked)
    scores = [number for number in numbers if strengths[number]]
    meant = _strongest(_meant_now(scores, masked), strengths, masked)
    if not meant or any(number.foreign for number in meant) or _another_scale(numbers, masked):
        return NO_READING
    if not all(0 <= number.value <= TOP for number in meant):
        return NO_READING
    if len({number.value for number in meant}) == 1:
        top = max(strengths[m] for m in meant)
        if top == 1 and (len(masked.split()) > _FEW or masked.endswith("?")):
            return NO_READING
        least = 0 if top < 4 else 3 if any(m.of_ten for m in meant) else 5  # "so I'd say 7" settles it
        rivals = [n for n in scores if strengths[n] >= least or n.value == meant[0].value]
        return NO_READING if _in_doubt(numbers, rivals, meant, masked) else bounded(meant, masked)
    return between(meant, masked)


def _strengths(numbers: list[Number], said: str) -> dict[Number, int]:
    """The strength of each; two that are joined as a span share the greater one."""
    found = {number: _strength(number, said, numbers) for number in numbers}
    for one, other in zip(numbers, numbers[1:], strict=False):
        if not (one.counts or other.counts or one.foreign or other.foreign) and joined(one, other, said):
            found[one] = found[other] = max(found[one], found[other])
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
    if _led_elsewhere(number, before, lead):
        return 0
    words = lead + re.findall(r"[a-z']+", after)
    if all(word in FILLERS for word in words) and lead[-1:] != ["no"]:
        if SETTLES.search(before):
            return 4
        return (
            3 if not said[: number.start - len(before)].strip() or not said[number.end + len(after) :].strip(" .!?)") else 2
        )
    follows = re.match(r"\s*([a-z']+)", after)
    led = bool(SCORING.search(before.rstrip()))
    if follows and follows[1] not in MAY_FOLLOW and not follows[1].endswith(("ly", "ley")):
        return 1 if led and lead[-1:] in (["a"], ["an"]) else 0
    if led:
        return 4 if SETTLES.search(before) or re.match(r"\s*from me\b", after) else 3
    return 3 if not said[: number.start].strip() else 1


def _led_elsewhere(number: Number, before: str, lead: list[str]) -> bool:
    """ "Flat 6", "my daughter is 8", "I'm 74"."""
    if NO_SCORE_BEFORE.search(before) and not re.search(r"\b(?:just|only|so|well) under\s*$", before):
        return True
    if lead[-1:] in (["is"], ["was"], ["were"]) and lead[-2:-1] and lead[-2] not in MAY_BE:
        return True
    return number.value > TOP and re.search(r"\b(?:i'm|im|i am)\s*$", before) is not None


def _strongest(meant: list[Number], strengths: dict[Number, int], said: str) -> list[Number]:
    """Those of the greatest strength; with one that is joined to them ("6, could be 7")."""
    if not meant:
        return []
    sizes = [n for n in meant if n.value > TOP and (strengths[n] < 3 or n.value >= 1000)]
    meant = [n for n in meant if n not in sizes] or meant
    top = max(strengths[number] for number in meant)
    best = [number for number in meant if strengths[number] == top]
    return [n for n in meant if n in best or any(joined(n, other, said) for other in best)]


def _meant_now(scores: list[Number], said: str) -> list[Number]:
    """The scores that are meant now: not past, not somebody else's, not denied, not a wish, and after a correction."""
    if len(scores) > 1 and UNDECIDED.search(said) and not joined(scores[0], scores[-1], said):
        return []
    kept = [n for n in scores if not _denied(n, said)]
    if fixed := _corrected(kept, scores, said):
        return fixed
    apart = [(n, *_aside(n, said)) for n in kept]
    if len(kept) == 1:
        ((number, past, was, wish, other),) = apart
        return [] if wish or other or past and not IS_NOW.search(_sentence(number, said)) else [number]
    now = [n for n, past, was, wish, other in apart if not (wish or other or past or was)]
    if any(IS_NOW.search(" ".join(clause_of(n, said))) for n in now):
        return now
    return [n for n, past, was, wish, other in apart if not (wish or other or past)]


def _aside(number: Number, said: str) -> tuple[bool, bool, bool, bool]:
    """Whether the number is told of an earlier time, with "was", as a wish, of somebody else."""
    before, after = clause_of(number, said)
    around = f"{before} {after}".strip()
    now = IS_NOW.search(around) is not None
    return (
        BEFORE_NOW.search(around) is not None and not now,
        WAS.search(before) is not None and not now,
        WISH.search(before + " n") is not None or WISH.search(around) is not None,
        OTHERS.search(before) is not None,
    )


def _sentence(number: Number, said: str) -> str:
    return re.split(r"[.!?]", said[: number.start])[-1] + re.split(r"[.!?]", said[number.end :])[0]


def _denied(number: Number, said: str) -> bool:
    before, _ = clause_of(number, said)
    lead = before.rstrip()
    return (
        DENIES.search(lead) is not None
        and not NOT_SURE.search(lead)
        and not re.search(r"\b(?:more|less|higher|lower|over|under|above|below)(?: than)?(?: an?)?$", lead)
    )


def _corrected(kept: list[Number], scores: list[Number], said: str) -> list[Number]:
    """What was put right by saying so: "5, sorry, I meant 6"."""
    if len(scores) < 2:
        return []
    last = kept[-1] if kept else None
    if last is None or last is not scores[-1]:
        return []
    joint = said[scores[-2].end : last.start]
    return [last] if CORRECTS.search(joint) and not re.search(r"\bor\b", joint) else []


def _another_scale(numbers: list[Number], said: str) -> bool:
    """Stars, marks out of twenty: whether the answer speaks of another scale."""
    return re.search(
        r"\b(?:stars?|out of (?:5|five|20|twenty|100|a hundred|three|3)|per ?cent|marks)\b|%", said
    ) is not None and not any(n.of_ten for n in numbers)


def _in_doubt(numbers: list[Number], scores: list[Number], meant: list[Number], said: str) -> bool:
    """Another score stands there, and nothing says which of them is meant."""
    values = {n.value for n in meant}
    others = [n for n in scores if n.value not in values and 0 <= n.value <= TOP]
    told_apart = [
        n for n in others if _denied(n, said) or any(_aside(n, said)) or _corrected([meant[-1]], [n, meant[-1]], said)
    ]
    if len(told_apart) < len(others):
        return True
    if (
        others
        and VARIES.search(_sentence(others[0], said))
        and not any(any(_aside(n, said)) or _denied(n, said) for n in others)
    ):
        return True
    if any(n.of_ten for n in meant):
        return False
    loose = [
        n
        for n in numbers
        if 0 <= n.value <= TOP
        and not n.counts
        and not n.foreign
        and n not in scores
        and n.value not in values
        and not _denied(n, said)
        and not any(_aside(n, said))
        and not NO_SCORE_BEFORE.search(said[: n.start])
    ]
    return bool(loose)
