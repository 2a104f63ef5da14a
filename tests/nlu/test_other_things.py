"""How much a message is like talk of other things: learned from rows, and weighed with the words and the classifier."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.other_things import IN, LONGEST, OUT, SCOPE, OtherThings, by_intent, learn, scope_rows, share_of
from bot.nlu.scope import Judgement, scope
from evaluation.data import own_rows, typed_scope_rows

ROWS = [
    ("my knee is bad on the stairs", IN), ("I can't sleep for the itching", IN), ("will I still be able to drive", IN),
    ("the stairs at home", IN), ("can I stop taking them", IN), ("my mum's memory", IN),
    ("who won the war of the roses", OUT), ("how do bees make honey", OUT), ("play the radio", OUT),
    ("who built the eiffel tower", OUT), ("how do planes stay up", OUT), ("play something by elgar", OUT),
]
MODEL = learn(ROWS * 2)
OFF_TOPIC, ANSWER = {"off_topic": 0.9, "inform": 0.1}, {"inform": 0.5, "off_topic": 0.1, "deny": 0.3}


def plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("'", "").replace("’", "")).strip()


def test_what_it_learned_from_it_tells_apart_and_what_is_like_it_too() -> None:
    assert all(share_of(text, MODEL) < 0.5 for text, belongs in ROWS if belongs == IN)
    assert all(share_of(text, MODEL) > 0.5 for text, belongs in ROWS if belongs == OUT)
    assert share_of("how do spiders stay up", MODEL) > 0.6 > 0.4 > share_of("my hip on the stairs", MODEL)


def test_the_same_rows_teach_the_same() -> None:
    assert share_of("how do ships float", learn(ROWS * 2)) == share_of("how do ships float", MODEL)


@given(st.text(max_size=2 * LONGEST))
def test_nothing_anybody_types_breaks_it(text: str) -> None:
    assert 0.0 <= share_of(text, MODEL) <= 1.0


def test_orders_and_small_talk_belong_nowhere_and_a_yes_says_nothing() -> None:
    some = [("my knee", "inform"), ("turn it up", "off_topic"), ("say that again", "repeat"), ("yes", "affirm"), ("", "inform")]
    assert list(by_intent(some)) == [("my knee", IN), ("turn it up", OUT), ("say that again", OUT)]


# --- what the scope makes of it -------------------------------------------------------------------------------------


def judged(text: str, other: float, ranking: dict[str, float] = ANSWER) -> Judgement:
    return scope().judge(text, ranking, other)


@pytest.mark.parametrize("text", ["how do they get ships into bottles", "why is the tower of pisa crooked"])
def test_a_question_very_like_talk_of_the_world_is_out_whatever_the_classifier_took_it_for(text: str) -> None:
    assert judged(text, 0.98).out and judged(text, 0.98).intent == "off_topic"
    assert not judged(text, 0.02).out


def test_a_word_of_the_body_keeps_in_what_is_not_very_like_other_talk() -> None:
    assert not judged("how many hearts has a squid", 0.6, OFF_TOPIC).out
    assert judged("how many hearts has a squid", 0.99, OFF_TOPIC).out


@pytest.mark.parametrize("text", ["ركبتي تؤلمني في الليل", "膝盖疼", "болит колено"])
def test_what_is_written_in_other_letters_is_kept(text: str) -> None:
    assert not judged(text, 0.99, {"affirm": 0.9, "inform": 0.1}).out


@pytest.mark.parametrize("text", ["ten minutes after tea", "a walk to the shop and back"])
def test_an_answer_that_looks_like_a_command_is_none_however_like_other_talk(text: str) -> None:
    assert not judged(text, 0.6, {"later": 0.56, "inform": 0.33}).out


def test_it_is_trained_anew_when_its_rows_change(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Rasa remembers what it trained, and looks at nothing but the examples unless it is told to."""
    (tmp_path / "rows.csv").write_text("text,scope\nmy knee,in\n")
    monkeypatch.setattr("bot.nlu.other_things.SCOPE", tmp_path)
    before = OtherThings.fingerprint_addon({})
    (tmp_path / "rows.csv").write_text("text,scope\nmy knee,in\nwho won,out\n")
    assert OtherThings.fingerprint_addon({}) != before


def test_what_people_tell_of_themselves_needs_more_than_what_they_ask() -> None:
    assert not judged("I lost my job at easter", 0.75).out


def test_what_is_told_is_never_plainly_beside_the_point_so_it_is_offered_to_be_kept() -> None:
    found = judged("my hosta has slugs again", 0.99, OFF_TOPIC)
    assert found.out and not found.plain


def test_what_is_not_like_other_talk_is_never_plainly_so() -> None:
    assert judged("who won the match last night", 0.9, OFF_TOPIC).plain
    assert not judged("who won the match last night", 0.3, OFF_TOPIC).plain


# --- the rows -------------------------------------------------------------------------------------------------------


def test_every_row_says_whether_it_belongs_and_both_are_many() -> None:
    counts = Counter()
    for path in sorted(SCOPE.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == ["text", "scope"], path.name
        assert all(len(row) == 2 and row[0].strip() and row[1] in {IN, OUT} for row in rows[1:]), path.name
        counts.update(row[1] for row in rows[1:])
    assert min(counts[IN], counts[OUT]) > 5_000


def test_no_row_stands_twice_or_is_one_that_is_measured_by() -> None:
    texts = [plain(text) for text, _ in scope_rows()]
    measured = {plain(row.text) for row in [*own_rows(), *typed_scope_rows(), *typed_scope_rows("scope_second.csv")]}
    assert [text for text, count in Counter(texts).items() if count > 1] == []
    assert sorted(set(texts) & measured) == []
