"""How one message looks on Telegram."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_layout import LONGEST_PAYLOAD, keyboard, payload, read_payload, split_text
from bot.core.delivery import Delivery

NOW = datetime(2026, 3, 4, 12, 0, tzinfo=timezone.utc)
ROW = "0123456789abcdef" * 2


def delivery(*titles: str) -> Delivery:
    buttons = tuple({"title": title, "value": title.lower()} for title in titles)
    return Delivery(ROW, "b" * 32, 1, "reply", "Which?", "telegram", NOW, 0, buttons=buttons)


def test_a_payload_names_its_row_and_place_and_fits() -> None:
    assert read_payload(payload(ROW, 7)) == (ROW, 7)
    assert len(payload(ROW, 999).encode()) <= LONGEST_PAYLOAD


@pytest.mark.parametrize("data", ["", "agree", f"{ROW}:", f"{ROW}:-1", f"x{ROW}:1", f"{ROW}:1:1", f"{ROW.upper()}:1"])
def test_a_payload_of_another_shape_is_not_ours(data: str) -> None:
    assert read_payload(data) is None


def test_short_titles_stand_side_by_side_and_long_ones_alone() -> None:
    rows = keyboard(delivery("Yes", "No", "I would rather say it in my own words", "Skip")).inline_keyboard
    assert [[button.text for button in row] for row in rows] == [
        ["Yes", "No"], ["I would rather say it in my own words"], ["Skip"]
    ]


def test_a_message_without_quick_replies_has_no_keyboard() -> None:
    assert keyboard(delivery()) is None


def test_a_text_is_cut_between_paragraphs_before_sentences_before_words() -> None:
    assert split_text("One two. Three.\n\nFour five.", 20) == ["One two. Three.", "Four five."]
    assert split_text("One two. Three four five.", 20) == ["One two.", "Three four five."]
    assert split_text("one two three four five", 15) == ["one two three", "four five"]
    assert split_text("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_letters_outside_the_basic_plane_count_twice_as_telegram_counts_them() -> None:
    assert split_text("😀" * 6, 10) == ["😀" * 5, "😀"]


@given(st.text(alphabet=st.sampled_from("ab .\n😀é"), max_size=200), st.integers(4, 40))
def test_nothing_is_lost_and_every_part_fits(text: str, longest: int) -> None:
    parts = split_text(text, longest)
    assert all(part and len(part.encode("utf-16-le")) // 2 <= longest for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())
