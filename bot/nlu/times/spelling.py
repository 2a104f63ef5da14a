"""How the words of time are spelt, by people who hurry, and what they stand for."""

from __future__ import annotations

import re

from bot.core.numbers import TENS, UNITS

_WEEKDAYS = (
    "mon(?:d(?:a?y|ay))?", "tue(?:s(?:d(?:a?y|ay))?)?|teusday|tusday|tuesady",
    "wed(?:s|nesday|nsday|nesdy)?|wendsday|wensday|wendesday|wednessday", "thu(?:r(?:s(?:da?y)?)?|rday)?|thirsday|thursady",
    "fri(?:da?y)?|friady", "sat(?:urda?y|uday|day)?|saterday|saturady", "sun(?:da?y)?|sunady")
WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})'?s?"
SHORT_WORDS = frozenset({"mon", "sat", "sun", "wed", "weds", "fri"})  # days only where something leads to them
_MONTHS = (
    "jan(?:uary|urary|urary|aury)?", "feb(?:ruary|uary|urary|ruray)?", "mar(?:ch)?", "apr(?:il|ill)?", "may", "june?",
    "july?", "aug(?:ust)?|agust", "sept?(?:ember|embre|emeber)?", "oct(?:ober)?", "nov(?:ember|emeber)?",
    "dec(?:ember|emeber|mber)?")
MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
ALSO_WORDS = frozenset({"may", "mar", "march", "sep", "dec", "jan"})
YEAR = r"(?P<year>(?:19|20)\d\d)"
_SMALL = {"a": 1, "an": 1, **{word: number for word, number in {**UNITS, **TENS}.items() if number}}
NUMBER = r"(?:\d{1,3}|" + "|".join(sorted(_SMALL, key=len, reverse=True)) + ")"
UNIT = (r"(?P<unit>days?|weeks?|wks?|weaks?|weeek?s?|fortnights?|fornights?|months?|mths?|mnths?|monthes|years?|yrs?|"
        r"yeers?|"
        r"decades?)\b'?(?:s\b'?)?")
_ORDINALS = ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
             "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth").split()
_ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | {
    f"{tens}{sep}{word}": base + number for tens, base in (("twenty", 20), ("thirty", 30)) for sep in (" ", "-")
    for number, word in enumerate(_ORDINALS[:9], start=1)} | {"thirtieth": 30}
ORDINAL_WORD = "|".join(sorted(_ORDINAL_WORDS, key=len, reverse=True))
TH = r"(?: ?(?:st|nd|rd|th)\b)"

_SAME = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "—": "-", "‑": "-"})


def fold(text: str) -> tuple[str, list[int]]:
    """``text`` in lower case with plain quotes, dashes and single spaces; and where each character stood."""
    kept: list[str] = []
    at: list[int] = []
    for place, one in enumerate(text.translate(_SAME)):
        one = " " if one.isspace() else one.lower() if len(one.lower()) == 1 else one
        if one == " " and kept and kept[-1] == " ":
            continue
        kept.append(one)
        at.append(place)
    return "".join(kept), [*at, len(text)]


def number_of(word: str) -> int:
    """A count in digits or words."""
    return int(word) if word.isdecimal() else _SMALL[word]


def ordinal_of(word: str) -> int:
    """ "third" is 3."""
    return _ORDINAL_WORDS[word]


def weekday_of(word: str) -> int:
    """0 for Monday, in any of the known spellings."""
    return next(number for number, spelt in enumerate(_WEEKDAYS) if re.fullmatch(spelt, word))


def month_of(word: str) -> int:
    """1 for January, in any of the known spellings."""
    return next(number for number, spelt in enumerate(_MONTHS, start=1) if re.fullmatch(spelt, word))
