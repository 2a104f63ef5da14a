"""Bank holidays of the part of the United Kingdom where a clinic is, and the words they are named by."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from bot.nlu.times.found import BAD, Asking, Days, Rule, later, on
from bot.nlu.times.spelling import MONTH, ORDINAL_WORD, TH, WEEKDAY, month_of, ordinal_of, weekday_of

# Each place of the setting PARATOI_PLACE, as the library names its part. England and Wales have the same ones.
_PARTS = {"uk": "ENG", "uk-scotland": "SCT", "uk-northern-ireland": "NIR"}
_SAINT = r"(?:(?:st\.?|saint) )"
_S = r"(?:s'?|'s)?"
# How people name a holiday, and what the library calls it. Nowhere a bank holiday: the days of George and of David.
_NAMES = (
    (r"good friday", "Good Friday"), (r"easter monday", "Easter Monday"), (rf"easter{_S}", "Good Friday|Easter"),
    (r"whit(?:sun)?(?: monday)?|spring", "Spring"), (r"summer", "Summer"), (r"(?:christmas|xmas) day", "Christmas"),
    (rf"(?:christmas|xmas){_S}", "Christmas|Boxing"), (rf"boxing day|{_SAINT}stephen{_S}(?: day)?", "Boxing"),
    (rf"new year{_S} day", "New Year's Day"), (rf"new year{_S}", "New Year"), (r"may day", "May Day"),
    (rf"{_SAINT}andrew{_S}(?: day)?", "Andrew"), (rf"(?:{_SAINT}patrick|{_SAINT}?paddy){_S}(?: day)?", "Patrick"),
    (rf"battle of the boyne|orange ?m[ae]n{_S}(?: day)?|(?:the )?(?:glorious )?(?:twelfth|12th)", "Boyne"),
    (r"jubilee", "Jubilee"), (r"coronation", "Coronation"), (r"(?:royal|state) (?:wedding|funeral)", "Royal|Funeral"),
    (rf"{_SAINT}(?:george|david){_S}(?: day)?", "$^"),
)
_ON_DATES = {(1, 1): "New Year's Day", (1, 2): "New Year Holiday", (3, 17): "Patrick", (7, 12): "Boyne", (11, 30): "Andrew",
             (12, 25): "Christmas", (12, 26): "Boxing"}  # month and day; when they fall on a weekend they are moved
_DATE = (rf"(?:(?:(?P<day>[12]?\d|3[01]){TH}?|(?P<nth>{ORDINAL_WORD}) of) (?:of )?(?:{MONTH.replace('month', 'of_month')})|"
         rf"(?:{MONTH.replace('month', 'in_month')}) (?:the )?(?P<day_after>[12]?\d|3[01]){TH}?)")
# Any other name of a day: "pancake day bank holiday" is no bank holiday and not the next one either.
_UNKNOWN = (rf"(?P<unknown>{_SAINT}?(?!(?:the|a|that|this|next|same|what|which|any|every|each|first|last|another|whole|one|all|"
            r"bank|public|your|my|until|before|after|on|by|for)\b)[a-z]+(?:'?s'?)? day)")
_BANK = re.compile(
    r"\b(?P<lead>(?:last|next|this coming|this|the coming|coming|the)\b )?"
    r"(?:(?P<part>early|start of|first|late|later|end of|second|last)\b (?:the )?)?"
    rf"(?:(?:{_DATE}|(?P<name>{'|'.join(said for said, _ in _NAMES)})|{MONTH}|{_UNKNOWN}) )?"
    rf"(?:bank|public) (?:holiday|hols?)\b(?! (?:s|pay|rota|opening)\b)(?: (?P<weekend>week[ -]?end)| {WEEKDAY}\b)?")
_NEAR = 4  # days: two holidays so close together may both be meant by "the bank holiday"
_OF_ONE_NAME = 14  # days: from Christmas Day to a Boxing Day moved by a weekend, and no further


@lru_cache(maxsize=64)
def bank_holidays(place: str, year: int) -> tuple[tuple[date, str], ...]:
    """Each bank holiday of a year with its name, in order; of a day moved from a weekend the day it was moved to.

    Args:
        place: as in the setting ``PARATOI_PLACE``; nothing is known of others than the United Kingdom's.
    """
    if place not in _PARTS:
        return ()
    from holidays import country_holidays  # half a second, and only where somebody names one

    found = country_holidays("GB", subdiv=_PARTS[place], years=year)
    return tuple((day, found[day]) for day in sorted(found) if day.weekday() < 5)


def _bank_holiday(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """The next one, or the last one gone by; two where both may be meant; none where there is no such holiday."""
    if match["unknown"]:
        return BAD
    year = asking.today.year
    all_of_them = [one for y in range(year - 1, year + 3) for one in bank_holidays(asking.place, y)]
    if not all_of_them:
        return None
    lead = (match["lead"] or "").strip()
    back = (lead == "last" or asking.looks_back(match.start())) and not (lead == "last" and match["month"])
    days = [day for day, name in all_of_them if _is_meant(match, day, name)
            and (day < asking.today if back else day > asking.today)]
    if not days:
        return BAD
    if back:
        return on(days[-1])
    together = _that_belong_together(match, days)
    if match["weekend"]:
        return (_weekend(together[0]),)
    return tuple((day, day) for day in together)


def _is_meant(match: re.Match[str], day: date, name: str) -> bool:
    """Whether the words name this holiday: by its name, its month, the date it has or was moved from, its weekday."""
    written = match["of_month"] or match["in_month"]
    if written:
        month = month_of(written)
        number = ordinal_of(match["nth"]) if match["nth"] else int(match["day"] or match["day_after"])
        if (day.month, day.day) != (month, number) and not re.search(_ON_DATES.get((month, number), "$^"), name):
            return False
    return (
        (not match["month"] or day.month == month_of(match["month"]))
        and (not match["name"] or re.search(_called(match["name"]), name) is not None)
        and (not match["weekday"] or day.weekday() == weekday_of(match["weekday"])))


def _called(said: str) -> str:
    """What the library calls the holiday that is named so."""
    return next(name for words, name in _NAMES if re.fullmatch(words, said))


def _that_belong_together(match: re.Match[str], days: list[date]) -> list[date]:
    first, part = days[0], match["part"] or ("last" if match["lead"] == "last " else "")
    if match["month"]:
        same = [day for day in days if (day.year, day.month) == (first.year, first.month)]
        return same[-1:] if part in {"late", "later", "end of", "second", "last"} else same[:1] if part else same
    reach = _OF_ONE_NAME if match["name"] else _NEAR
    near = [day for day in days if (day - first).days <= reach][:2]
    return near[:1] if match["weekday"] or match["weekend"] else near


def _weekend(day: date) -> Days:
    """The weekend that a bank holiday makes longer; in the middle of a week, the day alone."""
    if day.weekday() == 0:
        return later(day, -2), day
    return (day, later(day, 2)) if day.weekday() == 4 else (day, day)


RULES: tuple[Rule, ...] = ((_BANK, _bank_holiday, "bank"),)
