"""What people say beside a score leaves it a score."""

from __future__ import annotations

import pytest

from bot.core.scales import read_scale


@pytest.mark.parametrize(("text", "value"), [
    ("in the region of 4", 4), ("long story short 7", 7), ("if pushed 5", 5), ("embarrassed to say 2", 2), ("can't lie, 3", 3),
    ("well let me think about it okay three", 3), ("sorry wrong button 4", 4), ("right in the middle 5", 5),
    ("best guess 6", 6),
    ("something like a seven", 7), ("10 hands down", 10), ("5 or something", 5), ("the same as before 6", 6),
])  # fmt: skip
def test_an_aside_leaves_a_score_a_score(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize(("text", "value"), [
    ("throbbing 8", 8), ("hurts like hell, 9", 9), ("in agony 10", 10), ("unlikely 1", 1), ("4 scared", 4),
    ("8 feeling good", 8),
    ("9 excited to start", 9), ("pain free 0", 0), ("nothing at all 0", 0),
])  # fmt: skip
def test_how_it_is_or_how_one_feels_leaves_a_score_a_score(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize(
    "text", ["nothing 7", "imagine a 7", "not at all a 9", "4 scared kids", "8 tired nurses", "worse at 4", "sore for 4"]
)
def test_the_same_words_with_something_counted_or_a_time_store_nothing(text: str) -> None:
    assert read_scale(text).kind != "exact"


@pytest.mark.parametrize(("text", "value"), [
    ("i thnk 7", 7), ("i wuld say 7", 7), ("mayb 7", 7), ("7 put of 10", 7), ("7/1o", 7), ("9/1O", 9), ("8 b/c of my kids", 8),
    ("it's a 7, it woke me at 4", 7), ("more than a 6, so 7", 7), ("7 as my a1c went to 9.2", 7),
    ("started on a 3, ended up on a 7", 7), ("6, hang on, 7. No stick with 6", 6), ("my doctor says its a 5 for me its 10", 10),
    ("it has been an 8 before, it's down to a 4", 4), ("four. five if it rains. no, four", 4), ("the pain is 8 doctor", 8),
])  # fmt: skip
def test_slips_and_turns_are_followed(text: str, value: int) -> None:
    assert read_scale(text).value == value


def test_two_conditions_store_neither() -> None:
    assert read_scale("8 before, 4 after").kind != "exact"
