"""A message that changes an earlier answer is read as one only when it plainly is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.corrections import Correction, read_correction


@pytest.mark.parametrize(("text", "found"), [
    ("actually make the knee first", Correction("first", "the knee")),
    ("Actually, make pain first.", Correction("first", "pain")),
    ("can you put my hip first please", Correction("first", "hip")),
    ("the bills should come first", Correction("first", "the bills")),
    ("put sleep second", Correction("rank", "sleep", 2)),
    ("move the stairs to the top", Correction("first", "the stairs")),
    ("it's more like a 7", Correction("score", value=7)),
    ("I meant 4", Correction("score", value=4)),
    ("sorry, make that eight", Correction("score", value=8)),
    ("take the knee off", Correction("remove", "the knee")),
    ("remove the second one", Correction("remove", "the second one")),
    ("forget the last one", Correction("remove", "the last one")),
    ("change my hope to Sleeping through", Correction("reword", "hope", words="Sleeping through")),
    ("change the second one to my left hip", Correction("reword", "the second one", words="my left hip")),
    ("change my hope", Correction("reword", "hope")),
    ("also, my foot hurts", Correction("add", words="my foot hurts")),
    ("one more thing: the bus is always late", Correction("add", words="the bus is always late")),
    ("please add my eyes are sore to my list", Correction("add", words="my eyes are sore")),
])
def test_a_change_is_read_with_the_persons_own_words(text: str, found: Correction) -> None:
    assert read_correction(text) == found


@pytest.mark.parametrize("text", [
    "My first thought was the knee", "It's more like a burning pain", "change my diet", "I want to take time off",
    "I'd like to change tablets", "can I add something", "it is more like 12", "I meant well", "add", "",
    "make it better\nput the heating on first", "I want to change my diet to vegetarian",
])
def test_what_is_no_plain_change_is_left_alone(text: str) -> None:
    assert read_correction(text) is None


@pytest.mark.parametrize("text", ["put my mother first", "take the stitches out", "remove my gallbladder", "also to be heard"])
def test_where_words_are_asked_for_an_answer_stays_an_answer(text: str) -> None:
    assert read_correction(text, words_asked=True) is None


@pytest.mark.parametrize("text", ["actually put my mother first", "take the stitches off my list", "it's more like a 7"])
def test_where_words_are_asked_for_a_change_put_to_us_still_counts(text: str) -> None:
    assert read_correction(text, words_asked=True) is not None


@given(st.text(max_size=200), st.booleans())
def test_nothing_anybody_types_breaks_it(text: str, words_asked: bool) -> None:
    assert read_correction(text, words_asked) == read_correction(text, words_asked)
