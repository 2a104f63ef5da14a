"""A command or a bare yes or no counts only as a whole message; a sentence is never swallowed."""

import pytest

from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.whole_message import NEVER_GUESSED, SURE, WholeMessage

PHRASES = load_phrases()
WHOLE = WholeMessage(CommandPhrases(PHRASES))


def corrected(text: str, name: str = "inform", confidence: float = 0.9) -> str | None:
    return WHOLE.corrected(text, {"name": name, "confidence": confidence})


@pytest.mark.parametrize("intent", PHRASES)
def test_every_reviewed_phrase_is_its_intent_whatever_the_classifier_says(intent: str) -> None:
    for phrase in PHRASES[intent]:
        assert corrected(phrase, "inform") == intent, phrase
        assert corrected(f"  {phrase.upper()}. ", "inform") == intent, phrase


@pytest.mark.parametrize(("text", "intent"), [
    ("skip please", "skip"), ("Back.", "go_back"), ("Help!!", "help"), ("Why do you ask?", "why"),
    ("I don’t know", "not_sure"), ("no thank you", "deny"), ("Yes please", "affirm"),
])
def test_politeness_and_punctuation_change_nothing(text: str, intent: str) -> None:
    assert corrected(text) == intent


@pytest.mark.parametrize(("text", "guessed"), [
    ("I want to go back to work", "go_back"),
    ("help with the stairs would be nice", "help"),
    ("no pain in the hip but the knee is bad", "deny"),
    ("yes and also my feet go numb", "affirm"),
    ("skipping meals because I feel sick", "skip"),
    ("I start a new job on Monday", "start"),
    ("why am I so tired all the time", "why"),
    ("I am not sure the tablets work", "not_sure"),
    ("thank you for asking, it is my heart", "thanks"),
])
def test_a_sentence_that_only_holds_such_words_stays_an_answer(text: str, guessed: str) -> None:
    assert corrected(text, guessed, 0.99) == "inform"


@pytest.mark.parametrize("intent", sorted(NEVER_GUESSED))
@pytest.mark.parametrize("text", ["hmm", "maybe so", "I suppose", "ʘ"])
def test_a_yes_a_no_and_a_start_are_never_guessed(intent: str, text: str) -> None:
    assert corrected(text, intent, 1.0) == "inform"


@pytest.mark.parametrize(("slip", "intent"), [("skpi", "skip"), ("go bak", "go_back"), ("halp", "help"), ("wy", "why")])
def test_a_slip_of_the_finger_counts_when_the_classifier_is_sure(slip: str, intent: str) -> None:
    assert corrected(slip, intent, SURE) == intent
    assert corrected(slip, intent, SURE - 0.01) == "inform"


@pytest.mark.parametrize(("text", "guessed"), [
    ("lets leave this alone", "skip"), ("my lower back", "go_back"), ("help with mum", "help"), ("why me", "why"),
    ("a new start", "start_again"), ("sleep", "skip"),
])
def test_a_few_words_that_are_no_slip_stay_an_answer_however_sure_the_classifier_is(text: str, guessed: str) -> None:
    assert corrected(text, guessed, 1.0) == "inform"


@pytest.mark.parametrize("text", [
    "my poo is black like tar", "asthma is terrible today, can barely talk", "my grandson broke his arm", "xxxxxxxx",
])
def test_nobodys_words_are_left_out_because_they_look_off_the_topic(text: str) -> None:
    assert corrected(text, "off_topic", 0.99) == "inform"


def test_what_is_no_command_is_left_as_the_classifier_found_it() -> None:
    assert corrected("my knee hurts", "inform", 0.4) == "inform"
    assert corrected("", "tap", 1.0) == "tap"


def test_nothing_at_all_is_no_command() -> None:
    assert WHOLE.corrected("", {}) is None


def test_a_very_long_message_is_never_a_command() -> None:
    assert corrected("skip " * 500, "skip", 1.0) == "inform"
