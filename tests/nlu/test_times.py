import csv
import json
import time
from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.core.times import KINDS, TimeSaid
from bot.nlu.times import Times, as_entity, find_times
from scripts.measure_times import NOTHING, RIGHT, WRONG, by_us, outcome, rows

LONDON, AUCKLAND, NEW_YORK = (ZoneInfo(name) for name in ("Europe/London", "Pacific/Auckland", "America/New_York"))
MONDAY = datetime(2026, 11, 23, 10, tzinfo=timezone.utc)
READER = Times()


def future(text: str, now: datetime = MONDAY, zone: ZoneInfo = LONDON) -> TimeSaid:
    return READER.answer(text, "future", now, zone)


def the_only(text: str) -> TimeSaid:
    (said,) = find_times(text, MONDAY, LONDON)
    return said


ROWS, OURS = rows(), by_us()
TUNE = [row for row in ROWS if row.half == "tune"]


@pytest.mark.parametrize("row", TUNE, ids=lambda row: f"{row.text} ({row.asked}, {row.now:%a %d %b})")
def test_a_time_is_read_as_it_was_meant(row) -> None:
    assert outcome(row, OURS(row)) == RIGHT


def test_most_of_what_was_held_back_is_read_and_no_day_is_made_up() -> None:
    held = [row for row in ROWS if row.half == "held"]
    counted = Counter(outcome(row, OURS(row)) for row in held)
    assert len(held) >= 130 and counted[RIGHT] >= 0.93 * len(held) and counted[WRONG] <= 0.05 * len(held)
    assert not [row for row in held if row.kind == "not_a_day" and outcome(row, OURS(row)) == WRONG]
    assert counted[NOTHING] <= 3


def test_the_rows_are_as_the_measurement_wants_them() -> None:
    path = Path(__file__).parent / "data" / "times.csv"
    with path.open(encoding="utf-8", newline="") as file:
        raw = list(csv.DictReader(file))
    assert len(raw) >= 160 and {row["kind"] for row in raw} == set(KINDS)
    assert len({(row["text"], row["asked"], row["now"], row["zone"], row["visit"], row["place"]) for row in raw}) == len(raw)
    assert abs(sum(row["half"] == "tune" for row in raw) * 2 - len(raw)) <= 1


@pytest.mark.parametrize("text", ["3 Rhagfyr", "yfory", "dydd Mawrth", "Dec. 3, '26", "03/Dec/26", "3ydd Rhagfyr 2026"])
def test_welsh_and_dates_in_rare_forms_are_read_by_the_library(text: str) -> None:
    said = future(text)
    assert said.kind == "day" and said.first in {date(2026, 12, 3), date(2026, 11, 24)}


@pytest.mark.parametrize("text", [
    "may", "10", "at 3", "3pm", "sat nav", "the sun", "second", "a third", "in a minute", "mai", "medi", "10 mai be", "120/80",
    "7/10 times", "section 3.12", "my 2nd knee", "1 in 4", "march", "on fridays", "every other day", "3 or 4 times a week",
])
def test_no_day_is_guessed_that_nobody_named(text: str) -> None:
    assert future(text).kind == "not_a_day", text


@pytest.mark.parametrize(("text", "words"), [
    ("I'd say after my holiday", "after my holiday"), ("Once the kids are back at school.", "Once the kids are back at school"),
    ("30 February", "30 February"), ("whenever", ""), ("dunno", ""), ("before my birthday please", "before my birthday please"),
])
def test_an_event_or_a_lost_day_keeps_its_words(text: str, words: str) -> None:
    said = future(text)
    assert (said.kind, said.words) == ("not_a_day", words)


@pytest.mark.parametrize(("text", "flags"), [
    ("any day but friday", {"negated"}), ("not on friday", {"negated"}), ("friday is no good", {"negated"}),
    ("I can't do friday", {"negated"}), ("why not friday", set()), ("not until friday", set()), ("friday", set()),
    ("if I can get a lift on friday", {"hypothetical"}), ("friday if that's ok", set()),
    ("friday, unless it rains", {"hypothetical"}),
    ("my sister comes on friday", {"other_person"}), ("my wife and I can do friday", set()),
    ("he goes on friday", {"other_person"}),
    ("I saw her last friday", {"past"}), ("two weeks ago", {"past"}), ("I gave up in March", {"past"}),
    ("my dad died in 2019", {"past", "other_person"}),
])
def test_what_the_words_around_a_time_say_is_kept_as_flags(text: str, flags: set[str]) -> None:
    said = the_only(text)
    assert {name for name in ("negated", "past", "other_person", "hypothetical") if getattr(said, name)} == flags


@pytest.mark.parametrize(("text", "days"), [
    ("wed/thurs", ["2026-11-25", "2026-11-26"]), ("tues or wed next week", ["2026-12-01", "2026-12-02"]),
    ("tomorrow fortnight", ["2026-12-08"]), ("monday fortnight", ["2026-12-07", "2026-12-14"]), ("in 2weeks", ["2026-12-07"]),
    ("w/e 12 dec", ["2026-12-06"]), ("the twelfth", ["2026-12-12"]), ("oh about the 10th I suppose", ["2026-12-10"]),
    ("friday next week", ["2026-12-04"]), ("a month from today", ["2026-12-23"]),
    ("how about a week on Monday?", ["2026-12-07"]),
    ("6 weeks after my op", []), ("a day or two before my appointment", []), ("not this friday but the next", ["2026-12-04"]),
    ("this time next week", ["2026-11-30"]), ("first of the month", ["2026-12-01"]), ("start of the year", ["2027-01-01"]),
])
def test_what_once_was_read_wrongly_is_read_as_meant(text: str, days: list[str]) -> None:
    said = future(text)
    first_days = [first for first, _ in said.readings] or ([said.first] if said.first else [])
    assert [day.isoformat() for day in first_days] == days


