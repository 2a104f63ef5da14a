"""Lengths of time: "in a fortnight", "about 3 wks", "a week or two", "2-3 weeks", "two years ago", "for ten years"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.core.calendar_words import MONTH_DAYS, months_from
from bot.nlu.times.found import Asking, Days, later
from bot.nlu.times.spelling import NUMBER, UNIT, number_of

_ABOUT = (r"(?:(?P<about>(?<!how )(?<!what )about|abt|around|roughly|approx(?:imately)?\.?|circa|some|say|maybe|~)|"
          r"(?P<more>over|more th[ae]n|longer than|at least|well over)|"
          r"(?P<less>less th[ae]n|under|nearly|almost|just under|not quite|up to)) ?")
_LENGTH = re.compile(
    rf"(?:\b{_ABOUT})?(?:(?<![\w./,])(?P<half>half an? )|(?<![\w./,])(?:an? |the )?(?P<vague>couple|few|several)(?: of)? |"
    rf"(?<![\w./,-])(?P<low>{NUMBER})(?: ?(?:-|to|or) ?(?P<high>{NUMBER}))?(?P<and_half> and an? half)?[ -]?)?"
    rf"(?:\b|(?<=\d)){UNIT}(?P<or_two> or (?P<two>two|three|so))?(?P<late_half> and an? half)?"
    r"(?P<tail>(?: time)?(?: or so)?(?:'s)?)", re.ASCII)
_FUTURE_BEFORE = re.compile(r"\b(?P<in>in|after|give it|give me)(?: the)?(?: next)?(?: just)? $")
_WITHIN = re.compile(r"\b(?:in|within|over|during|for)? ?(?:the )?(?P<which>next|coming|last|past) $|\bwithin $")
_FUTURE_AFTER = re.compile(r" ?(?:time\b|from now\b|later\b|down the line\b)")
_PAST_AFTER = re.compile(r" ?(?:ago|a go|back|earlier|previously)\b")
_RATE_BEFORE = re.compile(
    r"\b(?:times?|twice|once|thrice|every|each|per|most|some|all|other|the|this|that|these|those|one|two|three|four|"
    r"five|six|"
    r"days|hours?|minutes?|mins?|pints?|units?|tablets?|pills?|cigarettes|fags|walks?|nights?|meals?|lot|\d+|x) $|/ ?$")
_RATE_AFTER = re.compile(r"(?: ?/ ?| (?:a|per|each|every|out of) (?:\w+ )?)(?:day|week|wk|month|year)\b| (?:old|of age)\b")
_DAYS = {"d": 1.0, "w": 7.0, "f": 14.0, "m": MONTH_DAYS, "y": 365.25, "c": 3652.5}
_LONGEST = 36_600  # days: nobody means more than a hundred years
_FROM_AN_EVENT = re.compile(
    r" ?(?:after|before|post|following|past|since|from|until|till|into|in to)\b(?! (?:that|this|now|today|then)\b)[ -]\w")
_VAGUE = {"couple": (2, 2), "few": (2, 6), "several": (3, 10)}


@dataclass(frozen=True)
class Length:
    """A length of time where it stands. ``how``: ``in`` · ``within`` · ``ago`` · ``past`` ("the last two weeks") · "
        "``bare``."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    how: str
    loose: bool
    couple: bool = False

    @property
    def days(self) -> tuple[float, float]:
        """Least and most days."""
        one = _DAYS[self.unit]
        high = max(self.high, 3.0) if self.couple else self.high
        low, high = self.low * one, high * one
        return (low * 0.75, high * 1.25) if self.loose and low == high else (low, high)

    def after(self, day: date, back: bool = False) -> Days:
        """The day or days so long after ``day`` (before it, when ``back``); months and years by the calendar."""
        sign = -1 if back else 1
        ends = sorted(self._moved(day, sign * size) for size in (self.low, self.high))
        slack = {"d": 1, "w": 3, "f": 3, "m": 8, "y": 60, "c": 500}[self.unit] if self.loose and self.low == self.high else 0
        return later(ends[0], -slack), later(ends[1], slack)

    def _moved(self, day: date, size: float) -> date:
        if self.unit in "myc" and size == int(size):
            return months_from(day, int(size) * {"m": 1, "y": 12, "c": 120}[self.unit])
        return later(day, size * _DAYS[self.unit])

    def gone_by(self, today: date) -> Days:
        """So long ago, with the allowance of ``bot.core.past_times``: half a unit, for years a quarter."""
        slack = {"d": 0, "w": 3, "f": 4, "m": 15, "y": 91, "c": 365}[self.unit]
        low, high = self.low * _DAYS[self.unit], self.high * _DAYS[self.unit]
        slack = max(slack, low * 0.15) if self.loose and self.unit != "d" else slack
        return later(today, -(high + slack)), later(today, -max(low - slack, 0))


