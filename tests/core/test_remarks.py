"""What is taken for "I did not mean it", and what is not."""

from __future__ import annotations

import pytest

from bot.content.load_remarks import load_remarks
from bot.core.remarks import PART, WHOLE, read_remark

PHRASES = load_remarks()


@pytest.mark.parametrize("text", [
    "I'm fine, it was a figure of speech", "I’m fine, it was a figure of speech.", "didn't mean it like that",
    "just joking", "just an expression", "haha no I was only joking, sorry", "Oh! I didn't mean that literally",
    "it was just a figure of speech, let's carry on", "you misunderstood me", "lol just kidding", "no no, only a saying",
    "I did not mean it that way, I'm ok thank you", "that's just how I talk", "Sorry, I was exaggerating",
    "dont worry its just an expression", "bad choice of words, sorry",
])
def test_words_about_the_words_count_soon_after_a_flag(text: str) -> None:
    assert read_remark(text, PHRASES, straight_after=False) == WHOLE


@pytest.mark.parametrize("text", [
    "I'm fine", "im ok thanks", "I am alright, go on please", "no I'm good", "I'm not in danger", "don't worry",
    "it's not an emergency", "I'm not suicidal", "all good",
])
def test_being_fine_counts_only_straight_after_the_safety_text(text: str) -> None:
    assert read_remark(text, PHRASES, straight_after=True) == WHOLE
    assert read_remark(text, PHRASES, straight_after=False) is None


@pytest.mark.parametrize("text", [
    "It was a figure of speech. My knee is what matters most", "just joking, but my back really does kill at night",
])
def test_what_is_said_beside_it_is_not_swallowed(text: str) -> None:
    assert read_remark(text, PHRASES, straight_after=True) == PART


@pytest.mark.parametrize("text", [
    "this is not a figure of speech", "I am not joking", "I wasn't just joking", "I'm not just kidding",
    "I am not fine", "I'm fine until I am alone", "I'm fine but the pain is back", "My knee hurts", "yes", "no",
    "help me", "I wish it was a joke", "I can't cope", "I'm fine. I wish I was dead", "ok", "", "   ", "x" * 500,
    "this is no joke, it's not just an expression",
])
def test_what_says_the_opposite_or_something_else_is_no_remark(text: str) -> None:
    assert read_remark(text, PHRASES, straight_after=True) is None
