"""Short answers, where the question just asked was about danger."""

from __future__ import annotations

import pytest

from bot.core.safety import Finding, check
from tests.core.test_safety import rules

THOUGHTS = "Have you had thoughts of harming yourself?"


def found(answer: str, question: str) -> Finding | None:
    findings = check(answer, rules(), question)
    return findings[0] if findings else None


@pytest.mark.parametrize("answer", [
    "yes", "Yeah", "aye", "sometimes", "on and off", "most nights", "every single day", "more than I'd like", "all the time",
    "a bit", "I have, yes", "it has crossed my mind", "now and again", "last night", "maybe", "kind of", "too often",
    "I do think about it", "once or twice this week", "used to and still do",
])
def test_to_admit_it_in_any_words_is_an_alert(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding and (finding.kind, finding.alert, finding.words) == ("self_harm", True, answer)


@pytest.mark.parametrize("answer", [
    "no", "Nope", "not at all", "never", "God no, I love my life", "no I'd never hurt myself", "I haven't", "of course not",
    "none whatsoever", "definitely not", "I have two sisters", "ask me about my knee", "",
])
def test_to_deny_it_or_to_say_something_else_is_none(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding is None or not (finding.alert or finding.present)


@pytest.mark.parametrize("answer", ["yes, when I was 17", "years ago, yes", "I used to", "once, in 1998"])
def test_what_is_long_over_is_kept_as_past(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding and (finding.past, finding.alert) == (True, False)


@pytest.mark.parametrize("answer", ["not sure", "I'd rather not say", "I don't know", "hard to say", "prefer not to answer"])
def test_who_cannot_say_no_is_answered_gently(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding and (finding.kind, finding.present, finding.alert) == ("low_mood", True, False)


@pytest.mark.parametrize(("question", "answer", "kind"), [
    ("Can you keep yourself safe tonight?", "no", "self_harm"),
    ("Can you keep yourself safe tonight?", "yes I can", None),
    ("Do you feel hopeless, or that you'd be better off dead?", "second one", "self_harm"),
    ("How safe do you feel at home?", "not very", "harm_by_others"),
    ("Do you feel safe at home?", "yes thanks", None),
    ("Are you afraid of anyone at home?", "yes", "harm_by_others"),
    ("Are you afraid of anyone at home?", "no, nobody", None),
    ("Are the children safe right now?", "no", "child_at_risk"),
    ("Any thoughts of suicide? Do you have brothers or sisters?", "yes, two", None),
    ("any thoughts of suicide", "yes", "self_harm"),
    ("If you have hurt yourself, call 999. Nobody is watching this chat. You can go on when you are ready.", "yes", None),
    ("Any chest pain?", "yes", None),
    ("Is there something else?", "yes", None),
])
def test_the_last_question_decides_what_an_answer_means(question: str, answer: str, kind: str | None) -> None:
    finding = found(answer, question)
    assert (finding.kind if finding and finding.alert else None) == kind
