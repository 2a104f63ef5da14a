"""Reads an answer to "from 0 to 10?". What is not plainly one whole number from 0 to 10 is never stored as one.

The policy: one present score is stored, when all that stands around it is understood as giving one; a number led to or
followed by anything else ("8 in our house", "you mean 7?") is asked back by itself ("did you mean 7?"). A span, a half,
"at least 7" are asked back ("which one comes closest?"). A score that is past ("it was a 4, now it's a 6"), somebody
else's, denied or taken back gives way to the one that is meant now; so does a span or a half when one of its numbers is
then chosen ("6 or 7, let's say 7"). Everything else is asked again: another scale, off the scale, scores that vary, a
wish, a count, an amount in words ("a few"), no number.

Which file does what, in the order in which an answer goes through them:

- ``scale_text`` makes the text plain and blanks out the scale itself ("from 0 to 10") and figures of speech.
- ``scale_numbers`` finds the numbers: a score, a count ("2 kids"), or part of another scale, a date, money.
- ``scale_spelling`` number words as they are also spelt, and those that are other words when they stand alone.
- ``scale_strength`` how plainly each number answers, from 0 to 4.
- ``scale_turns`` which give way to another: put right, past, denied, somebody else's, a wish.
- ``scale_spans`` what "6 or 7", "at least 7", "nearly a 7" make of them; and the result, ``ScaleReading``.
- ``scale_tails`` whether the number is one of some other thing: an amount, a time, a number only spoken about.
- ``scale_asides`` what people say beside a score, which leaves it a score ("can't lie, 3", "throbbing 8").
- ``scale_choice`` the score that is settled on after a span or a half ("6 or 7… 7"); three in a row ("5/6/7").
- ``scale_frames`` whether the words around a number are such as give a score; if not, it is asked back.
- ``scale_doubt`` whether another score stands there and nothing says which is meant.
- ``scale_words`` words around a score, for weighing it; ``scale_turn_words`` words that set scores against each other.
- This file puts them together.
"""

from __future__ import annotations

import re

from bot.core.scale_choice import in_a_row, settled_on
from bot.core.scale_doubt import in_doubt, is_a_sentence, sentence_of
from bot.core.scale_frames import plainly_given
from bot.core.scale_numbers import TOP, Number, numbers_in
from bot.core.scale_spans import NO_READING, ScaleReading, between, bounded, clause_of, from_both_sides, joined
from bot.core.scale_strength import FEW, strengths_of
from bot.core.scale_text import masked, plain
from bot.core.scale_turn_words import IS_NOW
from bot.core.scale_turns import comes_from_off_the_scale, denied, given_way, told_apart
from bot.core.scale_words import NOT_SURE, UNDECIDED

TOP_OF_SCALE = TOP
_LONG = 12  # words; a story
_MANY = 40  # numbers; nothing with so many is one score, and weighing each against each takes long
_HALF_WAY = re.compile(r"\b(?:half\s?way|(?:in )?(?:the )?middle|half and half|50[ -/]?50|fifty fifty|fence)\b")
_JUST_SHORT = re.compile(r"\b(?:not quite|not far off|just short of|just off)(?: an?)? $")


def read_scale(text: str) -> ScaleReading:
    """The score a careful reader would write down; see the policy above. Never raises."""
    said = plain(text)
    answer = masked(said)
    numbers = numbers_in(answer)
    if (row := in_a_row(numbers, answer)) is not None:
        return row
    if not numbers and _HALF_WAY.search(said) and not NOT_SURE.search(said):
        return ScaleReading("range", low=4, high=6)
    if len(numbers) > _MANY:
        return NO_READING
    if (settled := settled_on(numbers, answer)) is not None:
        return ScaleReading("exact", int(settled.value))
    strengths = strengths_of(numbers, answer)
    scores = [number for number in numbers if strengths[number]]
    if UNDECIDED.search(answer) and len({number.value for number in scores}) > 1:
        return _either(scores)
    kept = _meant_now(scores, numbers, answer)
    meant = _strongest(kept, strengths, answer)
    if _another_scale(numbers, meant, answer) or _QUESTION.match(answer):
        return NO_READING
    if not meant or any(number.foreign or not 0 <= number.value <= TOP for number in meant):
        return NO_READING
    if (both := from_both_sides(scores, answer)) is not None:
        return both
    if len({number.value for number in meant}) > 1:
        return between(meant, answer)
    if comes_from_off_the_scale(numbers, answer) or in_doubt(numbers, strengths, meant, answer):
        return NO_READING
    reading = bounded(meant, answer)
    top = max(strengths[m] for m in meant)
    in_a_story = len(answer.split()) > _LONG and not any(is_a_sentence(m, answer) for m in meant)
    plain_enough = top > 2 or top == 2 and not in_a_story or _short_and_led(meant[0], scores, answer)
    short = len(answer.split()) <= FEW
    if reading.kind == "range":
        return reading if plain_enough or short and not answer.endswith("?") else NO_READING
    if reading.kind != "exact" or not plain_enough and not short:
        return NO_READING
    given = any(plainly_given(n, numbers, answer) for n in kept if n.value == meant[0].value)
    return reading if given and (plain_enough or len(numbers) == 1) else ScaleReading("unsure", reading.value)


