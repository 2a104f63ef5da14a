"""Importance and confidence in one message: both, or neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.many_at_once import BothScales, read_both


@pytest.mark.parametrize(("text", "importance", "confidence"), [
    ("8 for importance, 5 for how sure I am", 8, 5), ("importance 8, confidence 5", 8, 5),
    ("very important, 9, but only 3 sure", 9, 3), ("9/10 important and 4/10 confident", 9, 4),
    ("sure: 2. important: 10", 10, 2), ("it matters ten out of ten, I'm about a four confident", 10, 4),
])
def test_each_number_goes_with_the_word_beside_it(text: str, importance: int, confidence: int) -> None:
    assert read_both(text) == BothScales(importance, confidence)


@pytest.mark.parametrize("text", [
    "8", "8 and 5", "important 8", "importance 12, confidence 5", "I was important 8 and sure 5", "very important and not sure",
    "I'm not sure, 8 important 5", "important 8 sure 5 or 6", "",
])
def test_what_is_not_plainly_both_is_neither(text: str) -> None:
    assert read_both(text) is None


@given(st.text(max_size=200))
def test_nothing_anybody_types_breaks_it(text: str) -> None:
    assert read_both(text) == read_both(text)
