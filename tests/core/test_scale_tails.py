"""A number that counts something, is spoken about or belongs to something else is no score, however it is put."""

from __future__ import annotations

import pytest

from bot.core.scales import read_scale


def _is_not_stored(text: str) -> bool:
    return read_scale(text).kind in {"unsure", "none"}


@pytest.mark.parametrize("text", [
    "6 each", "4 all", "8 in all", "2 so far", "2 nightly", "7 altogether", "5 or so people", "about 5 or so a day",
    "all three", "both 2", "there are 5", "I've 5", "me plus 3", "4 doctor visits", "7 full days", "7 deadly sins",
    "6 before bed", "9 and counting", "a week, maybe 2", "drink 5 or 6", "I used to smoke 10, now 4", "one of five",
])  # fmt: skip
def test_an_amount_is_not_stored(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize("text", [
    "10 is good", "5 is neutral right", "a 10 is childbirth", "10 would be a miracle", "5 is average isn't it", "5 is a lot",
    "4 is my door number", "7 is what?", "5 being neutral",
])  # fmt: skip
def test_a_number_that_is_only_spoken_about_is_not_stored(text: str) -> None:
    assert _is_not_stored(text)


@pytest.mark.parametrize(("text", "value"), [
    ("7 is my answer", 7), ("8 is about right", 8), ("7 is what I'd say", 7), ("6 being honest", 6), ("7 is that ok?", 7),
])  # fmt: skip
def test_a_number_that_is_said_to_be_the_answer_is_stored(text: str, value: int) -> None:
    assert read_scale(text).value == value


@pytest.mark.parametrize("text", [
    "I gave 5 to charity", "scored 8 in the quiz", "put me down for 3 on thursday", "it's 7 in the evening", "10/10 for effort",
    "my sugar level is 8", "my credit score is 8", "my phone number is 8", "my sister's pain is a 9", "goal: 7", "I'd love a 7",
    "I'm going at 5", "the next one is at 4", "been like this for 3", "it got to 9", "number 1!", "1) knee", "1. my knee",
    "stuck on number 6", "it won't let me press 8", "give me 5", "7 if I slept", "nine nine nine", "gone from 20 to 10",
    "a great one", "the worst one", "no way it's a 7", "anything but 7", "7 too high", "7 would be a lie", "2 with breakfast",
])  # fmt: skip
def test_a_number_of_another_thing_or_another_time_is_not_stored(text: str) -> None:
    assert _is_not_stored(text)


@pytest.mark.parametrize(("text", "value"), [
    ("9 for my grandkids", 9), ("8 at this point", 8), ("a wee three the now", 3), ("6 at a stretch", 6), ("7 in fairness", 7),
    ("come down to a 4 from a 7", 4), ("today's number is 7", 7), ("my stress level is 7", 7), ("3 of confidence", 3),
])  # fmt: skip
def test_a_number_tied_to_the_question_itself_is_stored(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize(("text", "low", "high"), [
    ("9 if not 10", 9, 10), ("just shy of 9", 8, 9), ("between six n eight", 6, 8), ("6 nearly 7", 6, 7), (">6", 6, 10),
    ("< 6", 0, 6), ("6 as a minimum", 6, 10), ("6 and a smidge", 6, 7), ("6 7 thereabouts", 6, 7), ("6 leaning to 7", 6, 7),
])  # fmt: skip
def test_a_span_is_asked_back(text: str, low: int, high: int) -> None:
    reading = read_scale(text)
    assert (reading.kind, reading.low, reading.high) == ("range", low, high)
