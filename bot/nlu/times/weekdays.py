"""Weekdays, weeks and weekends, as they are said in Britain: "next Tuesday", "Tuesday week", "the week after next"."""

from __future__ import annotations

import re
from datetime import date

from bot.core.calendar_words import months_from
from bot.nlu.times.found import Asking, Days, Rule, later, on
from bot.nlu.times.spelling import MONTH, SHORT_WORDS, TH, WEEKDAY, YEAR, month_of, weekday_of

_NEXT = r"(?:next|nxt|nex)"
_WEEK = r"(?:week|wk|weak)"
_PART = (r"(?P<part>(?:the )?(?:early|earlier|start|beginning|begining|mid|middle|late|later|end|rest)(?: on)?(?: of| in)?"
         r"[ -])?")
_AFTER_NEXT = re.compile(rf"\b(?:the )?{WEEKDAY} after {_NEXT}\b")
_LED = re.compile(
    rf"\b(?P<lead>this coming|the coming|{_NEXT}|this|coming|last|the following) {WEEKDAY}\b(?P<coming> coming)?")
_PLAIN = re.compile(rf"\b{WEEKDAY}\b")
_LEADS = re.compile(
    r"\b(?:on|by|until|till|til|from|since|or|and|to|first thing|between|not|but|for|any|say|maybe|before|after|every|each|"
    r"this|do|can't|week|fortnight|early)(?: a)? $")
_TAILS = re.compile(
    rf"(?:/| )(?P<tail>(?<=/)\w+|coming|{_NEXT}(?! (?:week|wk|month))|week|wk|fortnight|morning|"
    rf"afternoon|evening|night|first thing|"
    rf"lunch\w*|or|"
    r"would|works?|suits?|at \d|am|pm)\b")
_THE_WEEK_AFTER = re.compile(rf"\bnot {_NEXT} {_WEEK},?(?: but)?(?: the)? (?:{_WEEK} after|one after|"
                             rf"following {_WEEK})(?: that)?\b")
_WEEK_AFTER_NEXT = re.compile(rf"\b(?:the )?{_WEEK} after {_NEXT}\b")
_THEN_THE_WEEK_AFTER = re.compile(rf"(?<=\bthe )(?:{_WEEK} after(?: that)?|following {_WEEK})\b(?! (?:next|\w*day|i|"
                                  rf"the|my|new)\b)")
_SAME_DAY = re.compile(rf"\b(?:this|same) (?:time|day) {_NEXT} (?P<unit>{_WEEK}|month|year)\b")
_NOT_THIS = re.compile(rf"\bnot (?:this|the|this coming) {WEEKDAY},?(?: but)? the (?:{_NEXT}|one after|following)(?: "
                       rf"one| {_WEEK})?\b")
_WEEK_OF = re.compile(rf"\b{_PART}(?P<which>this|{_NEXT}|last|the) {_WEEK}\b(?! (?:after|before|of|commencing|beginning))")
_WEEKEND = re.compile(rf"\b(?P<which>this coming|this|{_NEXT}|last|the|at the|over the|on the)? ?(?P<name>week[ -]?ends?)\b"
                      rf"(?P<after> after {_NEXT})?")
_NTH = re.compile(rf"\b(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last) {WEEKDAY} (?:in|of) "
                  rf"(?:{MONTH}\b(?: {YEAR}\b)?|(?P<which>next|this|the) month)")
_NTH_WEEK = re.compile(rf"\b(?:the )?(?P<nth>first|1st|second|2nd|third|3rd|fourth|4th|last) {_WEEK} (?:in|of) "
                       rf"(?:{MONTH}\b(?: {YEAR}\b)?|(?P<which>next|this|the) month)")
_PLACES = {"first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": -1}
_COMMENCING = re.compile(
    rf"\b(?:(?:the )?{_WEEK} (?:commencing|beginning|starting|of)|w/[cb]|wc|"
    rf"(?P<ends>w/e|(?:the )?{_WEEK} ending))(?: on)?(?: the)? (?P<d>\d{{1,2}}){TH}?(?: "
    rf"of)? {MONTH}\b")


def coming(today: date, weekday: int) -> date:
    """The next such day after today."""
    return later(today, (weekday - today.weekday() - 1) % 7 + 1)


def gone(today: date, weekday: int) -> date:
    """The last such day before today."""
    return later(today, -((today.weekday() - weekday - 1) % 7 + 1))


def next_one(today: date, weekday: int) -> tuple[Days, ...]:
    """"Next Tuesday" said on a Monday is tomorrow to some and in a week to others: both, for the person to say which.

    It is in doubt when such a day is still to come in this week (Monday to Sunday), or is at most two days off.
    """
    day = coming(today, weekday)
    if day <= later(today, 6 - today.weekday()) or (day - today).days <= 2:
        return (*on(day), *on(later(day, 7)))
    return on(day)