def lengths(asking: Asking) -> list[Length]:
    """Every length of time in the text; "twice a week" and "every two days" are none."""
    found = []
    for match in _LENGTH.finditer(asking.text):
        sizes = _sizes(match)
        if sizes is None:
            continue
        before, after = asking.text[:match.start()], asking.text[match.end():]
        how = _how(before, after, match["tail"])
        if match["half"] and re.search(r"\ba(?:nd)? $", before):
            continue  # "a pack and a half a day"
        if how == "bare" and (_RATE_BEFORE.search(before) or _RATE_AFTER.match(after) or _a_rate(match, before)):
            continue
        unit = {"we": "w", "wk": "w", "da": "d", "fo": "f", "mo": "m", "mt": "m", "mn": "m", "de": "c"}.get(
            match["unit"][:2], "y")
        loose = bool(match["about"] or match["two"] == "so" or "or so" in match["tail"])
        low, high = sizes
        if match["vague"] == "few" and unit == "d":
            high = 5
        if match["more"] or match["less"]:
            low, high = (low, high * 2) if match["more"] else (low * 0.5, high)
        if high * _DAYS[unit] > _LONGEST:
            continue
        start = match.start()
        if led := re.search(r"\b(?:in|within|for|after)(?: the next| the last| the past| just)? $", before):
            start = led.start()
        tail = _FUTURE_AFTER.match(after) or _PAST_AFTER.match(after)
        found.append(Length(start, match.end() + (tail.end() if tail else 0), low, high, unit, how, loose,
                            couple=match["vague"] == "couple" and unit != "w"))
    return found


def from_an_event(one: Length, asking: Asking) -> bool:
    """Whether a length counts from something only they can put a day to ("six weeks after my op")."""
    return one.how in {"bare", "in"} and _FROM_AN_EVENT.match(asking.text[one.end:]) is not None


def _sizes(match: re.Match[str]) -> tuple[float, float] | None:
    extra = 0.5 if match["and_half"] or match["late_half"] else 0.0
    if match["half"]:
        return 0.5, 0.5
    if match["vague"]:
        return _VAGUE[match["vague"]]
    if not match["low"]:
        return (1.0, 1.0) if match["unit"].startswith(("fortnight", "decade")) else None
    low = float(number_of(match["low"]))
    high = float(number_of(match["high"])) if match["high"] else low
    if match["or_two"] and match["two"] != "so":
        high = {"two": 2.0, "three": 3.0}[match["two"]]
    return None if low == 0 or high < low else (low + extra, high + extra)


def _how(before: str, after: str, tail: str) -> str:
    if _PAST_AFTER.match(after):
        return "ago"
    if within := _WITHIN.search(before):
        return "past" if within["which"] in {"last", "past"} else "within"
    if _FUTURE_BEFORE.search(before) or "time" in tail or _FUTURE_AFTER.match(after):
        return "in"
    return "bare"


def _a_rate(match: re.Match[str], before: str) -> bool:
    """"Tablets a day", "walks a week": how often something is done."""
    return match["low"] in {"a", "an"} and re.search(r"\w{3,}s $", before) is not None and not re.search(
        r"\b(?:lasts|takes|is|was|perhaps|sometimes|this|since|yes|thanks) $", before)
