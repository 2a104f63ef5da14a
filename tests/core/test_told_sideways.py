"""Danger that is said beside something else ("he killed himself": "I'll do the same"; "not suicidal": "I lied"), and words of
danger whose company makes them harmless (a game, a child not yet born, an age long past). The rules alone are asked."""

import pytest

from tests.core.by_rules import alarms, said_in

SAID = said_in("told_sideways.csv")
DANGERS = sorted({kind for kind, _ in SAID} - {"none"})


@pytest.mark.parametrize("kind", DANGERS)
def test_it_is_heard_as_what_it_is(kind: str) -> None:
    assert [text for said, text in SAID if said == kind and kind not in alarms(text)] == []


def test_the_harmless_ones_stay_silent() -> None:
    assert [text for said, text in SAID if said == "none" and alarms(text)] == []


@pytest.mark.parametrize("text", [
    "i am going to do the same", "I lied.", "that wasn't true", "I want to follow him", "it should have been yes",
])
def test_what_needs_company_means_nothing_alone(text: str) -> None:
    assert not alarms(text)


@pytest.mark.parametrize("parting", [". ", "! ", "\n", ", ", " ", " and "])
@pytest.mark.parametrize(("first", "then"), [
    ("my brother killed himself", "I am going to do the same"), ("I told her I'm not suicidal", "I lied"),
    ("I ticked no for suicide", "it should have been yes"),
])
def test_the_company_may_stand_in_a_neighbouring_sentence(first: str, then: str, parting: str) -> None:
    assert "self_harm" in alarms(f"{first}{parting}{then}")
    assert "self_harm" in alarms(f"{then}{parting}{first}")


def test_company_two_sentences_away_is_none() -> None:
    assert not alarms("My brother killed himself. We moved to Leeds. I am going to do the same")


@pytest.mark.parametrize("text", [
    "my brother killed himself and i will never do the same", "i told her i was fine with the tablets but i lied",
    "i said no to the biscuit, that was a lie", "my brother killed himself. my turn next week to see the dentist",
])
def test_other_company_is_none_either(text: str) -> None:
    assert not alarms(text)
