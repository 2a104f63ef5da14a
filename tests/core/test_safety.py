from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import Finding, check
from bot.core.safety_rules import SafetyRules


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alerts(text: str) -> set[str]:
    return {finding.kind for finding in check(text, rules()) if finding.alert}


def only(text: str, rule: str) -> Finding:
    return next(finding for finding in check(text, rules()) if finding.rule == rule)


@pytest.mark.parametrize(("text", "kind"), [
    ("I have chest pain now", "emergency"),
    ("I can't breathe", "emergency"),
    ("i cant breath", "emergency"),
    ("my face has dropped on one side", "emergency"),
    ("my baby isn't breathing", "emergency"),
    ("Sorry to trouble you, it is probably nothing, but my chest feels crushed", "emergency"),
    ("took too many tablets", "overdose"),
    ("I don't want to live", "self_harm"),
    ("dont want to be here anymore", "self_harm"),
    ("they'd be better off if I was dead", "self_harm"),
    ("kms", "self_harm"),
    ("k m s", "self_harm"),
    ("su1cidal thoughts", "self_harm"),
    ("i want to unalive myself", "self_harm"),
    ("I feel sucidal", "self_harm"),
    ("my husband hits me", "harm_by_others"),
    ("I shook the baby", "child_at_risk"),
])
def test_danger_now_is_an_alert(text: str, kind: str) -> None:
    assert kind in alerts(text)


@pytest.mark.parametrize("text", [
    "this wait is killing me", "dying for a smoke", "I could kill for a coffee", "bored to death",
    "that cake is to die for", "I want to stop smoking", "seven", "", "   ", "no", "stop", "my knee hurts",
])
def test_figures_of_speech_and_ordinary_answers_are_none(text: str) -> None:
    assert alerts(text) == set()


@pytest.mark.parametrize("text", [
    "no chest pain", "I don't have chest pain", "no fever, cough or chest pain", "I have never had chest pain",
])
def test_what_is_denied_is_negated(text: str) -> None:
    finding = only(text, "heart_attack")
    assert (finding.negated, finding.alert) == (True, False)


@pytest.mark.parametrize("text", [
    "I had a heart attack in 2019", "I had chest pain last month", "years ago I had a heart attack",
    "I get chest pain when I walk uphill",
])
def test_what_was_or_comes_and_goes_is_past(text: str) -> None:
    finding = only(text, "heart_attack")
    assert (finding.past, finding.alert) == (True, False)


@pytest.mark.parametrize("text", ["my dad had a stroke", "my mum died of a stroke", "she had a stroke in 2010"])
def test_what_happened_to_somebody_else_is_theirs(text: str) -> None:
    finding = only(text, "stroke")
    assert (finding.other_person, finding.alert) == (True, False)


@pytest.mark.parametrize("text", [
    "what if I have a stroke", "I'm worried about having a stroke", "how do I avoid a stroke",
])
def test_what_might_be_is_hypothetical(text: str) -> None:
    finding = only(text, "stroke")
    assert (finding.hypothetical, finding.alert) == (True, False)


@pytest.mark.parametrize("text", [
    "I had chest pain last month and now I have chest pain again",
    "no cough but I have chest pain",
    "No, I'm not fine, I've got chest pain",
    "My dad had a heart attack in 2001 and I have chest pain now",
    "not sure it matters but I have chest pain",
])
def test_a_present_one_is_not_hidden_by_another(text: str) -> None:
    assert "emergency" in alerts(text)


@pytest.mark.parametrize("text", [
    "I'M GOING TO KILL MYSELF", "i’m going to kill myself", "Im  going\nto kill my self", "ｋill myself",
])
def test_spelling_and_case_do_not_hide_it(text: str) -> None:
    assert "self_harm" in alerts(text)


def test_low_mood_is_kept_but_is_no_alert() -> None:
    finding = only("I feel hopeless", "low_mood")
    assert (finding.present, finding.alert) == (True, False)


def test_a_finding_says_which_rule_and_which_words() -> None:
    finding = only("Well, I think I Can’t Breathe today", "cannot_breathe")
    assert finding.words == "Can’t Breathe"


def test_a_bare_yes_is_read_with_its_question() -> None:
    question = "Have you had thoughts of harming yourself?"
    assert [f.alert for f in check("yes", rules(), question)] == [True]
    assert check("no", rules(), question) == ()
    assert check("yes", rules(), "Is there something else?") == ()


def test_alerts_come_before_what_is_only_noted() -> None:
    findings = check("I had chest pain in 2019. I want to die", rules())
    alerts = [finding.alert for finding in findings]
    assert alerts == sorted(alerts, reverse=True) and set(alerts) == {True, False}


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=400))
def test_any_text_at_all_gets_an_answer_and_the_same_one_twice(text: str) -> None:
    assert check(text, rules()) == check(text, rules())


_PIECES = st.sampled_from(
    "no not never I my dad chest pain can't breathe kill myself want to die last year , . ... but and if what n't ca "
    "2019 6am 's ' ’ \u200b \ud83d 😀 k m s".split(" "))


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_any_jumble_of_its_own_words_gets_an_answer_that_quotes_the_person(pieces: list[str]) -> None:
    text = " ".join(pieces)
    findings = check(text, rules(), question=text)
    assert findings == check(text, rules(), question=text)
    assert all(finding.words in text for finding in findings)


@pytest.mark.parametrize("text", [
    "chest pain " * 900, "no chest pain, " * 660, "a " * 5000, "x" * 10_000, "😀" * 10_000,
])
def test_the_longest_messages_get_an_answer(text: str) -> None:
    assert isinstance(check(text, rules()), tuple)
