"""A plain yes, no, "that's all", a refusal, a place: heard in many ways, and never in a message that goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import short_answers
from bot.core.short_answers import (
    begins_with_yes,
    ends_a_list,
    is_no,
    is_yes,
    leaves_for_now,
    place_named,
    refuses,
    yes_for_somebody,
)


@pytest.mark.parametrize("text", ["Oh yes of course dear", "ok then", "actually yes", "yes that's it", "Aye", "go on then"])
def test_a_yes(text: str) -> None:
    assert is_yes(text) and not is_no(text)


@pytest.mark.parametrize("text", ["no", "No, thank you love", "no keep it as one", "no it's one thing", "nope, we're fine"])
def test_a_no(text: str) -> None:
    assert is_no(text) and not is_yes(text)


@pytest.mark.parametrize("text", ["yes but not today", "yes my knee", "no pain", "no, but my hip", "ok the knee hurts", ""])
def test_what_goes_on_is_neither(text: str) -> None:
    assert not is_yes(text) and not is_no(text)


@pytest.mark.parametrize(("text", "agreed"), [
    ("Yes that would be lovely, go ahead", True), ("Yes. About time", True), ("alright then, yes", True),
    ("yes but who reads it", False), ("yes?", False), ("My knee hurts", False), ("yes I would rather not", False),
    ("Yes I have had this pain for years and nobody listens to me", False),
])
def test_consent_is_a_short_message_that_begins_with_yes_and_takes_nothing_back(text: str, agreed: bool) -> None:
    assert begins_with_yes(text) is agreed


@pytest.mark.parametrize(("text", "closed"), [
    ("not really, no. I like my pipe", True), ("no I am happy with it", True), ("never", True),
    ("no, maybe by the summer", False),
    ("not yet", False), ("no but I could", False), ("not in March", False), ("nobody asked me", False),
])
def test_a_no_that_leaves_nothing_open(text: str, closed: bool) -> None:
    assert short_answers.begins_with_no(text) is closed


@pytest.mark.parametrize(("text", "helping"), [
    ("Yes, I'm helping him", True), ("yes, for my mum", True), ("ok, I am her daughter", True),
    ("I'm Hal's wife Jean. He has dementia", False), ("yes but I'm not helping her", False), ("yes", False),
])
def test_a_yes_for_somebody_says_so(text: str, helping: bool) -> None:
    assert yes_for_somebody(text) is helping


@pytest.mark.parametrize("text", [
    "No, I think that's everything.", "no thank you, nothing else", "that's all for now thanks", "nothing", "I'm done",
    "No I think that's all, thank you for asking", "can't think of anything else", "not really", "no that'll be all ta",
])
def test_the_end_of_a_list(text: str) -> None:
    assert ends_a_list(text)


@pytest.mark.parametrize("text", [
    "nothing helps", "Nothing else matters to my husband", "no, but my hip", "that's all in my head they say",
    "everything hurts", "it's my knee", "I'm tired", "nothing works any more", "no more tablets please", "none of them listen",
])
def test_what_only_sounds_like_an_end_is_kept(text: str) -> None:
    assert not ends_a_list(text)


@pytest.mark.parametrize("text", [
    "I don't want to talk about it any more", "I don't want to change anything", "none of your business", "that's private",
    "I'm happy as I am", "don't want to think about that now",
])
def test_a_refusal(text: str) -> None:
    assert refuses(text)


@pytest.mark.parametrize("text", [
    "I don't want to fall", "I don't want any tablets", "I don't want to go in a home", "I don't want to lose my leg",
    "I'm happy when I walk", "don't want to be a burden",
])
def test_what_somebody_fears_is_no_refusal(text: str) -> None:
    assert not refuses(text)


@pytest.mark.parametrize("text", [
    "sorry the bus is here, I'll do the rest another day", "I have to go", "I'll finish it after tea", "got to dash",
])
def test_leaving_for_now(text: str) -> None:
    assert leaves_for_now(text)


@pytest.mark.parametrize(("text", "place"), [
    ("the first one", 1), ("last", 3), ("I'd say the second", 2), ("my first", None), ("fourth", None),
    ("first thing in the day", None),
])
def test_a_place_in_a_list(text: str, place: int | None) -> None:
    assert place_named(text, 3) == place


@given(st.text(max_size=200))
def test_nothing_anybody_types_breaks_it(text: str) -> None:
    for read in (is_yes, is_no, begins_with_yes, yes_for_somebody, ends_a_list, refuses, leaves_for_now):
        assert read(text) in {True, False}
    assert short_answers.place_named(text, 3) in {None, 1, 2, 3}
