import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.scales import read_scale

ROWS = list(csv.DictReader((Path(__file__).parent / "data" / "scale_answers.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "exact"], ids=lambda row: row["text"])
def test_a_plain_answer_is_read(row: dict[str, str]) -> None:
    reading = read_scale(row["text"])
    assert (reading.kind, reading.value) == ("exact", int(row["value"]))


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] != "exact"], ids=lambda row: row["text"])
def test_nothing_else_is_stored_as_a_number(row: dict[str, str]) -> None:
    reading = read_scale(row["text"])
    assert reading.kind != "exact"
    assert reading.value is None


@pytest.mark.parametrize("row", [row for row in ROWS if row["kind"] == "range"], ids=lambda row: row["text"])
def test_a_span_keeps_its_lower_end(row: dict[str, str]) -> None:
    assert (read_scale(row["text"]).kind, read_scale(row["text"]).low) == ("range", int(row["value"]))


@pytest.mark.parametrize(("text", "low", "high"), [
    ("6 or 7", 6, 7), ("between six and eight", 6, 8), ("7.5", 7, 8), ("9 or more", 9, 10), ("under 3", 0, 2),
    ("four five", 4, 5), ("almost a 7", 6, 7),
])
def test_a_span_has_two_ends(text: str, low: int, high: int) -> None:
    reading = read_scale(text)
    assert (reading.kind, reading.low, reading.high) == ("range", low, high)


def test_a_count_of_something_else_does_not_spoil_a_score() -> None:
    assert read_scale("9 because I have 2 kids").value == 9


@given(st.text())
def test_any_text_at_all_gets_a_reading_and_the_same_one_twice(text: str) -> None:
    reading = read_scale(text)
    assert reading == read_scale(text)
    assert reading.kind in {"exact", "unsure", "range", "none"}
    assert reading.value is None or 0 <= reading.value <= 10


@given(st.text(alphabet="0123456789./-–, orten½%outfand'a+", max_size=40))
def test_any_jumble_of_figures_gets_a_reading(text: str) -> None:
    reading = read_scale(text)
    assert (reading.kind in {"exact", "unsure"}) == (reading.value is not None)


@given(st.integers(min_value=11) | st.integers(max_value=-1))
def test_what_is_off_the_scale_is_never_stored(number: int) -> None:
    assert read_scale(str(number)).kind == "none"
