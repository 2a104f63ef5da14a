"""Who says that they are writing now; what only names somebody is not that."""

import pytest

from bot.core.feelings import sounds_hard
from bot.core.whose_turn import whose_turn


@pytest.mark.parametrize("text", [
    "this is her daughter now", "her daughter here again", "I am helping my mum again", "I'm his wife",
    "somebody else is writing",
    "my son is typing for me now", "it's the carer again",
])
def test_a_helper_takes_over(text: str) -> None:
    assert whose_turn(text, "Jane Example") == "helper"


@pytest.mark.parametrize("text", [
    "it's me again", "this is mum now", "It's Jane again", "my mum wants to type something now", "I'll type it myself now",
])
def test_the_patient_comes_back(text: str) -> None:
    assert whose_turn(text, "Jane Example") == "patient"


@pytest.mark.parametrize("text", [
    "it's the carer", "it's my mum", "my daughter", "my wife helps me", "I am helping at the food bank", "it's me", "Jane",
    "my son is ill now", "this is my knee again", "it's the nurse I worry about",
])
def test_naming_somebody_is_an_answer(text: str) -> None:
    assert whose_turn(text, "Jane Example") is None


@pytest.mark.parametrize(("text", "hard"), [
    ("I'm so scared", True), ("I cant do this", True), ("I'm worried I have cancer", True), ("I am in tears most days", True),
    ("my knee", False), ("sit down", False), ("I walk down the road", False), ("the scan was low", False),
])
def test_words_that_tell_how_hard_it_is(text: str, hard: bool) -> None:
    assert sounds_hard(text) is hard
