"""What is said in answer to a question is read with it: the same two words mean danger after one and nothing after another."""

from functools import lru_cache

import pytest

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_rules import SafetyRules


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alerts(text: str, question: str | None) -> set[str]:
    return {finding.kind for finding in check(text, rules(), question) if finding.alert}


@pytest.mark.parametrize(("question", "answer", "kind"), [
    ("Do you feel safe at home?", "no", "harm_by_others"),
    ("Do you feel safe at home?", "Not when he's been to the club", "harm_by_others"),
    ("Does anyone frighten you?", "my grandson", "harm_by_others"),
    ("How did you get the bruise?", "I'm meant to say the shed door", "harm_by_others"),
    ("May we leave a message?", "he listens to them all", "harm_by_others"),
    ("Are the children safe?", "not really", "child_at_risk"),
    ("How are you managing with the baby?", "I've shaken him", "child_at_risk"),
    ("Who is looking after the kids?", "nobody", "child_at_risk"),
    ("How many did you take?", "the whole packet", "overdose"),
    ("Have you taken anything today?", "all of them", "overdose"),
])
def test_an_answer_that_means_danger_is_an_alert(question: str, answer: str, kind: str) -> None:
    assert kind in alerts(answer, question)


@pytest.mark.parametrize(("question", "answer"), [
    ("Do you feel safe at home?", "yes"),
    ("Do you feel safe at home?", "no worries there"),
    ("Do you feel safe at home?", "Not on the stairs since my hip"),
    ("Does anyone frighten you?", "no, nobody"),
    ("How did you get the bruise?", "walked into the table"),
    ("May we leave a message?", "no, text is better"),
    ("Are the children safe?", "yes, at my mum's"),
    ("Who is looking after the kids?", "my sister"),
    ("How many did you take?", "one, with breakfast"),
    ("Have you taken anything today?", "all of them as usual"),
    ("Do you have any questions?", "no"),
    ("Would you like to go on?", "not really"),
    ("How many steps do you walk?", "the whole lot, ten thousand"),
])
def test_an_ordinary_answer_is_none(question: str, answer: str) -> None:
    assert alerts(answer, question) == set()


def test_the_same_words_without_their_question_are_none() -> None:
    assert alerts("no", None) == alerts("the whole packet", None) == set()


def test_only_the_beginning_of_a_long_answer_answers() -> None:
    assert alerts("We moved here in May and the garden faces south and there is no lift", "Do you feel safe at home?") == set()


@pytest.mark.parametrize(("text", "kind"), [
    ("I'm 33 weeks and there are fewer kicks than usual today", "emergency"),
    ("my left side has gone numb and my hand is useless", "emergency"),
    ("she doesn't know us this morning, she was fine yesterday", "emergency"),
    ("he said no one would believe me after I said no and he carried on", "harm_by_others"),
    ("he counts the miles on my car", "harm_by_others"),
    ("there's a bruise the shape of a hand on his back", "child_at_risk"),
    ("I've had to many codeine today", "overdose"),
])
def test_what_fresh_rows_taught(text: str, kind: str) -> None:
    assert kind in alerts(text, None)


@pytest.mark.parametrize("text", [
    "I was fine yesterday and I'm fine now", "my swelling has gone down", "fewer headaches than usual",
    "I take two paracetamol four times a day as the packet says", "our cat has gone very quiet since the move",
    "I had to count the miles for the claim form", "it's a stroke ward I work on",
    "The consultant reviewed you today: there is no numbness of the saddle area, and bladder and bowels are normal.",
    "Your scan showed a small aneurysm, 3.2 cm, and we will scan you again in a year.",
    "Thank you for seeing this pleasant lady with angina, well controlled on bisoprolol, who has no chest pain at rest.",
])
def test_letters_and_look_alikes_stay_quiet(text: str) -> None:
    assert alerts(text, None) == set()


ASKED = "Have you had any thoughts of harming yourself or of suicide?"


@pytest.mark.parametrize("answer", [
    "yes I'm fine, no thoughts like that", "yeah I'm ok thanks, nothing like that", "yes fine, never had any of that",
    "yeah no, I'm good", "yes I am fine, not at all",
])
def test_a_yes_that_only_a_denial_follows_is_none(answer: str) -> None:
    assert check(answer, rules(), ASKED) == ()


@pytest.mark.parametrize("answer", ["Yes I'm fine", "no, yeah I'm fine"])
def test_being_well_without_a_denial_is_answered_gently(answer: str) -> None:
    assert {(one.kind, one.alert) for one in check(answer, rules(), ASKED)} == {("low_mood", False)}


@pytest.mark.parametrize("answer", [
    "yes", "yes, nothing helps", "yes, no one helps me", "yes but no plans", "yes, thoughts, but I am not suicidal",
    "yes, I don't want to live", "yes, I'm fine most days but sometimes it comes",
    "yes I'm ok, no thoughts like that... well sometimes",
    "yes I'm fine, no thoughts like that, but at night they come", "yes I would never do it", "yes, I am not at all well",
    "yes, I have not had any help", "yes no thoughts of the future", "no I'm fine... well yes sometimes", "no. yes, actually",
    "no but yes at night",
])
def test_a_yes_that_says_more_alarms_wherever_it_stands(answer: str) -> None:
    assert "self_harm" in alerts(answer, ASKED)
