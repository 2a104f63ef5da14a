"""Troubles told one after the other are offered apart, and no word of them is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_health import load_health
from bot.core.findings.apart import parts_told
from bot.core.told import told_apart

WORDS = load_health()
ROWS = Path(__file__).resolve().parents[3] / "evaluation" / "rows" / "agenda_apart.jsonl"
SEEN = [row for row in map(json.loads, ROWS.read_text(encoding="utf-8").splitlines()) if row["half"] == "tune"]


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


@pytest.mark.parametrize(("text", "parts"), [
    ("I am tired all the time and my hair is coming out", ("I am tired all the time", "my hair is coming out")),
    ("my knee gives way, im not sleeping and i dont know if the new tablets are right",
     ("my knee gives way", "im not sleeping", "i dont know if the new tablets are right")),
    ("Hello doctor. My hip is agony, and also I keep forgetting things. Thank you.",
     ("Hello doctor. My hip is agony", "I keep forgetting things. Thank you.")),
    ("the stairs are too much for me and I can't hear the telly", ("the stairs are too much for me", "I can't hear the telly")),
])
def test_several_troubles_of_one_sentence_are_told_apart(text: str, parts: tuple[str, ...]) -> None:
    assert told_apart(text, WORDS) == parts


@pytest.mark.parametrize("text", [
    "pain in my knee, which is worse at night, and swelling",
    "bread, butter and jam",
    "my son, who is a nurse, says",
    "yes, no, maybe",
    "I have diabetes and asthma",
    "I have numbness and tingling in my right hand",
    "my back is sore and I can't bend down",
    "I have a cold, my throat is raw and my ears hurt",
    "my ankle gave way, I went down hard and my knee is twice the size",
    "my eyes are red and the drops don't help",
    "my back is sore, my bum is numb and I can't feel when I need to pee",
])
def test_one_trouble_told_in_one_sentence_stays_whole(text: str) -> None:
    assert told_apart(text, WORDS) == ()


def test_of_the_rows_seen_most_are_offered_as_a_nurse_would_and_next_to_no_single_thing_is_cut() -> None:
    cut = [row["text"] for row in SEEN if not row["parts"] and told_apart(row["text"], WORDS)]
    several = [row for row in SEEN if row["parts"]]
    as_wanted = [row for row in several if [_bare(one) for one in told_apart(row["text"], WORDS)] == [
        _bare(one) for one in row["parts"]]]
    assert len(several) >= 25 and len(SEEN) - len(several) >= 30
    assert len(cut) <= 1, cut
    assert len(as_wanted) / len(several) >= 0.85


def _bare(part: str) -> str:
    return part.strip(" .,").casefold()


@settings(deadline=None)
@given(st.lists(st.sampled_from((
    "my hip hurts", "I can't sleep", "worried about my heart", "the tablets make me sick", "which is bad", "my ears ring",
    "and", "also", "it is worse")), min_size=1, max_size=7),
       st.sampled_from((", ", " and ", ", and ", " plus ", ", and also ", " ")))
def test_within_a_sentence_only_what_joins_the_parts_is_left_off(said: list[str], joint: str) -> None:
    text = joint.join(said)
    parts = parts_told(text, WORDS)
    place = 0
    for part in parts:
        assert text.find(part, place) >= place
        assert set(re.findall(r"\w+", text[place:text.find(part, place)])) <= {"and", "also", "plus"}
        place = text.find(part, place) + len(part)
    assert not parts or not re.findall(r"\w+", text[place:])


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