def _either(scores: list[Number]) -> ScaleReading:
    """Two neighbours that nothing chooses between are asked back."""
    values = sorted({number.value for number in scores})
    near = len(values) == 2 and values[0] >= 0 and values[1] <= TOP and 0 < values[1] - values[0] <= 2
    return ScaleReading("range", low=int(values[0]), high=int(values[1])) if near else NO_READING


def _short_and_led(number: Number, scores: list[Number], said: str) -> bool:
    """ "Like a 3 idk": an article leads to it, or another number gave way to it."""
    if len(said.split()) > FEW or said.endswith("?"):
        return False
    return len(scores) > 1 or re.search(r"\ban? $", said[: number.start]) is not None


def _strongest(meant: list[Number], strengths: dict[Number, int], said: str) -> list[Number]:
    """Those of the greatest strength; with one that is joined to them ("6, could be 7")."""
    if not meant:
        return []
    sizes = [n for n in meant if n.value > TOP and (strengths[n] < 3 or n.value >= 1000)]
    meant = [n for n in meant if n not in sizes] or meant
    top = max(strengths[number] for number in meant)
    best = [number for number in meant if strengths[number] == top]
    return [n for n in meant if n in best or any(joined(n, other, said) for other in best)]


_PERCENT = re.compile(r"per ?cent\b|%")
_STARS_OR_MARKS = re.compile(
    r"\b(?:stars?|out of (?:5|five|20|twenty|100|a hundred|three|3)(?! [a-z]+s\b)|(?<!top )(?<!full )marks)\b"
)
_QUESTION = re.compile(
    r"^(?:so |and |but |wait |sorry )?(?:is|does|do|did|can|what|why|how|which|who|should|could|am|are|where)\b[^?]*\?$|"
    r"^\w+ as in [^?]*\?$|"
    r"^(?:what'?s|what is|what does|is (?:it|that|this)|can (?:we|i|you|u)|could (?:we|i|you)|how about|how is|do (?:i|you|"
    r"we)|should (?:i|we)|shall (?:i|we) (?!say|put|go)|what would|so (?:0|10|zero|ten) is|would (?:an? )?(?:\d|[a-z]+ be)|"
    r"is (?:an? )?(?!\w+ (?:for me|my|is my))(?:\d|zero|one|two|three|four|five|six|seven|eight|nine|ten)\b|does|"
    r"which|why)\b[^?.!,]*$"
)


def _meant_now(scores: list[Number], numbers: list[Number], said: str) -> list[Number]:
    """The scores that are meant now: not past, not somebody else's, not denied, not a wish, and after a correction."""
    kept = [n for n in scores if not denied(n, said)]
    if not kept and len(scores) == 1 and _JUST_SHORT.search(clause_of(scores[0], said)[0]):
        return scores
    gone = given_way(scores, said)
    gone |= {n for one, n in zip(scores, scores[1:], strict=False) if one not in kept and joined(one, n, said)}
    kept = [n for n in kept if n not in gone]
    apart = [(n, *told_apart(n, numbers, said)) for n in kept]
    if len(kept) == 1 and len(scores) == 1:
        ((number, past, was, wish, other),) = apart
        return [] if wish or other or past and not IS_NOW.search(sentence_of(number, said)) else [number]
    if now := [n for n, past, was, wish, other in apart if not (wish or other or past or was)]:
        return now
    kept = [n for n, past, was, wish, other in apart if not (wish or other or past)]
    return kept if len({n.value for n in kept}) == 1 else []


def _another_scale(numbers: list[Number], meant: list[Number], said: str) -> bool:
    """Stars, marks out of twenty: whether the answer speaks of another scale, and not of the same score ("8, 80 % sure")."""
    if any(n.of_ten for n in numbers):
        return False
    if _PERCENT.search(said):
        percents = [n.value for n in numbers if n.foreign and _PERCENT.match(said[n.end :].lstrip())]
        if not percents or any(percent != 10 * n.value for percent in percents for n in meant):
            return True
    return _STARS_OR_MARKS.search(said) is not None
