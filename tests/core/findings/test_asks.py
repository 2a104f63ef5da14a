"""Questions for the clinician are told from answers, with or without a question mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.findings.asks import is_question, question_places, questions_in


@pytest.mark.parametrize(
    "text",
    [
        "Will I need an operation?",
        "should i stop the blue ones",
        "what are the risks",
        "how long will i have to take these",
        "I want to ask about driving",
        "wondering if it could be the new tablets",
        "can I get a doctor's note",
        "is it normal to ache",
        "My hip hurts. Will it get better?",
        "why am i so tired",
        "not sure if i should take both",
    ],
)
def test_a_question_is_one(text: str) -> None:
    assert is_question(text)


@pytest.mark.parametrize(
    "text",
    [
        "My knee hurts",
        "when I was young I ran",
        "What I like is walking",
        "it aches, you know?",
        "how are you?",
        "Yes, right?",
        "where it hurts is the hip",
        "Medicine?",
        "",
        "no",
        "I do my exercises",
        "whatever you think",
    ],
)
def test_an_answer_is_none(text: str) -> None:
    assert not is_question(text)


def test_only_the_sentence_that_asks_is_given() -> None:
    assert questions_in("My hip hurts. Will I need an operation?") == ("Will I need an operation?",)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_answered_the_same_way_twice(text: str) -> None:
    assert questions_in(text) == questions_in(text)


def test_the_place_of_a_question_leaves_out_what_leads_up_to_it() -> None:
    text = "Okay, thanks. My hip hurts, will it need an operation? And what about driving?"
    assert [text[first:after] for first, after in question_places(text)] == ["will it need an operation", "what about driving"]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_places_of_questions_are_inside_the_text_and_in_order(text: str) -> None:
    places = question_places(text)
    assert all(0 <= first < after <= len(text) for first, after in places)
    assert all(one[1] <= other[0] for one, other in zip(places, places[1:], strict=False))
