"""What people say of a change leans one way, the other, or neither; and when unsure nothing rests on it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.findings.change_talk import LABELS, SURE, ChangeTalk, read_change_talk


@pytest.mark.parametrize(
    ("text", "question", "label"),
    [
        ("I really want to stop for my kids", "What has you thinking about it?", "change"),
        ("I could start with walking to the shop", "What might be a first step?", "change"),
        ("my health would improve", "What might be better if you stopped?", "change"),
        ("it calms me down and I enjoy it", "What do you like about it?", "sustain"),
        ("I don't want to stop", "How do you feel about it?", "sustain"),
        ("the cravings are too hard", "What makes it difficult?", "sustain"),
        ("ok", "Is there something else?", "neutral"),
        ("thanks, bye", None, "neutral"),
        ("what do you mean?", "What might help?", "neutral"),
    ],
)
def test_plain_ones_are_told_apart_by_their_words(text: str, question: str | None, label: str) -> None:
    assert read_change_talk(text, question).label == label


def test_when_unsure_nothing_rests_on_it() -> None:
    assert ChangeTalk("change", SURE - 0.01).leans is None
    assert ChangeTalk("change", SURE).leans == "change"
    assert ChangeTalk("neutral", 0.9).leans is None


@settings(deadline=None)
@given(st.text(max_size=200), st.none() | st.text(max_size=100))
def test_any_text_gets_one_label_and_the_same_one_twice(text: str, question: str | None) -> None:
    found = read_change_talk(text, question)
    assert found == read_change_talk(text, question)
    assert found.label in LABELS
    assert 0 <= found.confidence <= 1
