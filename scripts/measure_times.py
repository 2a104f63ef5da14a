"""Print how well days and durations are read, on our own rows: by us, and by each library that is installed.

    python scripts/measure_times.py [--misses] [--speed]

Rows: ``tests/nlu/data/times.csv``. The half ``held`` is counted and its misses are never listed. Besides what the
project installs, these are measured when they are there: parsedatetime, ctparse, recognizers-text-suite, dateutil,
arrow. Put them into an environment of their own, not into the project's.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
ROWS = ROOT / "tests" / "nlu" / "data" / "times.csv"
RIGHT, LOOSE, NOTHING, WRONG = "right", "one of several", "nothing", "wrong"


@dataclass(frozen=True)
class Row:
    """One line of the file. ``first`` and ``last``: days; for a duration the least and the most days.

    ``visit``: the day of the appointment. ``place``: whose bank holidays count, as in ``PARATOI_PLACE``.
    """

    half: str
    text: str
    asked: str
    now: datetime
    zone: ZoneInfo
    kind: str
    first: str
    last: str
    visit: date | None = None
    place: str = ""

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    @property
    def local(self) -> datetime:
        return self.now.astimezone(self.zone).replace(tzinfo=None)


@dataclass(frozen=True)
class Read:
    """What a reader made of a row."""

    kind: str = "not_a_day"
    first: date | None = None
    last: date | None = None
    days: tuple[float, float] | None = None


Reader = Callable[[Row], Read]


def rows() -> list[Row]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [Row(**{**one, "now": datetime.fromisoformat(one["now"]), "zone": ZoneInfo(one["zone"]),
                       "visit": date.fromisoformat(one["visit"]) if one["visit"] else None})
                for one in csv.DictReader(file)]


def outcome(row: Row, read: Read) -> str:
    """``right``, a day out of several that were meant, ``nothing``, or a day that nobody named."""
    if row.kind == "not_a_day":
        return RIGHT if read.kind == "not_a_day" else WRONG
    if read.kind == "not_a_day":
        return NOTHING
    if row.kind == "duration":
        low, high = float(row.first), float(row.last)
        near = read.kind == "duration" and read.days and low * 0.9 <= read.days[0] <= read.days[1] <= high * 1.1
        return RIGHT if near else WRONG
    first, last = date.fromisoformat(row.first), date.fromisoformat(row.last)
    if read.first is None or read.last is None:
        return WRONG
    if row.kind in {"day", "past"} and read.kind == row.kind and first <= read.first and read.last <= last:
        return RIGHT
    if row.kind == "past" and read.kind == "past":
        return RIGHT if _near(first, last, read) else WRONG
    if row.kind == read.kind == "ambiguous":
        return RIGHT if {first, last} == {read.first, read.last} else WRONG
    if row.kind == read.kind == "span":
        return RIGHT if _near(first, last, read) else WRONG
    if row.kind == "ambiguous":
        return LOOSE if read.first == read.last in {first, last} else WRONG
    return LOOSE if row.kind == "span" and first <= read.first == read.last <= last else WRONG


def _near(first: date, last: date, read: Read) -> bool:
    """A span has soft ends: three days, or a quarter of its length."""
    slack = timedelta(days=max(3, (last - first).days // 4))
    return abs(read.first - first) <= slack and abs(read.last - last) <= slack


def a_day(row: Row, day: date) -> Read:
    return Read("past" if row.asked == "future" and day < row.today else "day", day, day)


def by_us() -> Reader:
    from bot.nlu.times import Times

    def read(row: Row) -> Read:
        said = Times(row.place).answer(row.text, row.asked, row.now, row.zone, row.visit)
        if said.kind == "ambiguous":
            return Read(said.kind, said.readings[0][0], said.readings[1][0])
        return Read(said.kind, said.first, said.last, said.days)

    return read


def by_dateparser() -> Reader:
    import dateparser

    def read(row: Row) -> Read:
        found = dateparser.parse(row.text, languages=["en"], settings={
            "RELATIVE_BASE": row.local, "PREFER_DATES_FROM": "past" if row.asked == "past" else "future",
            "DATE_ORDER": "MDY" if row.zone.key.startswith("America/") else "DMY", "PARSERS": [
                "relative-time", "custom-formats", "absolute-time"]})
        return a_day(row, found.date()) if found else Read()

    return read


def by_dateparser_search() -> Reader:
    from dateparser.search import search_dates

    def read(row: Row) -> Read:
        found = search_dates(row.text, languages=["en"], settings={
            "RELATIVE_BASE": row.local, "PREFER_DATES_FROM": "past" if row.asked == "past" else "future",
            "DATE_ORDER": "MDY" if row.zone.key.startswith("America/") else "DMY"})
        return a_day(row, found[0][1].date()) if found else Read()

    return read


def by_parsedatetime() -> Reader:
    import parsedatetime

    constants = parsedatetime.Constants("en_GB", usePyICU=False)
    calendar = parsedatetime.Calendar(constants)

    def read(row: Row) -> Read:
        found, flag = calendar.parseDT(row.text, row.local)
        return a_day(row, found.date()) if flag & 1 else Read()

    return read


def by_ctparse() -> Reader:
    from ctparse import ctparse

    def read(row: Row) -> Read:
        made = ctparse(row.text, ts=row.local, timeout=2.0)
        thing = made.resolution if made else None
        kind = type(thing).__name__
        if kind == "Duration":
            size = {"DAYS": 1, "NIGHTS": 1, "WEEKS": 7, "MONTHS": 30.4}.get(thing.unit.name, 0) * thing.value
            return Read("duration", days=(size, size)) if size else Read()
        ends = [thing.t_from, thing.t_to] if kind == "Interval" else [thing]
        if not all(one is not None and one.isDate for one in ends):
            return Read()
        first, last = ends[0].dt.date(), ends[-1].dt.date()
        return a_day(row, first) if first == last else Read("span", first, last)

    return read


def by_recognizers() -> Reader:
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.English).get_datetime_model()

    def read(row: Row) -> Read:
        for found in model.parse(row.text, row.local):
            values = (found.resolution or {}).get("values", [])
            kind = found.type_name.rpartition(".")[2]
            if kind in {"date", "datetime"}:
                days = sorted(date.fromisoformat(v["value"][:10]) for v in values if v.get("value", "0")[0] in "12")
                fit = [d for d in days if (d >= row.today) == (row.asked != "past")] or days
                if fit:
                    return a_day(row, fit[0] if row.asked != "past" else fit[-1])
            if kind in {"daterange", "datetimerange"}:
                ends = [(date.fromisoformat(v["start"][:10]), date.fromisoformat(v["end"][:10]) - timedelta(days=1))
                        for v in values if "start" in v and "end" in v]
                fit = [e for e in ends if (e[1] >= row.today) == (row.asked != "past")] or ends
                if fit:
                    kind = "past" if row.asked == "future" and fit[0][1] < row.today else "span"
                    return Read(kind, *fit[0])
            if kind == "duration" and values and float(values[0]["value"]) >= 86_400:
                days = float(values[0]["value"]) / 86_400
                return Read("duration", days=(days, days))
        return Read()

    return read


def by_dateutil() -> Reader:
    from dateutil import parser

    def read(row: Row) -> Read:
        try:
            found = parser.parse(row.text, default=row.local, fuzzy=True, dayfirst=True)
        except (ValueError, OverflowError, TypeError):
            return Read()
        return a_day(row, found.date())

    return read


def by_arrow() -> Reader:
    import arrow

    def read(row: Row) -> Read:
        try:
            return a_day(row, arrow.get(row.local).dehumanize(row.text).date())
        except (ValueError, OverflowError):
            return Read()

    return read


CANDIDATES: dict[str, tuple[str, Callable[[], Reader]]] = {
    "dateparser.parse": ("dateparser", by_dateparser), "dateparser.search": ("dateparser", by_dateparser_search),
    "recognizers-text": ("recognizers_date_time", by_recognizers), "parsedatetime": ("parsedatetime", by_parsedatetime),
    "ctparse": ("ctparse", by_ctparse), "dateutil (fuzzy)": ("dateutil", by_dateutil), "arrow": ("arrow", by_arrow),
}


def readers() -> dict[str, Reader]:
    found: dict[str, Reader] = {"ours": by_us()}
    for name, (package, make) in CANDIDATES.items():
        if importlib.util.find_spec(package):
            found[name] = make()
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--misses", action="store_true", help="list what our own reader misses in the half 'tune'")
    asked.add_argument("--only", help="only the reader whose name begins so")
    given = asked.parse_args()
    print(f"{'reader':22}{'half':6}{'rows':>5}{RIGHT:>7}{LOOSE:>16}{NOTHING:>9}{WRONG:>7}{'guessed':>9}{'ms':>8}{'max ms':>8}")
    for name, reader in readers().items():
        if given.only and not name.startswith(given.only):
            continue
        for half in ("tune", "held"):
            measure(name, reader, half, [row for row in rows() if row.half == half], given.misses)


def measure(name: str, reader: Reader, half: str, some: list[Row], misses: bool) -> None:
    counted: Counter[str] = Counter()
    guessed, took = 0, []
    for row in some:
        began = time.perf_counter()
        read = reader(row)
        took.append((time.perf_counter() - began) * 1000)
        came_out = outcome(row, read)
        counted[came_out] += 1
        guessed += row.kind == "not_a_day" and came_out == WRONG
        if misses and half == "tune" and came_out != RIGHT:
            print(f"    {came_out:14} {row.text!r} {row.asked} {row.today} {row.zone.key}: wanted {row.kind} "
                  f"{row.first} {row.last}, read {read.kind} {read.first} {read.last} {read.days or ''}")
    print(f"{name:22}{half:6}{len(some):5}{counted[RIGHT]:7}{counted[LOOSE]:16}{counted[NOTHING]:9}{counted[WRONG]:7}"
          f"{guessed:9}{sum(took) / len(took):8.2f}{max(took):8.1f}", flush=True)


if __name__ == "__main__":
    main()
