"""Questions put to us are told from answers, and by what they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asked_of_us import asked_of_us


@pytest.mark.parametrize(("text", "about"), [
    ("should I stop taking the blue tablets?", "medical"), ("why am I so tired?", "medical"), ("is it cancer", "medical"),
    ("can I drive?", "medical"), ("will it come back?", "medical"), ("are you a robot", "about_us"),
    ("who will read this?", "about_us"),
    ("is this confidential?", "about_us"), ("what time is my appointment", "visit"), ("how do I get to the clinic", "visit"),
    ("can I bring my wife?", "visit"), ("what's the weather like", "other"), ("tell me a joke", "other"),
    ("who won the football?", "other"),
])
def test_a_question_is_told_by_what_it_is_about(text: str, about: str) -> None:
    assert asked_of_us(text) == about


@pytest.mark.parametrize("text", [
    "To be well. Is that ok?", "what the doctor thinks", "when I can drive again", "Being told what is wrong?", "my knee",
    "How it began is a long story", "What I want is to walk", "", "To know what is going on with my knee",
])
def test_what_may_be_an_answer_is_left_alone(text: str) -> None:
    assert asked_of_us(text) is None


@given(st.text(max_size=200))
def test_nothing_anybody_types_breaks_it(text: str) -> None:
    assert asked_of_us(text) in {"about_us", "visit", "medical", "other", None}
