"""Troubles told without a name for them are found; the same words about something else are not."""

from __future__ import annotations

import pytest

from bot.content.load_health import load_health
from bot.core.findings.concerns import find_concerns

WORDS = load_health()


def concerns(text: str, question: str | None = None) -> list[str]:
    return [one.words for one in find_concerns(text, WORDS, question)]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("my jaw jams on me at breakfast", "jams on me"),
        ("I keep tripping on the kerb", "keep tripping"),
        ("cant peel potatoes any more", "cant peel"),
        ("I canna sleep for it", "canna sleep"),
        ("I feel weird after lunch", "feel weird"),
        ("the garden is too much for me now", "too much for me"),
        ("I'm not myself", "not myself"),
        ("had another fall on Friday", "had another fall"),
        ("my voice is gone", "voice is gone"),
        ("this prickly feeling in the soles", "prickly feeling"),
        ("my voice keeps going", "voice keeps going"),
        ("my grip is not what it was", "grip is not what it was"),
        ("my stitches keep weeping", "stitches keep weeping"),
        ("my stoma bag keeps leaking", "bag keeps leaking"),
        ("my words keep coming out wrong", "words keep coming out"),
        ("my lad can't breathe at night", "can't breathe"),
        ("I'm scared of dying", "scared of dying"),
        ("I want to live on my own again", "want to live on my own"),
        ("my dog died and I can't sleep", "can't sleep"),
        ("I can't cope with my mum", "can't cope"),
        ("my daughter can't sleep", "can't sleep"),
        ("my son keeps wetting the bed", "keeps wetting"),
        ("the wound won't heal", "won't heal"),
        ("the stairs are killing me", "killing me"),
        ("wife says I shout in the night", "I shout"),
        ("I haven't opened my bowels since Sunday", "haven't opened my bowels"),
        ("a lot slower than I was", "slower than"),
        ("it's taking ages to get dressed", "taking ages"),
        ("it has been hurting for weeks", "been hurting"),
        ("I run out of puff on the slope", "out of puff"),
        ("up four times for a wee", "up four times"),
        ("nobody listens to me", "nobody listens"),
        ("they found something on the scan", "found something"),
        ("scared stiff it has spread", "scared"),
    ],
)
def test_a_trouble_without_a_name_is_found(text: str, piece: str) -> None:
    assert any(piece in one for one in concerns(text)), concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "my dog can't walk",
        "My mum can't cope with me",
        "my husband just can't sleep",
        "he can't walk far",
        "my phone keeps dying on me",
        "the chair keeps squeaking in the waiting room",
        "my neighbour keeps shouting at night",
        "the washing machine keeps leaking",
        "my cat had a funny turn",
        "my dad is not himself",
        "my mum's eyesight is going",
        "I don't want to live",
        "I want to die",
        "I want to end my life",
        "I'd like to be dead",
        "I'm scared I will hurt myself",
        "I keep going to the gym",
        "I keep taking them every day",
        "I can't come on Monday",
        "I can't do Tuesdays",
        "I feel like going for a walk",
        "it was hot that day",
        "my blood pressure is down",
        "hard to keep track of the names",
        "I don't feel itchy",
        "they told me to keep rubbing it in",
        "I've been playing bowls a long time",
        "I can't remember",
        "it depends on the wind",
        "no, that is not right",
    ],
)
def test_the_same_words_about_something_else_are_no_trouble(text: str) -> None:
    assert concerns(text) == []


def test_a_denial_does_not_reach_what_is_told_in_a_sentence_of_its_own() -> None:
    assert any("gritty" in one for one in concerns("no headaches, eyes get gritty"))
    assert concerns("no headaches, dizziness or cough") == []
