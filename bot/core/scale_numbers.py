"""The numbers in an answer, and what each can be: a score, a count of something, or part of another scale."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.core.numbers import SCALES, TENS, UNITS
from bot.core.scale_words import COUNTED, MAY_FOLLOW, MISSPELT, ONE_AS_NUMBER, ONE_AS_THING, RANGE_JOINS

TOP = 10


@dataclass(frozen=True)
class Number:
    """A number in the answer, at ``start`` to ``end`` of the plain text.

    ``of_ten``: "out of ten" follows. ``foreign``: it belongs to another scale, a date, a time, money. ``counts``: it
    counts something ("2 kids").
    """

    value: float
    start: int
    end: int
    of_ten: bool = False
    foreign: bool = False
    counts: bool = False


_WORDS = "|".join(sorted([*UNITS, *TENS, *SCALES, *MISSPELT], key=len, reverse=True))
_FIND = re.compile(
    rf"(?P<money>[£$€]\s?)?(?P<sign>(?<![\w.])(?<!\w )[-−]\s?|\b(?:minus|negative)\s)?"
    rf"(?P<whole>\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|(?<![a-z])[.,]?\d+(?:[.,:]\d+)*|"
    rf"\b(?:{_WORDS})(?:[\s-]+(?:{_WORDS}))*(?!-?[a-hj-z'])(?!'))"
    rf"(?P<part>\s(?:point\s\w+|and\s(?:a\s)?(?:bit|half|quarter)\b|and\s(?:a|one|two|three)\s(?:half|third|quarter)s?\b|"
    rf"and\s1/2)|\s?½|\.5)?"
)
_OF = re.compile(
    rf"\s*(?:/|\bout\s?(?:of|o'?)\b|\bof\b|\bover\b|\bouta\b|\boutta\b|\boot o'?|\btae\b)\s*(?:a\s)?(?P<of>\d+(?:\.\d+)?|"
    rf"\b(?:{_WORDS})\b)"
)
_HEARD_AS = {
    "ate": "eight",
    "won": "one",
    "fore": "four",
    "for": "four",
    "too": "two",
    "to": "two",
    "tree": "three",
    "sicks": "six",
    "niner": "nine",
}
_MISHEARD = re.compile(
    r"^(?:(?:um|uh|er|well|so|oh|a|an|about|maybe) )*(?P<word>"
    + "|".join(_HEARD_AS)
    + r")(?= (?:out )?(?:of|outta|outa) (?:10|ten)\b|$)"
)
THE_SCALE = re.compile(
    r"(?<=\S )(?:(?:a |the )?scale (?:is |of |from )?)?\b(?:0|1|zero|one|nought|nowt)\s*(?:-|–|to|through|until|till|up to|"
    r"and)\s*(?:10|ten)\b(?=.*\d|.*\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
    r"|^(?:0|1|zero|one|nought|nowt)\s*(?:-|–|to|through|until|till)\s*(?:10|ten)\b(?=.*\b(?:\d|zero|one|two|three|four|five|"
    r"six|seven|eight|nine|ten)\b)"
    r"|\b(?:scale|score|rating)?\s*\b(?:of|from)\s+(?:0|1|zero|one|nought)\s*(?:-|–|to|through)\s*(?:10|ten)\b"
    r"|\b(?:with|where)?\s*(?:10|ten|0|1|zero|one)\s+(?:being|is|means|meaning|=)\s+(?:the\s+)?(?:not|worst|best|most|least|"
    r"no|highest|lowest|top|very|extremely)\b(?:\s+at\s+all)?"
    r"|\bout\s+of\s+(?:10|ten)\s*(?=[,:]|\s(?:i'd|id|i|it's|its|say|maybe|probably|about)\b)"
)
_FOREIGN_AFTER = re.compile(r"\s?(?:%|percent\b|per cent\b|°|:\d|st\b|nd\b|rd\b|th\b|[a-z]*\d)|[a-hj-z]|i(?!sh)")


def plain(text: str) -> str:
    """Lower case, plain signs, one space between words; keycaps and other wide digits as digits."""
    said = unicodedata.normalize("NFKC", text.replace("½", " and a half")).replace("\U0001f51f", "10")
    said = re.sub("[\ufe0f\u20e3*_~]", "", said.replace("’", "'").replace("−", "-")).casefold()
    said = re.sub(r"\s+", " ", said).strip()
    if heard := _MISHEARD.match(said):  # "ate out of ten", as a phone writes down what it hears
        said = said[: heard.start("word")] + _HEARD_AS[heard["word"]] + said[heard.end("word") :]
    return said


def numbers_in(said: str) -> list[Number]:
    """Every number in ``said`` (itself :func:`plain`), in order."""
    found = [replace(number, counts=_counts(number, said)) for number in _found(said)]
    for place in range(len(found) - 2, -1, -1):  # "4 or 5 times": both count
        one, other = found[place], found[place + 1]
        if other.counts and RANGE_JOINS.fullmatch(said[one.end : other.start]):
            found[place] = replace(one, counts=True)
    return found


def _found(said: str) -> list[Number]:
    found: list[Number] = []
    place = 0
    while match := _FIND.search(said, place):
        place = match.end()
        found += _split(match)
        last = found[-1]
        if of := _OF.match(said, place):
            other = value_of(of["of"])
            neighbour = other == last.value + 1 and "/" in of[0]
            if other == TOP:
                place = of.end()
                found[-1] = replace(last, of_ten=True, end=place)
            elif not neighbour and not (" of " in of[0] and "out" not in of[0] and not of["of"][0].isdigit()):
                place = of.end()
                found[-1] = replace(last, foreign=True, end=place)
        if _FOREIGN_AFTER.match(said, place):
            found[-1] = replace(found[-1], foreign=True)
    return found


def _split(match: re.Match[str]) -> Iterator[Number]:
    """One number for what was found, or several: "four five" are two."""
    whole, start, end = match["whole"], match.start(), match.end()
    if (
        match["money"]
        or not whole[0].isalpha()
        and (whole[0] in ".," or "/" in whole or "-" in whole or whole.count(".") + whole.count(",") > 1 or ":" in whole)
    ):
        yield Number(0, start, end, foreign=True)
        return
    values = [float(whole.replace(",", "."))] if not whole[0].isalpha() else _spoken(re.split(r"[\s-]+", whole))
    if match["part"]:
        values[-1] += 0.5
    if match["sign"]:
        values[0] = -1 - abs(values[0])  # below nought, also for "minus zero": asked again
    yield from (Number(value, start, end) for value in values)


def _spoken(words: list[str]) -> list[float]:
    values: list[float] = []
    open_tens = False
    for word in (MISSPELT.get(one, one) for one in words):
        if word in SCALES:
            values[-1:] = [(values[-1] if values else 1) * SCALES[word]]
        elif open_tens and 0 < UNITS.get(word, 0) < TOP:
            values[-1] += UNITS[word]
        else:
            values.append(float(UNITS[word] if word in UNITS else TENS[word]))
        open_tens = word in TENS
    return values


def value_of(written: str) -> float:
    """The value of one number, in digits or in a word."""
    return float(written) if written[0].isdigit() else _spoken([written])[0]


def _counts(number: Number, said: str) -> bool:
    """ "2 kids", "3 months", "74 and …": whether it counts something."""
    if number.of_ten:
        return False
    if said[number.start : number.end] == "one" and (
        not ONE_AS_NUMBER.match(said[number.end :]) or ONE_AS_THING.search(said[: number.start])
    ):
        return True
    after = said[number.end :].lstrip(" -")
    if COUNTED.match(after):
        return True
    if number.value > TOP and _AGE.search(said[: number.start]) and (after or len(said[: number.start].split()) > 3):
        return True
    word = re.match(r"[a-z']+", said[number.end :].lstrip()) if said[number.end : number.end + 1] in (" ", "") else None
    return (
        word is not None
        and word[0] not in MAY_FOLLOW
        and word[0].endswith("s")
        and len(word[0]) > 3
        and (word[0] not in _NO_PLURALS)
    )


_AGE = re.compile(r"\b(?:i'm|im|i am|i was|he's|she's|he is|she is|at|aged|age|turned|turning|nearly|over)\s*$")
_NO_PLURALS = frozenset(
    "poss probs perhaps weekends mornings nights evenings sometimes days always others this thanks cheers perhaps across "
    "unless whereas afterwards besides".split()
)
