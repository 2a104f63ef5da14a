"""A message that changes an earlier answer is read as one only when it plainly is."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.corrections import Correction, read_correction

DATA = Path(__file__).parent / "data"


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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


@pytest.mark.parametrize("row", _rows("corrections.csv"), ids=lambda row: row["text"])
def test_a_change_told_in_ordinary_words_is_read_whatever_is_asked(row: dict[str, str]) -> None:
    for words_asked in (True, False):
        found = read_correction(row["text"], words_asked)
        assert found is not None
        assert (found.kind, found.name or "", found.other or "") == (row["kind"], row["name"], row["other"])
        assert found.value == (int(row["value"]) if row["value"] else None)


@pytest.mark.parametrize("row", _rows("no_corrections.csv"), ids=lambda row: row["text"])
def test_an_answer_that_sounds_like_a_change_is_put_to_nobody(row: dict[str, str]) -> None:
    """What is no plain change is none, or is one only where everything it names is known."""
    found = read_correction(row["text"], words_asked=True)
    assert found is None or not found.put_to_us


@pytest.mark.parametrize(("text", "words"), [
    ("I didn't mean the knee, I meant The Hip", "The Hip"), ("my hope should say Sleeping till six.", "Sleeping till six"),
    ("Sorry, I meant my LEFT hip", "my LEFT hip"), ("I said knee but I meant my hip’s joint", "my hip’s joint"),
])
def test_new_words_are_kept_as_they_were_typed(text: str, words: str) -> None:
    found = read_correction(text, words_asked=True)
    assert found is not None and found.words == words


@given(st.text(max_size=200), st.booleans())
def test_nothing_anybody_types_breaks_it(text: str, words_asked: bool) -> None:
    assert read_correction(text, words_asked) == read_correction(text, words_asked)
