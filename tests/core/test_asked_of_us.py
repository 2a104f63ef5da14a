"""Questions put to us are told from answers, and by what they are about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asked_of_us import asked_of_us, asks_what_next


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


@pytest.mark.parametrize("text", [
    "what happens now?", "Ok, what happens next", "now what", "what do I do now?", "What am I supposed to do", "are we done",
    "is that it?", "how many more questions?", "how much longer", "so what's next?", "am i finished",
])
def test_how_it_goes_on_may_be_asked_in_many_ways(text: str) -> None:
    assert asks_what_next(text)


@pytest.mark.parametrize("text", [
    "what happens next with my knee?", "what do I do now when it swells", "is that it swelling again", "that's it",
    "next", "how much longer will I need the stick",
    "how far can I walk", "what now that he has gone", "", "are we done with the tests",
])
def test_what_asks_about_something_else_is_not_about_how_it_goes_on(text: str) -> None:
    assert not asks_what_next(text)


@given(st.text(max_size=200))
def test_asking_how_it_goes_on_never_breaks(text: str) -> None:
    assert asks_what_next(text) in {True, False}
