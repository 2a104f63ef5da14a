"""A score that is settled on after a span or a half is the score; a third number of its own is none."""

from __future__ import annotations

import pytest

from bot.core.scales import read_scale


@pytest.mark.parametrize(("text", "value"), [
    ("6 or 7... 7", 7), ("6/7, go on, 7", 7), ("7 or 8 - 8", 8), ("between 5 and 7, 6", 6), ("between 4 and 6 so 5", 5),
    ("6.5 so 7", 7), ("6 and a half, round it to 7", 7), ("6.5 rounded up 7", 7),
])  # fmt: skip
def test_what_is_settled_on_is_stored(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize("text", [
    "6 or 7, 3", "6 or 7, 9", "6 or 7 or 8", "6 or 7, 8 at night", "6.5, 7 on sundays", "between 5 and 7, 2 kids", "5, 6 or 7",
])  # fmt: skip
def test_another_number_after_a_span_settles_nothing(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize(("text", "value"), [
    ("Today: 7 Last week: 4", 7), ("Then: 4. Now: 7.", 7), ("4 then, 7 now", 7), ("4 --> 7", 7), ("down to 3 from 7", 3),
    ("up 2 to a 6", 6), ("I've gone up 2 points to 6", 6), ("my son says I can do it, 10, he says. I say 4.", 4),
])  # fmt: skip
def test_the_score_of_now_is_told_from_the_one_before_by_its_label(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize("text", ["last week: 7", "importance: 7 confidence: 4", "7, he says", "up 2 points"])
def test_a_label_of_another_time_or_question_stores_nothing(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize(("text", "low", "high"), [
    ("5/6/7 cant decide", 5, 7), ("a 6 a 7 an 8 pick one lol", 6, 8), ("1 2 3 something like that", 1, 3),
])  # fmt: skip
def test_three_in_a_row_are_asked_back(text: str, low: int, high: int) -> None:
    found = read_scale(text)
    assert (found.kind, found.low, found.high) == ("range", low, high)


@pytest.mark.parametrize("text", ["5/6/2020", "1 2 3 testing", "4 5 6 is my pin", "2 4 6", "1, 2, 3 kids"])
def test_other_numbers_in_a_row_store_nothing(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize("text", [
    "Arms five, scalp nine, legs I'd say two.", "The walking a three, the smoking I'd put at eight",
])  # fmt: skip
def test_scores_of_several_things_store_none_of_them(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize(("text", "value"), [
    ("2 b honest 3", 3), ("put me down 4 an 8", 8), ("importence=7", 7), ("wld go w 7", 7), ("confidance = 4", 4),
    ("id giv it a 9", 9),
])  # fmt: skip
def test_a_score_is_read_as_people_type_it(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)