@pytest.mark.parametrize("weekday", ["Mon", "Tues", "weds", "Thursday", "fri", "Saturday", "sunday"])
def test_next_and_week_and_plain_never_name_the_same_day_for_certain(weekday: str) -> None:
    for offset in range(7):
        now = MONDAY + timedelta(days=offset)
        plain_day, after, asked = (future(said, now) for said in (f"on {weekday}", f"{weekday} week", f"next {weekday}"))
        assert plain_day.kind == "day" and 1 <= (plain_day.first - now.date()).days <= 7
        assert plain_day.first + timedelta(days=7) in {day for day, _ in after.readings} | {after.first}
        assert asked.kind == "day" or asked.readings == tuple(
            (day, day) for day in (plain_day.first, plain_day.first + timedelta(days=7)))


def test_tomorrow_is_the_day_after_theirs_around_midnight_and_when_clocks_change() -> None:
    midnight = datetime(2026, 11, 23, 23, 59, tzinfo=timezone.utc)
    assert future("tomorrow", midnight).first == date(2026, 11, 24)
    assert future("tomorrow", midnight + timedelta(minutes=1)).first == date(2026, 11, 25)
    assert future("tomorrow", midnight, AUCKLAND).first == date(2026, 11, 25)
    for zone, when in ((LONDON, datetime(2027, 3, 28, 0, 30, tzinfo=timezone.utc)),
                       (LONDON, datetime(2027, 10, 31, 0, 30, tzinfo=timezone.utc)),
                       (AUCKLAND, datetime(2027, 4, 3, 13, 30, tzinfo=timezone.utc)),
                       (AUCKLAND, datetime(2027, 9, 25, 13, 30, tzinfo=timezone.utc))):
        today = when.astimezone(zone).date()
        assert future("tomorrow", when, zone).first == today + timedelta(days=1)
        assert future("in a fortnight", when, zone).first == today + timedelta(days=14)
        assert future("yesterday", when, zone).kind == "past"


def test_where_the_month_may_come_first_both_readings_are_asked() -> None:
    assert future("3/12", zone=NEW_YORK).readings == ((date(2026, 12, 3),) * 2, (date(2027, 3, 12),) * 2)
    assert future("13/12", zone=NEW_YORK).first == future("13/12").first == date(2026, 12, 13)


@pytest.mark.parametrize(("text", "words"), [
    ("I gave up in March, then began again a fortnight ago", ["in March", "a fortnight ago"]),
    ("  I can  do   next   Tues or weds ", ["next   Tues or weds"]),
    ("It’s been three months now, the op is on 3rd Dec", ["three months", "3rd Dec"]),
    ("my knee hurts on the stairs", []), ("", []),
])
def test_times_anywhere_in_a_sentence_are_found_with_their_words(text: str, words: list[str]) -> None:
    found = find_times(text, MONDAY, LONDON)
    assert [said.words for said in found] == words
    assert all(text[said.start:said.end] == said.words for said in found)


def test_a_time_is_ready_for_json_with_its_words_days_and_flags() -> None:
    (said,) = find_times("If I can, next Tuesday", MONDAY, LONDON)
    assert json.loads(json.dumps(as_entity(said))) == {
        "entity": "time", "value": "next Tuesday", "start": 10, "end": 22, "kind": "ambiguous", "first": "2026-11-24",
        "last": "2026-12-01", "readings": [["2026-11-24", "2026-11-24"], ["2026-12-01", "2026-12-01"]], "days": None,
        "negated": False, "past": False, "other_person": False, "hypothetical": True}


WORDS = ("next last this the a in on week weeks tues friday dec december 3rd 12 30 february 2019 31/11 or to - between and "
         "after before ago for about couple of fortnight christmas easter tomorrow not if my sister month end mid , . "
         "9999 99 ² ٣").split(" ")


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from(["future", "past", "duration"]),
       st.sampled_from([LONDON, AUCKLAND, NEW_YORK]))
@example("29 february 9999", "future", LONDON)
@example("99 years on friday", "future", LONDON)
@example("after 31/12/9999", "future", LONDON)
@example("0001-01-01 before", "past", AUCKLAND)
@settings(max_examples=600, deadline=None)
def test_no_text_breaks_it_and_the_same_text_reads_the_same(text: str, asked: str, zone: ZoneInfo) -> None:
    found, answer = find_times(text, MONDAY, zone), READER.answer(text, asked, MONDAY, zone)
    assert (found, answer) == (find_times(text, MONDAY, zone), READER.answer(text, asked, MONDAY, zone))
    for said in [*found, answer]:
        assert said.kind in KINDS and text[said.start:said.end] == said.words
        assert (said.kind == "ambiguous") == bool(said.readings) and (said.kind == "duration") == bool(said.days)
        assert said.first is None or said.last is None or said.first <= said.last
        assert len(said.readings) != 1


def test_ordinary_messages_take_less_than_a_millisecond() -> None:
    said = ["My left knee hurts when I climb the stairs and I cannot sleep", "The blue tablets make me dizzy in the morning",
            "in about three weeks, on a Tuesday if I can get a lift",
            "I gave up smoking in March and have felt better since then"]
    find_times(" ".join(said), MONDAY, LONDON)
    began = time.perf_counter()
    for _ in range(100):
        for text in said:
            find_times(text, MONDAY, LONDON)
    assert (time.perf_counter() - began) / 400 < 0.001
