"""Mending by saying so, and talk that answers nothing: nothing is lost, nothing is kept that was not meant."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bot.core.preparation import Phase
from bot.store import tables
from tests.conversations.states import HOPED, NAMED, RANKED, READ_BACK, SHARED, STATES, UNPRESSED, WEIGHED
from tests.conversations.tester import Talk

NO_CORRECTIONS = Path(__file__).parent.parent / "core" / "data" / "no_corrections.csv"


def order(talk: Talk) -> list[object]:
    return [talk.stored.value(f"priority:{rank}") for rank in (1, 2, 3)]


@pytest.mark.parametrize("words", ["actually make the knee first", "can you put my knee first", "the knee should come first"])
def test_the_order_can_be_changed_by_saying_so(talk: Talk, words: str) -> None:
    talk.plays(*RANKED).user_says(words).bot_said("utter_corrected_first").asks("importance:2")
    assert order(talk) == [1, 2, 3]


def test_an_order_said_while_it_is_asked_is_the_answer(talk: Talk) -> None:
    talk.plays(*NAMED).user_says("put sleep second").asks("priority:1")
    assert talk.stored.value("priority:2") == 2


@pytest.mark.parametrize("words", ["it's more like a 7", "I meant 7", "sorry, make that 7"])
def test_a_number_can_be_mended_by_saying_so(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED).asks("hope").user_says(words).bot_said("utter_corrected_score").asks("hope")
    assert talk.answer("importance:3")[2] == 7
    assert talk.answer("hope") is None


def test_a_number_said_where_a_number_is_asked_answers_that(talk: Talk) -> None:
    talk.plays(*RANKED, ">8").user_says("it's more like a 7")
    assert (talk.answer("importance:2")[2], talk.answer("importance:1")[2]) == (8, 7)


def test_an_answer_in_words_can_be_changed_by_naming_it(talk: Talk) -> None:
    talk.plays(*UNPRESSED).user_says("change my hope to sleeping until six").bot_said("utter_corrected").asks("question:1")
    assert talk.answer("hope")[1] == "sleeping until six"


def test_naming_an_answer_without_new_words_asks_for_them(talk: Talk) -> None:
    talk.plays(*UNPRESSED).user_says("change my hope").bot_said("utter_you_said").asks("hope")


def test_a_thing_can_be_taken_off_by_saying_so(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("take the blue tablets off my list").bot_said("utter_removed").asks("importance:2")
    assert [item.words for item in talk.stored.items()] == ["My left knee", "Sleep", "Getting out more"]


def test_a_thing_can_be_added_by_saying_so_where_something_else_is_asked(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("also, my foot hurts at night").bot_said("utter_added").asks("importance:2")
    assert talk.stored.items()[-1].words == "my foot hurts at night"
    assert order(talk) == [2, 1, 3]


def test_a_change_that_names_nothing_known_changes_nothing_and_says_so(talk: Talk) -> None:
    talk.plays(*RANKED)
    before = talk.stored.answers
    talk.user_says("actually make the garden first").bot_said("utter_correction_unclear").asks("importance:2")
    assert talk.stored.answers == before


@pytest.mark.parametrize("words", [
    "I want to put my mother first", "Take the stitches out", "To change my diet for good", "I was first in line for years",
    "No more like a stranger to them", "Also to be heard",
])
def test_answers_that_sound_like_a_change_stay_answers(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED).asks("hope").user_says(words).asks("pressures:1")
    assert talk.answer("hope")[1] == words


def _answers_to(question: str) -> list[str]:
    with NO_CORRECTIONS.open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["question"] == question]


@pytest.mark.parametrize("words", _answers_to("hope"))
def test_a_hope_that_sounds_like_a_change_is_kept_as_it_was_said(talk: Talk, words: str) -> None:
    before = talk.plays(*WEIGHED).asks("hope").stored.answers
    talk.user_says(words).asks("pressures:1")
    assert talk.answer("hope")[1] == words
    assert all(talk.stored.answer(ref) == answer for ref, answer in before.items())


@pytest.mark.parametrize(("words", "wanted"), [
    ("the knee is more important than sleep", [1, 2, 3]), ("no, the knee matters more", [1, 2, 3]),
    ("swap the first two", [1, 2, 3]), ("swap sleep and the blue tablets", [3, 1, 2]),
    ("the blue tablets come first, not sleep", [3, 2, 1]), ("getting out more is more urgent than the knee", [2, 4, 1]),
    ("sleep is more important than the knee", [2, 1, 3]),
])
def test_the_order_is_changed_where_words_are_asked(talk: Talk, words: str, wanted: list[int]) -> None:
    talk.plays(*WEIGHED).asks("hope").user_says(words)
    assert order(talk) == wanted and talk.answer("hope") is None


def test_things_below_the_first_three_have_no_places_to_tell_apart(talk: Talk) -> None:
    talk.plays(">agree", "My knee", "Sleep", "The bills", "My ears", "The stairs", "no", ">1", ">2", ">3")
    talk.user_says("the stairs are more important than my ears").bot_said("utter_moved_no_further")
    assert order(talk) == [1, 2, 3]


def test_with_two_things_one_before_the_other_is_the_order(talk: Talk) -> None:
    talk.plays(">agree", "My knee", "Sleep", "no").asks("priority:1")
    talk.user_says("sleep is more important than my knee").asks("importance:2")
    assert talk.stored.value("priority:1") == 2


@pytest.mark.parametrize(("words", "ref", "value"), [
    ("I said 3 but I meant 4", "importance:3", 4), ("I said 8 but I meant 4", "importance:2", 4),
    ("that's wrong, it should be 4", "importance:3", 4), ("the knee should be a 9", "importance:1", 9),
    ("change the importance of sleep to 5", "importance:2", 5), ("actually the blue tablets are a 9", "importance:3", 9),
])
def test_a_number_is_put_right_for_what_is_named_and_said_with_its_name(talk: Talk, words: str, ref: str, value: int) -> None:
    talk.plays(*WEIGHED).asks("hope").user_says(words).bot_said("utter_corrected_score").asks("hope")
    assert talk.answer(ref)[2] == value and talk.answer("hope") is None
    item = talk.stored.item(int(ref[-1]))
    assert item is not None and item.words in talk.said[0][1]


def test_a_number_nobody_said_is_not_put_right(talk: Talk) -> None:
    talk.plays(*WEIGHED)
    before = talk.stored.answers
    talk.user_says("I said 1 but I meant 4").bot_said("utter_correction_unclear").asks("hope")
    assert talk.stored.answers == before


def test_what_is_named_stays_private_until_it_is_shared_after_all(talk: Talk) -> None:
    talk.plays(*WEIGHED).user_says("keep what I said about the knee private").bot_said("utter_private_kept").asks("hope")
    assert [item.answer.private for item in talk.stored.items()] == [True, False, False, False]
    talk.user_says("you can share the knee after all").bot_said("utter_private_shared").asks("hope")
    assert not any(item.answer.private for item in talk.stored.items())


def test_that_is_what_was_said_last(talk: Talk) -> None:
    talk.plays(*HOPED).user_says("keep that private").bot_said("utter_private_kept")
    assert [ref for ref, answer in talk.stored.answers.items() if answer.private] == ["hope"]


def test_what_nobody_said_cannot_be_kept_private(talk: Talk) -> None:
    talk.plays(*WEIGHED).user_says("don't share the bit about the bottle").bot_said("utter_correction_unclear").asks("hope")
    assert not any(answer.private for answer in talk.stored.answers.values())


def test_something_shared_already_is_opened_again_by_a_change(talk: Talk) -> None:
    talk.plays(*SHARED).user_says("keep the knee private").bot_said("utter_private_kept", "utter_reopened").asks("read_back")
    assert talk.stored.phase is Phase.OPEN


@pytest.mark.parametrize("words", ["I didn't mean the knee, I meant the hip", "I meant the hip, not the knee"])
def test_other_words_take_the_place_of_the_ones_that_were_not_meant(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED).user_says(words).bot_said("utter_corrected").asks("hope")
    assert talk.stored.item(1).words == "the hip"


def test_other_words_for_a_part_of_what_was_said_lose_nothing(talk: Talk) -> None:
    told = "My knee gives way when I carry the shopping up to the flat"
    talk.plays(">agree", told, "no", ">8").user_says("I didn't mean the knee, I meant the hip")
    talk.bot_said("utter_you_said").asks("matters:1")
    assert talk.stored.item(1).words == told


@pytest.mark.parametrize("words", ["cancel that", "scrap the last one", "scratch that", "forget what I said"])
def test_taking_back_asks_again_what_was_answered_last_and_undoes_nothing(talk: Talk, words: str) -> None:
    before = talk.plays(*HOPED).stored.answers
    talk.user_says(words).bot_said("utter_you_said").asks("hope")
    assert talk.stored.answers == before


@pytest.mark.parametrize("words", [
    "should I stop taking the blue tablets?", "is it safe to drive?", "why am I so tired?", "could it be cancer",
])
def test_a_medical_question_is_never_answered_and_kept_for_the_visit_if_wished(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED).user_says(words).bot_said("utter_cannot_answer").asks("parked_question")
    assert not any(word in talk.said[0][1].lower() for word in ("yes", "no,", "you should", "probably"))
    talk.user_says("yes please").bot_said("utter_parked_kept").asks("hope")
    assert [item.words for item in talk.stored.items("question")] == [words]


def test_a_medical_question_that_was_only_said_is_left_off(talk: Talk) -> None:
    talk.plays(*WEIGHED).user_says("should I stop taking the blue tablets?").user_says("no").bot_said("utter_parked_left")
    talk.asks("hope")
    assert talk.stored.items("question") == ()


@pytest.mark.parametrize(("words", "key"), [
    ("what time is my appointment?", "utter_visit_question"), ("are you a robot", "utter_about_us"),
    ("who will read this?", "utter_about_us"), ("what's the weather like?", "utter_off_topic"),
    ("how are you", "utter_small_talk_how_are_you"), ("bye", "utter_small_talk_bye"),
])
def test_questions_to_us_get_an_honest_answer_and_are_no_answer(talk: Talk, words: str, key: str) -> None:
    talk.plays(*WEIGHED).user_says(words).bot_said(key).asks("hope")
    assert talk.answer("hope") is None and (talk.stored.misses == 0 or key == "utter_off_topic")


@pytest.mark.parametrize(("lines", "key", "asks"), [
    ((), "utter_what_next_consent", "consent"), (WEIGHED[:1], "utter_what_next", "matters:1"),
    (WEIGHED, "utter_what_next", "hope"), (READ_BACK, "utter_what_next_read_back", "read_back"),
    (SHARED, "utter_what_next_shared", "afterwards"),
])
def test_who_asks_how_it_goes_on_is_told_and_nothing_is_kept(talk: Talk, lines: tuple[str, ...], key: str, asks: str) -> None:
    talk.plays(*lines).user_says("ok so what happens now?").bot_said(key).asks(asks)
    assert "what happens now" not in str(talk.stored.answers) and talk.stored.misses == 0 and talk.stored.parked is None


def test_among_their_questions_it_may_be_one_for_the_clinician(talk: Talk) -> None:
    talk.plays(*WEIGHED, "to walk", "none", "what happens next?")
    assert [item.words for item in talk.stored.items("question")] == ["what happens next?"]


def test_anger_is_heard_and_may_be_put_on_the_list(talk: Talk) -> None:
    talk.plays(*WEIGHED).user_says("this is ridiculous").bot_said("utter_angry_heard").asks("parked_matters")
    assert "01632 960 000" in talk.said[0][1]
    talk.user_says("yes").bot_said("utter_parked_kept").asks("hope")
    assert talk.stored.items()[-1].words == "this is ridiculous"


@pytest.mark.parametrize("words", ["can I talk to a person", "speak to someone", "/person"])
def test_the_way_to_a_person_has_the_clinics_number_and_hours(talk: Talk, words: str) -> None:
    talk.plays(*WEIGHED, words).bot_said("utter_person").asks("hope")
    assert "01632 960 000" in talk.said[0][1] and "Monday to Friday, 8 to 6" in talk.said[0][1]


@pytest.mark.parametrize("state", ["matters:3", "importance:2", "hope", "change_topic", "read_back"])
@pytest.mark.parametrize("words", ["why do you ask?", "say that again", "not sure", "skip", "back", "help"])
def test_what_can_be_typed_at_any_time_is_understood_as_typed(talk: Talk, state: str, words: str) -> None:
    talk.plays(*STATES[state])
    kept = talk.stored.items()
    talk.user_says(words)
    assert talk.said and talk.stored.items() == kept


def test_the_same_question_is_never_put_in_the_same_words_twice_in_a_row(talk: Talk) -> None:
    talk.plays(*WEIGHED)
    asked = []
    for words in ("say that again", "how are you", "why", "say that again", "hello", "what's the weather like?"):
        asked.append(talk.user_says(words).said[-1][1])
    assert all(one != other for one, other in zip(asked, asked[1:], strict=False)), asked


def test_short_and_long_answers_are_both_fine(talk: Talk) -> None:
    novel = "It began when my husband was still alive. " * 60
    talk.plays(">agree", "Pain", novel, "no", ">1")
    assert [item.words for item in talk.stored.items()] == ["Pain", novel.strip()]
    assert len(talk.rows(tables.Flag)) == 0
