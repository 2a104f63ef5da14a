"""The one line about what nobody asked."""

from __future__ import annotations

from bot.summary import words


def test_what_was_asked_is_not_said_to_be_left_because_a_part_of_it_was() -> None:
    left = ("importance_from", "confidence_from", "confidence_higher", "tell_someone", "timescale", "in_the_way")
    assert words.left_for_later(left) == "Left for later: what these numbers come from; details of the plan."
    assert words.left_for_later(("change_importance",)) == "Left for later: importance and confidence."
