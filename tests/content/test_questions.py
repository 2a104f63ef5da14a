"""The question book: every question can be asked, explained, answered and left out, and nothing is asked too early."""

import re
from pathlib import Path

import pytest
import yaml

from bot.content.load_paths import load_paths
from bot.content.load_questions import QUESTIONS, ContentError, load_questions
from bot.core.phrases import plain
from bot.core.questions import KINDS
from bot.nlu.command_phrases import PHRASES, PhrasesError, load_phrases
from tests.architecture.source import ROOT
from tests.content.sentences import texts, wording

BOOK = load_questions()
DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
every_question = pytest.mark.parametrize("key", BOOK.questions)


@every_question
def test_a_question_has_two_ways_of_being_asked_help_and_a_reason(key: str) -> None:
    assert len(texts(f"utter_asks_{key}")) >= 2
    assert texts(f"utter_help_{key}") and texts(f"utter_why_{key}")


@every_question
def test_a_question_that_repeats_asks_for_more_in_two_ways(key: str) -> None:
    if BOOK.of(key).repeats:
        assert len(texts(f"utter_asks_{key}_more")) >= 2


@every_question
def test_a_choice_has_quick_replies_that_differ(key: str) -> None:
    titles = [texts(f"utter_choice_{choice}") for choice in BOOK.of(key).choices]
    assert all(len(one) == 1 for one in titles)
    assert len({one[0] for one in titles}) == len(titles)
    assert bool(titles) or BOOK.of(key).kind not in {"choice"}


@every_question
def test_the_words_on_a_quick_reply_are_understood_when_they_are_typed(key: str) -> None:
    """No phrase stands for two choices of one question."""
    typed = [phrase for choice in BOOK.of(key).choices for phrase in BOOK.typed.get(choice, ())]
    assert len(typed) == len(set(typed))


@every_question
def test_a_question_can_be_skipped_unless_nothing_could_follow(key: str) -> None:
    if not BOOK.of(key).skip:
        assert len(texts(f"utter_cannot_skip_{key}")) >= 2
        assert key in {"consent", "person_agrees", "read_back", "confirmed_by", "not_now", "start_again", "afterwards"}


@every_question
def test_a_question_has_a_slot_of_rasas(key: str) -> None:
    assert key in DOMAIN["slots"]


def test_the_forms_hold_the_questions_in_the_books_order() -> None:
    asked = [slot for form in DOMAIN["forms"].values() for slot in form["required_slots"]]
    assert asked == [key for key, question in BOOK.questions.items() if not question.aside or key == "check_in_result"]


def test_every_kind_of_question_is_used() -> None:
    assert {question.kind for question in BOOK.questions.values()} == set(KINDS)


def test_confidence_is_never_asked_before_priorities_and_importance() -> None:
    order = list(BOOK.questions)
    assert order.index("priority") < order.index("importance") < order.index("change_confidence")
    assert order.index("change_importance") < order.index("change_confidence")


def test_steps_only_grow_and_reach_the_last() -> None:
    steps = [question.step for question in BOOK.questions.values() if not question.aside]
    assert steps == sorted(steps) and set(steps) == set(range(1, BOOK.steps + 1))


def test_no_path_lets_anybody_meet_more_than_twenty_one_questions() -> None:
    """That nobody does meet more is walked in ``tests/conversations/test_random_walks.py``."""
    assert {path.most_questions for path in load_paths(BOOK).paths.values()} == {21}


def test_confidence_comes_after_priorities_and_importance_on_every_path() -> None:
    for path in load_paths(BOOK).paths.values():
        way = [stop.key for stop in path.way]
        assert way.index("matters") < way.index("priority")
        if "change_confidence" in way:
            assert way.index("importance") < way.index("change_importance") < way.index("change_confidence")


def test_weight_smoking_and_alcohol_are_never_brought_up() -> None:
    said = " ".join(variant.text for variants in wording().variants.values() for variant in variants)
    assert not re.search(r"\b(weight|smok\w*|alcohol|drink\w*|diet)\b", said, re.IGNORECASE)


def test_an_unknown_key_stops_the_start_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.yml"
    path.write_text(QUESTIONS.read_text(encoding="utf-8").replace("kind: ranking}", "kind: ranking, colour: red}", 1))
    with pytest.raises(ContentError, match=r"questions\.yml: priority has unknown keys: colour"):
        load_questions(path)


def test_an_unknown_kind_stops_the_start_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "questions.yml"
    path.write_text(QUESTIONS.read_text(encoding="utf-8").replace("kind: scale", "kind: slider", 1))
    with pytest.raises(ContentError, match="slider"):
        load_questions(path)


def test_phrases_for_a_choice_that_no_question_has_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.yml"
    path.write_text(QUESTIONS.read_text(encoding="utf-8").replace("  agree: [", "  agrees: [x]\n  agree: [", 1))
    with pytest.raises(ContentError, match="agrees"):
        load_questions(path)


def test_no_phrase_stands_for_two_commands() -> None:
    found = [plain(text) for texts_ in load_phrases().values() for text in texts_]
    assert len(found) == len(set(found))


def test_a_phrase_under_two_commands_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "commands.yml"
    path.write_text(PHRASES.read_text(encoding="utf-8").replace("go_back: [", "go_back: [skip, ", 1))
    with pytest.raises(PhrasesError, match=r"'skip' stands under skip and under go_back"):
        load_phrases(path)


def test_every_command_and_bare_answer_is_an_intent() -> None:
    assert set(load_phrases()) <= {intent for intent in DOMAIN["intents"] if isinstance(intent, str)}
