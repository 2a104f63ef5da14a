"""The search for many patterns at once finds what a plain reading of each pattern, word by word, finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_patterns import Match, Patterns
from bot.core.safety_phrases import Grammar, PatternError, Phrase
from bot.core.safety_text import Reading, Spelling, read

SPELLING = Spelling({}, {}, {}, frozenset(), frozenset())
LISTS = {"body": frozenset({"chest", "arm", "leg", "back"})}
WORDS = ("my", "chest", "arm", "hurts", "pain", "not", "so", "bad", "in", "the")
NEGATIONS = frozenset({"not", "never", "no"})
FAR = 20  # words, between what stands on either side of “&”
SEVERAL = "pain & (chest|arm) ..1 hurts"
ELEMENTS = ("my", "chest|arm", "@body", "hurts?", "..1", "..3", "pain", "bad|so?", "(in|in the)", "(my|the|)", "&")
TEXTS = st.lists(st.sampled_from((*WORDS, *WORDS, ".")), max_size=90).map(" ".join)


def plain(phrase: Phrase, words: list[str], place: int, limit: int) -> bool:
    """Whether ``phrase`` stands at ``place``."""
    if not phrase:
        return True
    element, rest = phrase[0], phrase[1:]
    if not element.words:
        skipped = words[place : min(place + element.gap, limit)]
        reach = next((at for at, word in enumerate(skipped) if word in NEGATIONS), len(skipped))
        return any(plain(rest, words, place + far, limit) for far in range(reach + 1))
    here = place < limit and words[place] in element.words and plain(rest, words, place + 1, limit)
    return here or (element.optional and plain(rest, words, place, limit))


def starts(phrase: Phrase, reading: Reading, near: bytearray | None) -> list[int]:
    return [
        place for place in range(len(reading.words))
        if (near is None or near[place]) and plain(phrase, reading.words, place, reading.sentence_end[place])
    ]


def said(pattern: str, reading: Reading, near: bytearray | None = None) -> set[int]:
    """Where the first phrase of some way of ``pattern`` stands with all its others in reach."""
    return {
        place for first, *others in Grammar(LISTS, NEGATIONS).parse(pattern) for place in starts(first, reading, near)
        if all(any(abs(at - place) <= FAR for at in starts(other, reading, near)) for other in others)
    }


def search(pattern: str, reading: Reading, near: bytearray | None = None) -> list[Match]:
    ways = ((0, way) for way in Grammar(LISTS, NEGATIONS).parse(pattern))
    return list(Patterns(ways, NEGATIONS).search(reading, near))


def good_patterns() -> st.SearchStrategy[str]:
    def readable(pattern: str) -> bool:
        try:
            return bool(Grammar(LISTS, NEGATIONS).parse(pattern))
        except PatternError:
            return False

    return st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=6).map(" ".join).filter(readable)


@settings(deadline=None, max_examples=300)
@given(good_patterns(), TEXTS)
def test_a_pattern_is_found_where_reading_word_by_word_finds_it(pattern: str, text: str) -> None:
    reading = read(text, SPELLING)
    found = search(pattern, reading)
    if "&" not in pattern:
        assert {match.spans[0][0] for match in found} == said(pattern, reading)
    assert bool(found) == bool(said(pattern, reading))
    for match in found:
        assert all(first < after <= reading.sentence_end[first] for first, after in match.spans)


@settings(deadline=None, max_examples=100)
@given(good_patterns(), TEXTS, st.data())
def test_near_some_words_only_what_begins_there_is_found(pattern: str, text: str, data: st.DataObject) -> None:
    reading = read(text, SPELLING)
    count = len(reading.words)
    near = bytearray(data.draw(st.lists(st.integers(0, 1), min_size=count, max_size=count)))
    found = search(pattern, reading, near)
    assert bool(found) == bool(said(pattern, reading, near))
    assert all(near[first] for match in found for first, _ in match.spans)


@pytest.mark.parametrize("text, found", [
    ("pain " + "so " * 17 + "my arm hurts", True), ("pain " + "so " * 21 + "my arm hurts", False),
    ("my arm hurts " + "so " * 16 + "pain", True), ("my arm hurts " + "so " * 21 + "pain", False),
    ("my arm so hurts pain", True), ("my arm not hurts pain", False), ("my arm. hurts pain", False),
])
def test_what_belongs_together_is_near_and_in_one_sentence_without_a_no(text: str, found: bool) -> None:
    assert bool(search(SEVERAL, read(text, SPELLING))) == found


def matches(patterns: list[str], reading: Reading) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    grammar = Grammar(LISTS, NEGATIONS)
    ways = [(owner, way) for owner, pattern in enumerate(patterns) for way in grammar.parse(pattern)]
    return ((match.owner, match.spans) for match in Patterns(ways, NEGATIONS).search(reading))


@settings(deadline=None, max_examples=100)
@given(st.lists(good_patterns(), min_size=1, max_size=5), TEXTS)
def test_patterns_searched_together_are_found_as_they_are_alone(patterns: list[str], text: str) -> None:
    reading = read(text, SPELLING)
    alone = {(owner, spans) for owner, pattern in enumerate(patterns) for _, spans in matches([pattern], reading)}
    assert set(matches(patterns, reading)) == alone


@pytest.mark.parametrize("pattern", ["..3", "so?", "pain ..", "pain ..3", "@nothing", "(my)? pain", "a.b"])
def test_a_pattern_that_cannot_be_read_is_refused_every_time(pattern: str) -> None:
    grammar = Grammar(LISTS, NEGATIONS)
    for _ in range(2):
        with pytest.raises(PatternError, match="“"):
            grammar.parse(pattern)


def test_a_number_to_ring_is_a_word_of_its_own_and_other_numbers_are_any() -> None:
    rules = load_rules(CONTENT / "safety" / "uk")
    assert read("please ring 999 for me, I am 74", rules.spelling).words == [
        "please", "ring", "999", "for", "me", "i", "am", "#n"]
    assert any(finding.kind == "emergency" and finding.alert for finding in check("please ring 999 for me", rules))


@pytest.mark.parametrize(("pattern", "heard"), [
    ("took #n pills", {"2", "3", "40"}), ("took #more pills", {"3", "40"}), ("took (#more|ten) pills", {"3", "40", "ten"}),
])
def test_a_number_may_have_to_be_more_than_two(pattern: str, heard: set[str]) -> None:
    said_of = {many: read(f"took {many} pills", SPELLING) for many in ("2", "3", "40", "ten")}
    assert {many for many, reading in said_of.items() if search(pattern, reading)} == heard
