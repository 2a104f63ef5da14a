"""Troubles told one after the other are offered apart, and no word of them is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_health import load_health
from bot.core.findings.apart import parts_told

WORDS = load_health()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "My knees hurt on the stairs since March. I also can't sleep at night.",
            ("My knees hurt on the stairs since March.", "I also can't sleep at night."),
        ),
        (
            "Hello doctor. My back aches in bed. It started in May. And my tablets make me dizzy.",
            ("Hello doctor. My back aches in bed. It started in May.", "And my tablets make me dizzy."),
        ),
    ],
)
def test_another_trouble_begins_another_part(text: str, parts: tuple[str, ...]) -> None:
    assert parts_told(text, WORDS) == parts


@pytest.mark.parametrize(
    "text",
    [
        "My knee hurts. It started in March and the pain keeps me awake.",
        "My knee hurts. My knee is swollen as well.",
        "I have a headache. When it is bad I feel sick.",
        "Nothing much really. Just a check.",
        "",
    ],
)
def test_a_story_about_one_thing_stays_whole(text: str) -> None:
    assert parts_told(text, WORDS) == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "My knee hurts.",
                "I can't sleep.",
                "It is bad.",
                "Hello.",
                "My back aches a lot",
                "worried about my heart!",
                "\n",
                " ",
                "and so on",
            ]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_every_letter_is_kept_in_its_order(text: str) -> None:
    parts = parts_told(text, WORDS)
    assert not parts or "".join("".join(parts).split()) == "".join(text.split())
