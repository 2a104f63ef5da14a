"""Reads an answer to "from 0 to 10?". What is not plainly one whole number from 0 to 10 is never stored as one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from bot.core.numbers import SCALES, TENS, UNITS
from bot.core.scale_words import (
    AFTER_A_SCORE,
    BEFORE_A_SCORE,
    CHANGES,
    NOT_MEANT_NOW,
    NOT_SURE,
    RANGE_JOINS,
    SCORED,
    WAS_BEFORE,
)

TOP = 10


@dataclass(frozen=True)
class ScaleReading:
    """``kind``: ``exact`` (``value`` is 0–10) · ``range`` (``low`` to ``high``, to be asked back) · ``none``."""

    kind: str
    value: int | None = None
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class _Number:
    """A number in the answer: where it stands, whether "out of ten" follows it, and what it can be used for."""

    value: float
    start: int
    end: int
    of_ten: bool = False
    foreign: bool = False  # a percentage, a date, a blood pressure, a number of weeks …


NO_READING = ScaleReading("none")
_WORDS = "|".join(sorted([*UNITS, *TENS, *SCALES], key=len, reverse=True))
_FIND = re.compile(
    rf"(?P<money>[£$€]\s?)?(?P<sign>(?<!\w)[-−]\s?|\b(?:minus|negative)\s)?"
    rf"(?P<whole>[.,]?\d+(?:[.,:]\d+)*|\b(?:{_WORDS})(?:[\s-]+(?:{_WORDS}))*(?!-?[a-hj-z]))"
    rf"(?P<part>\s(?:point\s\w+|and\s(?:a|one|two|three)\s\w+)|\s?½|\.5)?"
)
_OF = re.compile(rf"\s*(?:/|\bout\s?of\b|\bof\b|\bover\b|\bouta\b|\boutta\b)\s*(?P<of>\d+(?:\.\d+)?|\b(?:{_WORDS})\b)")
_THE_SCALE = re.compile(
    r"\b(?:scale|score|rating)?\s*\b(?:of|from)\s+(?:0|1|zero|one|nought)\s*(?:-|–|to|through)\s*(?:10|ten)\b"
    r"|\b(?:with|where)?\s*(?:10|ten|0|1|zero|one)\s+(?:being|is|means|meaning)\s+(?:the\s+)?(?:worst|best|most|least|no|highest|lowest)\w*"
    r"|\bout\s+of\s+(?:10|ten)\s*[,:]"
)
_FOREIGN_AFTER = re.compile(r"\s?(?:%|percent\b|per cent\b|°|:\d|st\b|nd\b|rd\b|th\b|[a-z]*\d)|[a-hj-z]|i(?!sh)")
_PAUSE = re.compile(r"[.,;:!?()\n…–—]")


def read_scale(text: str) -> ScaleReading:
    """The score a careful reader would write down.

    One whole number from 0 to 10, however it is wrapped ("about a seven", "7/10", "10!!") is ``exact``. Two
    neighbouring numbers, or one with "or more", "under", "and a half", make a ``range``. Everything else (another
    scale, out of range, several different numbers, a wish, no number) is ``none``. Never raises.
    """
    plain = _plain(text)
    if any(phrase in f" {plain} " for phrase in NOT_MEANT_NOW) or WAS_BEFORE.search(plain):
        return NO_READING
    if re.search(r"\b(?:half\s?way|(?:in )?the middle)\b", plain) and not _FIND.search(plain):
        return ScaleReading("range", low=4, high=6)
    masked = _THE_SCALE.sub(lambda match: " " * (len(match[0]) - 1) + ",", plain)
    mentioned = _numbers(masked)
    numbers = [number for number in mentioned if _is_a_score(number, masked)]
    if not numbers or any(number.foreign for number in numbers) or _in_doubt(mentioned, numbers, masked):
        return NO_READING
    reading = _bounded(numbers, masked) if len({n.value for n in numbers}) == 1 else _between(numbers, masked)
    return reading if all(0 <= n.value <= TOP for n in numbers) else NO_READING


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text.replace("½", " and a half")).replace("\U0001f51f", "10")
    plain = re.sub("[\ufe0f\u20e3*_~]", "", plain.replace("’", "'").replace("−", "-")).casefold()
    return re.sub(r"\s+", " ", plain).strip()


def _numbers(plain: str) -> list[_Number]:
    found: list[_Number] = []
    place = 0
    while match := _FIND.search(plain, place):
        place = match.end()
        for number in _split(match):
            found.append(number)
        last = found[-1]
        if of := _OF.match(plain, place):
            other = _value(of["of"])
            neighbour = other == last.value + 1 and "/" in of[0]
            if other == TOP:
                place = of.end()
                found[-1] = replace(last, of_ten=True, end=place)
            elif not neighbour:
                place = of.end()
                found[-1] = replace(last, foreign=True, end=place)
        if _FOREIGN_AFTER.match(plain, place):
            found[-1] = replace(found[-1], foreign=True)
    return found


def _split(match: re.Match[str]) -> list[_Number]:
    """One number for what was found, or several: "four five" are two."""
    whole, start, end = match["whole"], match.start(), match.end()
    if not whole[0].isalpha():
        if whole[0] in ".," or whole.count(".") + whole.count(",") > 1 or ":" in whole:
            return [_Number(0, start, end, foreign=True)]
        values = [float(whole.replace(",", "."))]
    else:
        values = _spoken(re.split(r"[\s-]+", whole))
    if match["part"]:
        values[-1] += 0.5
    if match["money"]:
        return [_Number(0, start, end, foreign=True)]
    if match["sign"]:
        values[0] = -1 - abs(values[0])  # below nought, also for "minus zero": asked again
    return [_Number(value, start, end) for value in values]


def _spoken(words: list[str]) -> list[float]:
    values: list[float] = []
    open_tens = False
    for word in words:
        if word in SCALES:
            values[-1:] = [(values[-1] if values else 1) * SCALES[word]]
        elif open_tens and 0 < UNITS.get(word, 0) < 10:
            values[-1] += UNITS[word]
        else:
            values.append(float(UNITS[word] if word in UNITS else TENS[word]))
        open_tens = word in TENS
    return values


def _value(written: str) -> float:
    return float(written) if written[0].isdigit() else _spoken([written])[0]


def _is_a_score(number: _Number, plain: str) -> bool:
    """Whether the number answers the question, and is not a count of something ("two doctors", "no one")."""
    if number.of_ten or number.foreign and not plain[number.end:].strip():
        return True
    before = re.findall(r"[\w']+|[^\w\s]", plain[:number.start])
    after = re.findall(r"[\w']+|[^\w\s]", plain[number.end:])
    led = not before or before[-1] in BEFORE_A_SCORE or not re.match(r"\w", before[-1])
    if before[-1:] in (["is"], ["was"]) and before[-2:-1] and before[-2] not in SCORED:
        led = False
    followed = not after or after[0] in AFTER_A_SCORE or not re.match(r"\w", after[0]) or after[0][0].isdigit()
    return led and followed or (not before and number.foreign)


def _in_doubt(mentioned: list[_Number], scores: list[_Number], plain: str) -> bool:
    """Another number from 0 to 10 stands there, and nothing ("out of ten") says which of them is the score."""
    if any(n.of_ten for n in scores):
        return False
    values = {n.value for n in scores}
    others = [n for n in mentioned if 0 <= n.value <= TOP and n.value not in values]
    return any(not _counts_something(n, plain) or any(_joined(s, n, plain) for s in scores) for n in others)


def _counts_something(number: _Number, plain: str) -> bool:
    """"2 kids", "3 months"."""
    after = re.match(r"\s([a-z]+)", plain[number.end:])
    return after is not None and after[1] not in AFTER_A_SCORE


def _joined(score: _Number, other: _Number, plain: str) -> bool:
    first, second = sorted([score, other], key=lambda n: n.start)
    return RANGE_JOINS.fullmatch(plain[first.end:second.start].strip()) is not None


def _bounded(numbers: list[_Number], plain: str) -> ScaleReading:
    """One value: exact, unless something around it opens it to one side."""
    first, last = numbers[0], numbers[-1]
    value = first.value
    before = _PAUSE.split(plain[:first.start])[-1].split()
    after = plain[last.end:].strip()
    lead = " ".join(before[-4:])
    if not NOT_SURE.search(lead) and re.search(r"(?:\bnot|\bnever|n't)(?: \w+){0,2}$", lead):
        return NO_READING if not re.search(r"\b(?:more|less)\b", lead) else _side(lead, after, value)
    if value != int(value):
        return ScaleReading("range", low=int(value), high=min(TOP, int(value) + 1))
    side = _side(lead, after, value)
    return side if side != NO_READING else ScaleReading("exact", int(value))


def _side(lead: str, after: str, value: float) -> ScaleReading:
    low, high = int(value), int(value)
    if re.search(r"\b(?:no|not) (?:more|higher) than(?: an?)?$|\b(?:at most|up to)(?: an?)?$", lead) or re.match(
            r"(?:or|and|at) (?:less|under|below|lower|fewer|most)\b", after):
        return ScaleReading("range", low=0, high=high)
    if re.search(r"\b(?:no|not) (?:less|lower) than(?: an?)?$|\bat least(?: an?)?$", lead) or re.match(
            r"(?:or|and|plus|at|\+) ?(?:more|over|above|higher|up|plus|least|better|worse)\b|\+|plus\b", after):
        return ScaleReading("range", low=low, high=TOP)
    if re.search(r"\b(?:more|higher|greater|over|above|past|upwards?)(?: than| of)?(?: an?)?$", lead):
        return ScaleReading("range", low=min(TOP, low + (value == int(value))), high=TOP)
    if re.search(r"\b(?:less|lower|under|below|fewer)(?: than)?(?: an?)?$", lead):
        return ScaleReading("range", low=0, high=max(0, high - 1))
    if re.search(r"\b(?:nearly|almost|close to|not quite|approaching|just about)(?: an?)?$", lead):
        return ScaleReading("range", low=max(0, low - 1), high=high)
    return NO_READING


def _between(numbers: list[_Number], plain: str) -> ScaleReading:
    """Two values joined as a span ("6 or 7", "4-5", "between six and eight"); anything else is several answers."""
    values = sorted({number.value for number in numbers})
    if len(numbers) != 2 or values == [1, TOP] or values == [0, TOP]:
        return NO_READING
    first, second = numbers
    joint = plain[first.end:second.start].strip() if second.start > first.start else ""
    neighbours = second.value == first.value + 1
    spanning = RANGE_JOINS.fullmatch(joint) is not None and first.value < second.value
    both = joint == "and" and re.search(r"\b(?:between|somewhere)\b(?: \w+)?$", plain[:first.start].strip()) is not None
    if not joint.startswith(("or", "/", "maybe")) and CHANGES.search(plain):
        return NO_READING
    if spanning or both or (neighbours and joint in ("", ",", "/", "...", "..")):
        return ScaleReading("range", low=int(values[0]), high=min(TOP, -int(-values[1] // 1)))
    return NO_READING
