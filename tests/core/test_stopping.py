import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.load_safety import CONTENT, load_stopping
from bot.core.stopping import is_start, is_stop

PHRASES = load_stopping(CONTENT / "stopping" / "en.yml")


@pytest.mark.parametrize("text", [
    "stop", "STOP", "STOP.", "Stop!", " stop ", "stop please", "Please stop messaging me", "please stop", "unsubscribe",
    "UNSUBSCRIBE", "opt out", "opt-out", "end", "/stop", "stopp", "STOPPP", "stop messages", "no more messages",
    "No more messages please.", "don't message me any more", "don’t text me", "stop sending me messages",
    "I don't want any more messages", "take me off your list", "hi, please stop texting me, thanks", "ＳＴＯＰ",
])
def test_a_wish_to_stop_is_heard(text: str) -> None:
    assert is_stop(text, PHRASES)


@pytest.mark.parametrize("text", [
    "stop smoking", "I want to stop smoking", "I can't stop coughing", "the pain won't stop", "", "please", "no",
    "when can I stop taking the tablets", "how do I stop", "start", "stopwatch", "non-stop", "I'd like it to end",
    "the end of the week", "quit smoking", "bus stop", "don't stop", "pain", "end it all", "?", "👍",
])
def test_other_uses_of_the_word_are_not(text: str) -> None:
    assert not is_stop(text, PHRASES)


@pytest.mark.parametrize("text", ["start", "START", "Start.", "/start", "unstop", "opt in", "please start messages"])
def test_a_wish_to_start_again_is_heard(text: str) -> None:
    assert is_start(text, PHRASES)


@pytest.mark.parametrize("text", ["start again? my knee", "I want to start running", "/start AbC123", "stop", ""])
def test_a_start_of_something_else_is_not(text: str) -> None:
    assert not is_start(text, PHRASES)


def test_nothing_means_both() -> None:
    assert not PHRASES.stop & PHRASES.start


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert not (is_stop(text, PHRASES) and is_start(text, PHRASES))
