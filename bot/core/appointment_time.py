"""When an appointment is, read from what people write. Strict: what could mean two things is refused, never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

EXAMPLE = "2026-12-03 14:30"
FURTHEST = timedelta(days=2 * 366)

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_CLOCK = (
    r"(?:(?:,| at|,? -)? |t)(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.0+)?)?)?"
    r" ?(?P<half>[ap]\.?m\.?)?(?P<offset>z|[+-]\d{2}:?\d{2})?"
)
_DATES = (
    r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})",
    r"(?P<first>\d{1,2})([-/.])(?P<second_>\d{1,2})\2(?P<year>\d{4})",
    _WEEKDAY + r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -]" + _MONTH + r"\.?,?[ -](?P<year>\d{4})",
    _WEEKDAY + _MONTH + r"\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
)


class BadTime(ValueError):
    """The text is not one clear moment. The message says what to write instead, for whoever made the list."""


def read_time(text: str, zone: ZoneInfo, day_first: bool | None = True) -> datetime:
    """The moment ``text`` names on the wall clock of ``zone``, in UTC; an offset in the text goes before the zone.

    Args:
        text: ``2026-12-03 14:30``, ``03/12/2026 14:30``, ``3 Dec 2026 2.30pm`` and the like.
        day_first: how ``03/12/2026`` is read; nothing where neither way is usual, so that it is refused.

    Raises: BadTime for what is no date, has no time of day, could mean two things, or falls into a clock change.
    """
    found = _match(" ".join(text.split()).lower())
    day = _day(found, day_first)
    wall = datetime.combine(day, _time_of_day(found, day))
    if found.get("offset"):
        return _with_offset(wall, found["offset"])
    return _in_zone(wall, zone)


def too_far(moment: datetime, now: datetime) -> str | None:
    """What is wrong with an appointment at ``moment``, seen from ``now``, or nothing."""
    if moment <= now:
        return "This is in the past. Check the date, or leave the row out."
    if moment - now > FURTHEST:
        return "This is more than two years ahead. Check the year."
    return None


def _match(text: str) -> dict[str, str]:
    if not text:
        raise BadTime(f"Write the date and time, such as {EXAMPLE}.")
    for pattern in _DATES:
        found = re.fullmatch(pattern + _CLOCK, text)
        if found:
            return {name: value for name, value in found.groupdict().items() if value is not None}
    if any(re.fullmatch(pattern, text) for pattern in _DATES):
        raise BadTime(f"The time of day is missing. Write it after the date, such as {EXAMPLE}.")
    if re.match(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b", text):
        raise BadTime(f"Write the year with four digits, such as {EXAMPLE}.")
    if re.fullmatch(r"\d{5}([.,]\d+)?", text):
        raise BadTime(f"This is a spreadsheet's own number for a date. Show the column as text, such as {EXAMPLE}.")
    raise BadTime(f"This is not a date and time we can read. Write it as {EXAMPLE}.")


def _day(found: dict[str, str], day_first: bool | None) -> date:
    year = int(found["year"])
    if "first" in found:
        day_of_month, month = _ordered(int(found["first"]), int(found["second_"]), year, day_first)
    else:
        day_of_month = int(found["day"])
        month = int(found["month"]) if "month" in found else _MONTHS.index(found["word"][:3]) + 1
    try:
        day = date(year, month, day_of_month)
    except ValueError as error:
        raise BadTime(f"There is no such day. Write it as year, month, day: {EXAMPLE}.") from error
    weekday = found.get("weekday")
    if weekday and _WEEKDAYS.index(weekday[:3]) != day.weekday():
        raise BadTime(f"{day.day} {day:%B %Y} is a {day:%A}. Check the day.")
    return day


def _ordered(first: int, second: int, year: int, day_first: bool | None) -> tuple[int, int]:
    """Day and month. Where the day is usually first, a month of 13 or more is not silently turned round."""
    if day_first is None:
        if first <= 12 and second <= 12 and first != second:
            raise BadTime(f"This could be two different days. Write it as year, month, day: {EXAMPLE}.")
        return (first, second) if first > 12 else (second, first)
    day, month = (first, second) if day_first else (second, first)
    if day <= 12 < month <= 31:
        order = "the day comes first" if day_first else "the month comes first"
        other = f"{year:04}-{day:02}-{month:02}"
        raise BadTime(f"There is no month {month}: here {order}. If it is the other way round, write {other}.")
    return day, month


def _time_of_day(found: dict[str, str], day: date) -> time:
    hour, minute = int(found["hour"]), int(found.get("minute", 0))
    second = int(found.get("second", 0))
    half = found.get("half", "")[:1]
    if not half and "minute" not in found:
        raise BadTime(f"Write hours and minutes, such as {EXAMPLE}.")
    if half:
        if not 1 <= hour <= 12:
            raise BadTime("am and pm go with 1 to 12. Write 14:30 or 2.30pm.")
        hour = hour % 12 + (12 if half == "p" else 0)
    elif len(found["hour"]) == 1 and 1 <= hour <= 7:
        raise BadTime(f"Morning or afternoon? Write {hour:02}:{minute:02} or {hour + 12}:{minute:02}.")
    if (hour, minute, second) == (0, 0, 0):
        raise BadTime(f"Midnight: the time of day seems to be missing. Write it as {day.isoformat()} 14:30.")
    try:
        return time(hour, minute, second)
    except ValueError as error:
        raise BadTime("There is no such time of day. Write 14:30 or 2.30pm.") from error


def _with_offset(wall: datetime, offset: str) -> datetime:
    if offset == "z":
        return wall.replace(tzinfo=timezone.utc)
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if hours > 14 or minutes > 59:
        raise BadTime(f"No place is {offset} from UTC. Write it as {EXAMPLE}, with the zone in its own column.")
    ahead = timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    return wall.replace(tzinfo=timezone(ahead)).astimezone(timezone.utc)


def _in_zone(wall: datetime, zone: ZoneInfo) -> datetime:
    try:
        first = wall.replace(tzinfo=zone).astimezone(timezone.utc)
        second = wall.replace(tzinfo=zone, fold=1).astimezone(timezone.utc)
    except OverflowError as error:
        raise BadTime(f"There is no such day. Write it as year, month, day: {EXAMPLE}.") from error
    if first == second:
        return first
    if first.astimezone(zone).replace(tzinfo=None) != wall:
        raise BadTime(f"There is no {wall:%H:%M} on that day: clocks in {zone.key} go forward over it. Check the time.")
    raise BadTime(
        f"{wall:%H:%M} comes twice on that day: clocks in {zone.key} go back. "
        f"Write {wall:%Y-%m-%dT%H:%M}{_offset(wall, zone, 0)} or {wall:%Y-%m-%dT%H:%M}{_offset(wall, zone, 1)}."
    )


def _offset(wall: datetime, zone: ZoneInfo, fold: int) -> str:
    text = wall.replace(tzinfo=zone, fold=fold).strftime("%z")
    return f"{text[:3]}:{text[3:5]}"
