"""Only what is wholly understood is stored; what may be a score is asked back; nothing is stored that nobody wrote."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.numbers import UNITS
from bot.core.scale_spelling import MISSPELT
from bot.core.scale_text import plain
from bot.core.scales import read_scale

_MEANS = {**{word: value for word, value in UNITS.items() if value <= 10}, **{w: UNITS[n] for w, n in MISSPELT.items()}}
# Words that are heard as numbers where "out of ten" follows, and such as hold one without being one.
_LOOK_ALIKES = "ate won for to too tree sicks tent weight often someone none height stone tension attend canine".split()
_WORDS = (
    "i i'd say it's a an about maybe my wife says not was like put me down no wait because have kids at on the bus of out "
    "ten weeks mg % point half and between or more than at least if only want to be score pain is now , . ? ! / - lol doctor"
).split()
_TOKENS = st.sampled_from([*_WORDS, *_WORDS, *_LOOK_ALIKES, *UNITS, *MISSPELT]) | st.integers(-3, 130).map(str)


def _written(text: str) -> set[int]:
    """Every value from 0 to 10 that stands in the text, in digits or as a word of its own."""
    said = plain(text)
    return {int(float(found)) for found in re.findall(r"\d+(?:\.\d+)?", said)} | {
        _MEANS[word] for word in re.findall(r"[a-z']+", said) if word in _MEANS
    }


@given(st.lists(_TOKENS, max_size=12).map(" ".join))
def test_no_number_is_stored_that_is_not_written(text: str) -> None:
    reading = read_scale(text)
    assert reading.value is None or 0 <= reading.value <= 10
    if reading.kind == "exact" and not re.search(r"more than|at least|less|under|over|above|below", text):
        assert reading.value in _written(text)


@given(st.lists(st.sampled_from([*_LOOK_ALIKES, *_WORDS[:26]]).filter(lambda word: word not in _MEANS), max_size=10))
def test_words_that_only_look_like_numbers_store_none(words: list[str]) -> None:
    text = " ".join(words)
    assert _written(text) or read_scale(text).kind != "exact"


@pytest.mark.parametrize("text", [
    "call me on 5", "my dentist rates me 9", "dad, 7", "what would a 6 look like", "you mean 7?", "hardly a 10",
    "7 at dinner", "8 in our house", "5 on Friday", "I'd give the surgery a 9", "a 9 volt battery", "lunch is at 1",
    "number one for me", "one for the road", "google says 7", "I was a 9 back then", "cinco five", "two by two",
    "my niece got 9 out of 10 in spelling",
])  # fmt: skip
def test_a_number_that_something_else_leads_to_is_never_stored_unasked(text: str) -> None:
    assert read_scale(text).kind in {"unsure", "none"}


@pytest.mark.parametrize(("text", "value"), [
    ("I'd have to go with a six", 6), ("my honest answer would be four", 4), ("7 wait no 9", 9), ("it has dropped to a 3", 3),
    ("0 meaning nothing and 10 being all of it, 3", 3), ("5 idc", 5), ("sivin", 7), ("generally a four", 4),
    ("8 to see my grandkids", 8), ("7 for me", 7), ("2 upon 10", 2), ("me 8 him 3", 8), ("I was 4, I'm 7 now", 7),
    ("in fairness 4", 4), ("lemme say 4", 4), ("I'd say it was an eight", 8),
])  # fmt: skip
def test_a_number_that_is_plainly_given_is_stored(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("exact", value)


@pytest.mark.parametrize(("text", "value"), [("cinco five", 5), ("you mean 7?", 7), ("8 in our house", 8)])
def test_a_number_that_may_be_meant_is_asked_back(text: str, value: int) -> None:
    assert (read_scale(text).kind, read_scale(text).value) == ("unsure", value)


@pytest.mark.parametrize("words", ["about ", "i think about now it is ", "to be honest ", "honestly ", "it is now ", "a "])
def test_a_long_answer_is_read_in_a_moment(words: str) -> None:
    import time

    begun = time.process_time()
    read_scale(words * (8000 // len(words)) + "zz 7 no 3")
    assert time.process_time() - begun < 3
