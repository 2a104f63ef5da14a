"""What a trouble does to the day is a concern; the same words about a plain day are not."""

from __future__ import annotations

import pytest

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns

WORDS = load_health()


def concerns(text: str, question: str = "") -> list[str]:
    return [one.words for one in find_concerns(text, WORDS, question or None)]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("the mole is getting darker", "getting darker"),
        ("I've given up driving", "given up driving"),
        ("I can only walk to the gate", "can only walk"),
        ("I can only do half of what I used to", "can only do half"),
        ("I have to sleep in the armchair", "have to sleep in"),
        ("it takes me all morning to dress", "all morning"),
        ("my mind's racing at night", "mind's racing"),
        ("there's no food left", "no food left"),
        ("I've caught another cold", "another cold"),
        ("seeing double when I read", "seeing double"),
        ("forgot my own sister's name", "forgot my own"),
        ("I keep shouting at the kids", "shouting at the kids"),
        ("back on the fags", "back on the fags"),
        ("the cough came straight back", "cough came straight back"),
        ("I nearly fainted in church", "nearly fainted"),
        ("everything tastes of soap", "tastes of soap"),
        ("I'm wearing pads", "wearing pads"),
        ("leaking whenever I cough", "leaking whenever"),
        ("I tripped on the mat again", "tripped on the mat again"),
        ("my rings are too tight", "rings are too tight"),
        ("it's like walking on pebbles", "like walking on pebbles"),
        ("I haven't slept since Friday", "haven't slept"),
        ("it feels like something is tearing", "tearing"),
        ("I'm not feeling too clever", "not feeling too clever"),
        ("having some tummy trouble", "tummy trouble"),
        ("I have a lot of problems with the jobs I used to do", "problems"),
    ],
)
def test_what_it_does_to_the_day_is_found(text: str, piece: str) -> None:
    assert any(piece in one for one in concerns(text)), concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "the evenings are getting lighter",
        "I have to stop for petrol",
        "I can only do Tuesdays",
        "no money worries",
        "nobody told me anything bad",
        "my heart goes out to her",
        "my hair is grey",
        "my sleep is much better",
        "I've stopped smoking",
        "I have to go now",
        "I got a cold drink",
        "I don't feel like I have a cold",
        "I saw a film",
        "I used to have high blood pressure",
        "a lady with Parkinson's lives next door",
        "I beat cancer in 2015",
        "my depression is behind me",
        "I had hernia surgery as a boy",
    ],
)
def test_a_plain_day_and_what_lies_behind_are_none(text: str) -> None:
    assert concerns(text) == []


@pytest.mark.parametrize("text", ["Tired.", "yes, a bit breathless", "weepy, I don't know why"])
def test_a_word_that_is_all_of_an_answer_is_a_concern(text: str) -> None:
    assert len(concerns(text, "How have you been feeling?")) == 1
