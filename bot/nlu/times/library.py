"""dateparser, for written dates in a form none of our rules knows, and in Welsh. Never for a word alone.

It is asked only about a piece of text that holds a day's number and the name of a month, or a Welsh word for a day; it
may not fill in either; and it is imported when first needed, which takes a tenth of a second.
"""

from __future__ import annotations

import re
from datetime import datetime, time

from bot.nlu.times.found import Asking, Found, on

_ALONE = r"(?= ?(?:$|[,.;!?\d]))"  # "mai" and "medi" are also other words
_WELSH_MONTHS = (rf"ionawr|chwefror|mawrth|ebrill|mai{_ALONE}|mehefin|gorffennaf|awst|medi{_ALONE}|hydref|tachwedd|rhagfyr")
_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{3,6})?"
_DATE = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|af|il|ydd|fed|eg|ain)?(?: of| o)?[ ./-]*(?P<month>{_WELSH_MONTHS}|{_MONTHS})\b\.?"
    r"(?:[,./ -]*'?(?P<y>(?:19|20)\d\d|\d\d\b(?! ?(?:am|pm|:)))?)?")
_WELSH_DAY = re.compile(r"\b(?:yfory|heddiw|ddoe|dydd (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul))\b")
HINT = re.compile(rf"\d.{{0,12}}(?:{_WELSH_MONTHS}|{_MONTHS})|{_WELSH_DAY.pattern}")


def from_the_library(asking: Asking, taken: list[Found]) -> None:
    """Add what the library reads where nothing was found."""
    for pattern in (_DATE, _WELSH_DAY):
        for match in pattern.finditer(asking.text):
            free = all(match.end() <= one.start or one.end <= match.start() for one in taken)
            day = _parse(_plainly(match), asking, match.start()) if free else None
            if day is not None:
                taken.append(Found(match.start(), match.end(), on(day.date()), role="day"))


def _plainly(match: re.Match[str]) -> str:
    """The bare parts of a date, which the library reads in either language; a Welsh word for a day as it stands."""
    parts = match.groupdict()
    return " ".join(filter(None, (parts["d"], parts["month"], parts["y"]))) if parts else match[0]


def _parse(words: str, asking: Asking, start: int) -> datetime | None:
    import dateparser  # a tenth of a second, and 10 MB, which nobody carries who does not need it

    dated = words[0].isdecimal()
    try:
        return dateparser.parse(words, languages=["en", "cy"], settings={
            "RELATIVE_BASE": datetime.combine(asking.today, time(12)), "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "past" if asking.looks_back(start) else "future",
            "REQUIRE_PARTS": ["day", "month"] if dated else [],
            "PARSERS": ["absolute-time"] if dated else ["relative-time", "absolute-time"]})
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, KeyError):
        return None  # what it cannot read is asked again
