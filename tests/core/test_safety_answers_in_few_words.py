"""Short answers, where the question just asked was about danger."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core.safety import Finding, check
from bot.core.safety_rules import KINDS
from tests.core.test_safety import rules

THOUGHTS = "Have you had thoughts of harming yourself?"
# As item 9 of the PHQ-9 is often put, without its mark, or after it.
ITEM_9 = (
    "Over the last 2 weeks, how often have you been bothered by thoughts that you would be better off dead, or of hurting "
    "yourself in some way")
ITEM_9_IN_TWO = "In the last 2 weeks, how often did you have any of these? Thoughts that you would be better off dead"


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
    "yes, I don't know what to do", "Yes. It's hard to say how often", "yes nothing helps", "yes no one knows",
    "yes i am not safe",
    "yes not sure why", "Y", "yh", "👍", "👍🏽", "mm", "Mhm", "sometimes. No idea why", "sometimes nothing helps",
    "more often than not",
    "yes it is there when I wake and it is there when I go to bed and I have not told anybody at all",
    "maybe, not sure", "I do, never told anyone",
])
def test_a_yes_at_the_beginning_wins_over_all_that_follows(answer: str) -> None:
    finding = found(answer, "Are you having thoughts of ending your life?")
    assert finding and (finding.kind, finding.alert) == ("self_harm", True)


@pytest.mark.parametrize("answer", [
    "no, not really, well sometimes", "no but I think about it", "No. Sometimes though",
    "not really but it has crossed my mind",
    "nah, except at night", "not often", "not every day", "no but there are days", "I can't say", "never, although lately yes",
    "no. yes.", "not gonna lie, yes", "hardly ever", "not only at night", "not since last week", "no more than usual",
])
def test_a_no_that_turns_round_is_answered_gently(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding and (finding.kind, finding.present) in {("low_mood", True), ("self_harm", True)}


@pytest.mark.parametrize("answer", [
    "no but I sleep badly", "probably not", "I guess not", "well no", "no, but I never think about it", "just no",
    "absolutely not, but thanks",
    "no, I'm well though", "👎", "mostly no",
])
def test_a_no_stays_a_no(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding is None or not (finding.alert or finding.present)


@pytest.mark.parametrize("answer", [
    "yes since 2019", "every day since 2020", "yes, used to be less", "yes, ever since I was 17",
    "most nights since about 2018",
    "yes, years ago and still", "yes, it used to be worse",
])
def test_what_began_long_ago_and_goes_on_is_an_alert(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding and (finding.past, finding.alert) == (False, True)


@pytest.mark.parametrize("answer", [
    "no", "Nope", "not at all", "never", "God no, I love my life", "no I'd never hurt myself", "I haven't", "of course not",
    "none whatsoever", "definitely not", "I have two sisters", "ask me about my knee", "",
])
def test_to_deny_it_or_to_say_something_else_is_none(answer: str) -> None:
    finding = found(answer, THOUGHTS)
    assert finding is None or not (finding.alert or finding.present)


@pytest.mark.parametrize("answer", [
    "yes, when I was 17", "years ago, yes", "I used to", "once, in 1998", "yes, in 1998", "yes, around 2005",
    "yes but not since 2019", "yes, not for years",
])
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
    ("Can you keep yourself safe tonight?", "yes but not tonight", None),
    ("Can you keep yourself safe tonight?", "no, I don't know how", "self_harm"),
    ("Can you keep yourself safe tonight?", "I can't", "self_harm"),
    ("Have you had thoughts of suicide? Have you told anyone?", "yes", "self_harm"),
    ("Have you had thoughts of suicide? Have you told anyone?", "yes I have", "self_harm"),
    ("Have you had thoughts of suicide? Have you told anyone?", "sometimes", "self_harm"),
    ("Have you had thoughts of suicide? Have you told anyone?", "no", None),
    ("Any thoughts of suicide? Do you have brothers or sisters?", "yes, a sister called Ann", None),
    (ITEM_9, "nearly every day", "self_harm"), (ITEM_9, "several days", "self_harm"), (ITEM_9, "not at all", None),
    (ITEM_9_IN_TWO, "more than half the days", "self_harm"),
    ("Any chest pain?", "yes", None),
    ("Is there something else?", "yes", None),
])
def test_the_last_question_decides_what_an_answer_means(question: str, answer: str, kind: str | None) -> None:
    finding = found(answer, question)
    assert (finding.kind if finding and finding.alert else None) == kind


@pytest.mark.parametrize("answer", [
    "I have", "yes", "I have hurt myself", "I already did", "too late, I've done it", "I'm not safe", "I rang and they hung up",
    "nobody picks up", "no one's answering", "can't get through", "I can't keep myself safe",
])
@pytest.mark.parametrize("kind", ["self_harm", "low_mood"])
def test_what_is_said_after_our_text_about_self_harm_is_read_with_it(answer: str, kind: str) -> None:
    finding = found(answer, rules().answers.after_safety[kind])
    assert finding and (finding.kind, finding.alert) == ("self_harm", True)


@pytest.mark.parametrize("answer", ["nobody picks up", "they hung up", "I'm not safe", "I can't get through"])
@pytest.mark.parametrize("kind", ["emergency", "overdose", "harm_by_others", "child_at_risk"])
def test_help_that_was_not_reached_is_an_emergency(answer: str, kind: str) -> None:
    finding = found(answer, rules().answers.after_safety[kind])
    assert finding and finding.alert


@pytest.mark.parametrize("answer", [
    "I'm fine, it was a figure of speech", "im ok thanks", "go on", "yes go on", "yes please", "ok", "carry on", "no",
    "no thanks", "I'm safe",
    "I didn't mean it", "I have two sisters", "I have rung them, thank you", "I was joking", "my knee hurts", "STOP", "START",
    "I have a question about my tablets", "no I'm fine", "they answered and were kind", "help", "skip", "back",
    "too late to go on now?", "I already did the questions", "my knee is not safe on stairs", "I'm engaged to be married",
])
@pytest.mark.parametrize("kind", KINDS)
def test_after_a_safety_text_people_can_go_on(answer: str, kind: str) -> None:
    finding = found(answer, rules().answers.after_safety[kind])
    assert finding is None or not (finding.alert or finding.present)


def test_low_mood_said_in_an_answer_never_alerts() -> None:
    asked = replace(rules().rules[0], id="asked", kind="low_mood", asked=("how are you",), answers=("bleak",))
    with_it = replace(rules(), rules=(asked, *rules().rules))
    (finding,) = [one for one in check("bleak", with_it, "How are you?") if one.rule == "asked"]
    assert (finding.present, finding.alert) == (True, False)
