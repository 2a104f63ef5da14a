from __future__ import annotations

import pytest

from bot.cli.chat_lines import COMMANDS, Line, lines_of, understand

YES_NO = {
    "text": "Shall we go on?",
    "question": "consent",
    "buttons": [{"title": "Yes, go ahead", "value": "agree"}, {"title": "No, thank you", "value": "decline"}],
    "scale": None,
    "step": {"number": 1, "of": 7},
}
SCALE = {**YES_NO, "question": "importance:1", "buttons": [], "scale": {"low": "not at all", "high": "extremely"}}


def test_the_number_of_a_quick_reply_taps_it() -> None:
    assert understand("2\n", YES_NO) == Line("tap", "No, thank you", "decline", "consent")


@pytest.mark.parametrize("typed", ["3", "0", "2 of them", "yes"])
def test_anything_else_is_sent_as_it_was_typed(typed) -> None:
    assert understand(typed, YES_NO) == Line("text", typed, None, "consent")


def test_a_number_on_a_scale_is_the_answer_and_not_a_place_in_a_list() -> None:
    assert understand("2", {**SCALE, "buttons": YES_NO["buttons"]}) == Line("text", "2", None, "importance:1")


def test_a_number_is_sent_as_typed_where_the_quick_replies_are_numbers_themselves() -> None:
    asked = {**YES_NO, "buttons": [{"title": "2", "value": "two"}, {"title": "4", "value": "four"}]}
    assert understand("2", asked) == Line("text", "2", None, "consent")


@pytest.mark.parametrize(("typed", "value"), COMMANDS.items())
def test_a_command_is_sent_as_one(typed, value) -> None:
    assert understand(typed.upper(), YES_NO) == Line("command", typed.upper(), value, "consent")


@pytest.mark.parametrize(
    ("typed", "kind"), [("", "nothing"), ("  \n", "nothing"), ("/quit", "quit"), ("/x", "unknown")]
)
def test_some_lines_are_not_sent_at_all(typed, kind) -> None:
    assert understand(typed, None).kind == kind


def test_quick_replies_are_numbered_once_even_when_they_bring_a_number() -> None:
    ranked = {**YES_NO, "buttons": [{"title": "1. my knee", "value": "1"}, {"title": "2. sleep", "value": "2"}]}
    assert lines_of(ranked) == ["(1 of 7) Shall we go on?", "  1. my knee", "  2. sleep"]


def test_a_scale_says_what_its_ends_mean() -> None:
    assert "0 = not at all" in lines_of(SCALE)[1]
    assert "10 = extremely" in lines_of(SCALE)[1]