def _led(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    weekday, lead = weekday_of(match["weekday"]), match["lead"]
    if lead == "last":
        return on(gone(asking.today, weekday))
    if lead.startswith("n") or lead == "the following":
        return next_one(asking.today, weekday)
    if lead == "this" and asking.looks_back(match.start()):
        return on(gone(asking.today, weekday))
    return on(coming(asking.today, weekday))


def _after_next(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    return tuple((later(first, 7), later(last, 7)) for first, last in next_one(asking.today, weekday_of(match["weekday"])))


def _plain(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """A weekday by itself; "sat", "sun" and the like need a word that leads to them, or nothing around them."""
    word, text = match["weekday"], asking.text
    led, tail = _LEADS.search(text[:match.start()]), _TAILS.match(text[match.end():])
    if led and led[0].startswith(("every", "each")) or re.search(r"days'?$", match[0]):
        return None  # "every Friday", "on Fridays": how often, not when
    led = led or re.search(r"\w/$", text[:match.start()])
    if word in SHORT_WORDS and not led and not tail and not asking.is_all(*match.span()):
        return None
    if word in {"sun", "sat"} and re.search(r"\bthe $", text[:match.start()]):
        return None
    weekday, follows = weekday_of(word), tail["tail"] if tail else ""
    if follows.startswith("n") and follows != "night":
        return next_one(asking.today, weekday)
    back = follows != "coming" and (asking.looks_back(match.start()) or bool(led and led[0].startswith("since")))
    return on(gone(asking.today, weekday) if back else coming(asking.today, weekday))


def _nth(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    first = _month_meant(match, asking)
    place, weekday = _PLACES[match["nth"]], weekday_of(match["weekday"])
    days = [day for n in range(31) if (day := later(first, n)).month == first.month and day.weekday() == weekday]
    return on(days[place])


def _nth_week(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    first = _month_meant(match, asking)
    place, last = _PLACES[match["nth"]], later(months_from(first, 1), -1)
    if place == -1:
        return ((later(last, -6), last),)
    return ((later(first, 7 * place), later(first, 7 * place + 6)),)


def _month_meant(match: re.Match[str], asking: Asking) -> date:
    this = asking.today.replace(day=1)
    if not match["month"]:
        return months_from(this, 1) if match["which"] == "next" else this
    if match["year"]:
        return date(int(match["year"]), month_of(match["month"]), 1)
    back = asking.looks_back(match.start())
    step = (month_of(match["month"]) - this.month) % 12
    return months_from(this, step - 12 if back and step else step)


def _week_after(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    monday = later(asking.today, 14 - asking.today.weekday())
    return ((monday, later(monday, 6)),)


def _then_the_week_after(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    """"I am away next week, so the week after"."""
    return _week_after(match, asking) if re.search(rf"\b{_NEXT} {_WEEK}\b", asking.text[:match.start()]) else None


def _same_day(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    months = {"m": 1, "y": 12}.get(match["unit"][0])
    return on(months_from(asking.today, months) if months else later(asking.today, 7))


def _not_this(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    return on(later(coming(asking.today, weekday_of(match["weekday"])), 7))


def _week_of(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    which, part = match["which"], (match["part"] or "")
    if which == "the" and not part:
        return None
    turn = 7 if which.startswith("n") else -7 if which == "last" else 0
    monday = later(asking.today, turn - asking.today.weekday())
    first, last = monday, later(monday, 6)
    if re.search("start|begin|early", part):
        last = later(monday, 2)
    elif "mid" in part:
        first, last = later(monday, 1), later(monday, 3)
    elif re.search("end|late", part):
        first = later(monday, 3)
    if turn == 0 and not asking.looks_back(match.start()):
        first = min(max(first, later(asking.today, 1)), last)
    return ((first, last),)


def _weekend(match: re.Match[str], asking: Asking) -> tuple[Days, ...] | None:
    which, today = match["which"] or "", asking.today
    if match["name"].endswith("s") or not (which or asking.is_all(*match.span())):
        return None  # "at weekends", "weekend work"
    saturday = later(today, 5 - today.weekday())
    this = (max(saturday, today), later(saturday, 1))
    following = [(later(saturday, n), later(saturday, n + 1)) for n in (7, 14)]
    if which == "last" or (which != "next" and asking.looks_back(match.start())):
        return ((later(saturday, -7), later(saturday, -6)),)
    if match["after"]:
        return (following[0],) if today.weekday() < 5 else (following[1],)
    if which.startswith("n"):
        return (this, following[0]) if today.weekday() < 5 else (following[0],)
    return (this,)


def _commencing(match: re.Match[str], asking: Asking) -> tuple[Days, ...]:
    day = date(asking.today.year, month_of(match["month"]), int(match["d"]))
    day = day if day >= later(asking.today, -7) else day.replace(year=day.year + 1)
    return ((later(day, -6), day),) if match["ends"] else ((day, later(day, 6)),)


BEFORE_DATES: tuple[Rule, ...] = ((_COMMENCING, _commencing, "span"),)  # else the date in it would be read by itself
RULES: tuple[Rule, ...] = (
    (_NTH, _nth, "day"), (_NTH_WEEK, _nth_week, "span"),
    (_THE_WEEK_AFTER, _week_after, "span"), (_WEEK_AFTER_NEXT, _week_after, "span"),
    (_THEN_THE_WEEK_AFTER, _then_the_week_after, "span"), (_SAME_DAY, _same_day, "day"), (_NOT_THIS, _not_this, "day"),
    (_AFTER_NEXT, _after_next, "weekday"),
    (_WEEKEND, _weekend, "span"), (_LED, _led, "weekday"), (_PLAIN, _plain, "weekday"), (_WEEK_OF, _week_of, "span"),
)
