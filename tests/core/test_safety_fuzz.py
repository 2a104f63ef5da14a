"""Nothing anybody can type breaks the safety check, and the same text gets the same answer."""

from __future__ import annotations

from functools import lru_cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_safety import CONTENT, load_rules
from bot.core.findings.likeness import Likeness
from bot.core.safety import Finding, check
from bot.core.safety_likeness import Resemblance

KINDS = ("self_harm", "emergency", "none")
LIKE = Resemblance(
    Likeness.of(KINDS, {"1 die": (1.0, 6.0, 0.0, -6.0), "1 chest": (1.0, 0.0, 6.0, -6.0)}, {}, (0.0, 0.0, 1.0)),
    {"self_harm": 0.6, "emergency": 0.6},
    {"self_harm": 0.4},
)
WORDS = (
    "i",
    "want",
    "to",
    "die",
    "not",
    "no",
    "my",
    "chest",
    "hurts",
    "dad",
    "if",
    "what",
    "ever",
    "was",
    "2019",
    ",",
    ".",
    "’",
    "\n",
    "kill",
    "myself",
    "k m s",
    "😭",
    "\u200b",
    "ſ",
    "İ",
    "don't",
    "don",
    "'",
    "never",
    "better off",
    "off",
    "pills",
    "9",
    "now",
)


@lru_cache
def _rules():  # type: ignore[no-untyped-def]
    return load_rules(CONTENT / "safety" / "uk")


def checked(text: str, question: str | None = None) -> tuple[Finding, ...]:
    found = check(text, _rules(), question, LIKE)
    assert found == check(text, _rules(), question, LIKE)
    assert all(type(one.alert) is bool and one.kind and one.rule for one in found)
    assert [one.alert for one in found] == sorted((one.alert for one in found), reverse=True), "alerts come first"
    return found


@settings(deadline=None)  # the first call reads the rules
@given(st.text(max_size=400), st.none() | st.text(max_size=100))
def test_any_unicode_text_is_checked_and_the_same_way_twice(text: str, question: str | None) -> None:
    checked(text, question)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_jumble_of_dangerous_words_is_checked_and_the_same_way_twice(text: str) -> None:
    checked(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_likeness_adds_to_the_rules_and_takes_nothing_away(text: str) -> None:
    alone = {(one.rule, one.alert) for one in check(text, _rules())}
    assert alone <= {(one.rule, one.alert) for one in checked(text)}


@settings(deadline=None, max_examples=10)
@given(st.text(alphabet="die .\n'", min_size=1, max_size=20))
def test_the_longest_message_is_checked(piece: str) -> None:
    checked((piece * 10_000)[:10_000])


def test_every_word_quoted_is_the_persons_own() -> None:
    text = "Sorry — it is nothing, but   I want to\u00a0DIE, doctor…"
    assert all(one.words in text for one in checked(text))
