from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_paths import load_paths
from bot.content.load_questions import load_questions
from bot.core.answers import Answer, State
from bot.core.conversation import Setting, take_turn
from bot.core.hearing import Heard
from bot.core.preparation import Phase, Preparation
from bot.core.times import ReadsNothing, TimeSaid, middle
from bot.core.when import NoDay, as_people_write, read_when

LONDON, AUCKLAND = ZoneInfo("Europe/London"), ZoneInfo("Pacific/Auckland")
NOW = datetime(2026, 11, 23, 10, 30, tzinfo=timezone.utc)
TUESDAY, FRIDAY, NEXT_TUESDAY = date(2026, 11, 24), date(2026, 11, 27), date(2026, 12, 1)


class Reads:
    """A reader that answers with what it was made with."""

    def __init__(self, said: TimeSaid) -> None:
        self.said = said

    def find(self, text: str, now: datetime, zone: ZoneInfo) -> list[TimeSaid]:
        return [self.said]

    def answer(self, text: str, asked: str, now: datetime, zone: ZoneInfo, visit: date | None = None) -> TimeSaid:
        assert asked == "future"
        return self.said


def read(said: TimeSaid, text: str = "…", offered: tuple[date, ...] = (), zone: ZoneInfo = LONDON):
    return read_when(text, offered, Reads(said), NOW, zone)


def day(first: date, **more: object) -> TimeSaid:
    return TimeSaid("day", "words", first, first, **more)


def test_one_day_becomes_ten_in_the_morning_where_the_person_lives() -> None:
    assert read(day(FRIDAY)) == datetime(2026, 11, 27, 10, tzinfo=timezone.utc)
    assert read(day(FRIDAY), zone=AUCKLAND) == datetime(2026, 11, 26, 21, tzinfo=timezone.utc)


def test_ten_in_the_morning_is_ten_also_after_the_clocks_changed() -> None:
    at = read_when("in_four_weeks", (), ReadsNothing(), datetime(2026, 10, 12, 9, tzinfo=timezone.utc), LONDON)
    assert at == datetime(2026, 11, 9, 10, tzinfo=timezone.utc) and as_people_write(at, LONDON) == "Monday 9 November"


@pytest.mark.parametrize("flag", ["negated", "other_person", "hypothetical"])
def test_a_day_that_is_not_plainly_theirs_is_proposed_and_not_taken(flag: str) -> None:
    assert read(day(FRIDAY, **{flag: True})) == NoDay("propose", (FRIDAY,), "words")


@pytest.mark.parametrize(("said", "why"), [
    (TimeSaid("past", "yesterday", date(2026, 11, 22), date(2026, 11, 22), past=True), "past"),
    (day(date(2026, 11, 23)), "today"), (day(date(2028, 11, 23)), "when"), (TimeSaid("not_a_day"), "when"),
    (TimeSaid("duration", "for a week", days=(7, 7)), "when"), (TimeSaid("not_a_day", "after my holiday"), "event"),
    (TimeSaid("not_a_day", "30 February", lost=True), "lost"),
    (TimeSaid("span", "next year", date(2027, 1, 1), date(2027, 12, 31)), "event"),
    (TimeSaid("span", "in two years", date(2028, 11, 1), date(2028, 11, 30)), "when"),
])
def test_what_is_no_day_to_come_is_told_apart(said: TimeSaid, why: str) -> None:
    assert read(said).why == why


def test_of_a_span_the_middle_of_what_is_still_to_come_is_proposed() -> None:
    span = TimeSaid("span", "this week", date(2026, 11, 23), date(2026, 11, 29))
    assert read(span) == NoDay("propose", (date(2026, 11, 26),), "this week")
    assert middle((date(2026, 11, 1), date(2026, 11, 20)), date(2026, 11, 23)) == date(2026, 11, 20)


def test_readings_are_offered_in_the_order_said_and_never_one_that_is_gone() -> None:
    gone = date(2026, 11, 2)
    two = TimeSaid("ambiguous", "w", TUESDAY, NEXT_TUESDAY, ((NEXT_TUESDAY,) * 2, (TUESDAY,) * 2))
    assert read(two).days == (NEXT_TUESDAY, TUESDAY) and read(two).why == "which"
    one_left = TimeSaid("ambiguous", "w", gone, TUESDAY, ((gone,) * 2, (TUESDAY,) * 2))
    assert read(one_left) == NoDay("propose", (TUESDAY,), "w")


@pytest.mark.parametrize(("text", "picked"), [
    ("the second", NEXT_TUESDAY), ("either", TUESDAY), ("sooner", TUESDAY), ("the later one", NEXT_TUESDAY),
    ("I don't mind", TUESDAY),
])
def test_a_short_answer_picks_one_of_two(text: str, picked: date) -> None:
    at = read(TimeSaid("not_a_day"), text, (TUESDAY, NEXT_TUESDAY))
    assert isinstance(at, datetime) and at.date() == picked


def test_yes_takes_one_day_but_never_chooses_between_two() -> None:
    nothing = TimeSaid("not_a_day")
    assert read(nothing, "yes", (FRIDAY,)) == datetime(2026, 11, 27, 10, tzinfo=timezone.utc)
    assert read(nothing, "yes", (TUESDAY, NEXT_TUESDAY)) == NoDay("when")
    assert read(nothing, "no", (FRIDAY,)) == NoDay("another") and read(nothing, "yes") == NoDay("when")


BOOK = load_questions()
MOVES = ("mid january", "next tuesday", "after my holiday", "yesterday", "30 february", "dunno", "yes", "either",
         "the second one",
         "no to that, 3 december", "12 or 19 december", "in two weeks", "may", "10", ">2026-12-01", ">2020-01-01",
         ">in_one_week",
         ">nonsense", "/why", "/help", "next year", "monday, tuesday or friday", "")


@given(st.lists(st.sampled_from(MOVES), min_size=1, max_size=8))
@settings(max_examples=150, deadline=None)
def test_whatever_is_answered_no_day_gone_by_is_kept_and_it_is_asked_again_twice_at_most(moves: list[str]) -> None:
    from bot.nlu.times import Times

    facts = {name: name for name in ("name", "clinic", "phone", "hours", "clinician", "day", "urgent", "emergency")}
    setting = Setting(BOOK, load_paths(BOOK), NOW, LONDON, facts, times=Times())
    given_ = {ref: Answer(ref, State.ANSWERED, ref, value, "0", NOW) for ref, value in (
        ("consent", "agree"), ("matters:1", None), ("change_topic", None), ("doing_it", "not_yet"),
        ("thinking_of_it", "next_month"), ("first_step", None))}
    p, misses = Preparation(phase=Phase.OPEN, asking="check_in", answers=given_), 0
    for number, move in enumerate(moves):
        kind = {">": "tap", "/": "command"}.get(move[:1], "text")
        value = move[1:] if kind != "text" else None
        before = p
        p, turn = take_turn(p, Heard(str(number), kind, move, "check_in", value, "inform"), setting)
        assert [say for say in turn.says if say.question][-1].question == p.asking
        misses += p.misses > before.misses
        if p.asking != "check_in":
            break
    answer = p.answer("check_in")
    assert misses <= 2 and (p.asking != "check_in" or answer is None)
    assert p.parked is None or p.asking == "check_in"
    if answer is not None and answer.answered:
        assert NOW < datetime.fromisoformat(str(answer.value)) <= NOW + timedelta(days=401)
