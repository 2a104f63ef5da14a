"""Asked openly, people name things that no list holds; what says that there is nothing, or who they are, is no topic."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns
from bot.core.findings.topics import topics

WORDS = load_health()
OPEN = "What would you most like to talk about?"


def named(text: str) -> list[str]:
    return [text[first:after] for first, after in topics(text, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the form for the council", ["the form for the council"]),
        ("waterworks, the hearing aid and my job", ["waterworks", "the hearing aid", "my job"]),
        ("1. walking 2. the dentist's letter", ["walking", "the dentist's letter"]),
        ("Hello doctor, bad nights please", ["bad nights"]),
        ("The ring won't come off my finger", ["The ring won't come off my finger"]),
    ],
)
def test_each_thing_is_named_as_it_was_written(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "nothing",
        "not sure",
        "all good thanks",
        "I am 70 and live with my son",
        "I had my tonsils out in 1975",
        "since March",
        "my mother's mother, years ago",
        "I don't know yet",
        "",
        "12",
    ],
)
def test_nothing_to_talk_about_is_no_topic(text: str) -> None:
    assert named(text) == []


def test_a_topic_is_named_only_when_asked_openly_and_never_twice() -> None:
    assert [one.words for one in find_concerns("my job", WORDS, OPEN)] == ["my job"]
    assert find_concerns("my job", WORDS, "Where do you spend the day?") == ()
    assert [one.words for one in find_concerns("my knee hurts, my job", WORDS, OPEN)] == ["my knee hurts", "my job"]


def test_what_is_denied_elsewhere_is_no_topic() -> None:
    assert find_concerns("chest pain? never", WORDS, OPEN) == ()


@settings(deadline=None)
@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("my job no and , . 1 the letter knee hurts ? I".split()), max_size=30).map(" ".join)
)
def test_concerns_of_any_answer_are_pieces_of_it_in_order_and_apart(text: str) -> None:
    found = find_concerns(text, WORDS, OPEN)
    assert all(text[one.start : one.end] == one.words and one.words for one in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
