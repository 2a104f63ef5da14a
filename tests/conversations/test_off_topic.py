"""What has nothing to do with a visit: answered kindly, asked again, and offered to be kept when it is said again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.core.guesses import NOTHING_SAID, believed
from bot.core.messages import Incoming
from bot.core.replies import Reply
from bot.services.render import render
from tests.conversations.states import STATES
from tests.conversations.tester import PhrasesOnly, Talk

ELSEWHERE = [state for state in STATES if not state.startswith("question")]  # there a question is offered to be kept
ASIDES = {"parked_question", "parked_matters", "parked_late", "choose_change", "item_menu", "choose_more", "beside",
          "not_now", "find_out", "start_again", "afterwards", "check_in_result"}


class Guesses(PhrasesOnly):
    """Stands in for an understanding that takes every message for the same thing, and is not certain."""

    def __init__(self, talk: Talk, intent: str, confidence: float = 0.9) -> None:
        super().__init__(talk.house)
        self.intent, self.confidence = intent, confidence
        talk.house.handle_inbox.assistant = self

    async def answer(self, message: Incoming) -> tuple[Reply, ...]:
        intent = believed(self.intent, self.confidence) if message.kind == "text" else message.kind
        turn = self.house.take_turn(message.id, intent)
        return tuple(render(say, self.house.wording, None) for say in turn.says)


def taken_for(talk: Talk, intent: str, text: str, confidence: float = 0.9) -> Talk:
    """``text`` is said and taken for ``intent``; afterwards the usual understanding is back."""
    usual = talk.house.handle_inbox.assistant
    Guesses(talk, intent, confidence)
    talk.user_says(text)
    talk.house.handle_inbox.assistant = usual
    return talk


@pytest.mark.parametrize("state", ELSEWHERE)
def test_in_every_state_a_question_about_something_else_changes_no_answer_and_is_asked_again(
    talk_in: Callable[[str], Talk], state: str,
) -> None:
    talk = talk_in(state)
    before = talk.stored
    taken_for(talk, "off_topic", "what was the football score?").asks(state).bot_said("utter_off_topic")
    assert talk.stored.answers == before.answers
    assert talk.said[-1][2] == state, str(talk)


@pytest.mark.parametrize("state", ELSEWHERE)
def test_said_again_it_is_offered_to_be_kept_or_answered_as_before(talk_in: Callable[[str], Talk], state: str) -> None:
    talk = talk_in(state)
    before = talk.stored
    for _ in range(2):
        taken_for(talk, "off_topic", "what was the football score?")
    assert talk.stored.answers == before.answers
    asked_without_consent = talk.stored.value("consent") is None
    if asked_without_consent or state.partition(":")[0] in ASIDES | {"split"}:
        talk.asks(state).bot_said("utter_off_topic")
    else:
        talk.asks("parked_question").bot_said("utter_off_topic_again", "utter_asks_parked_question")


def test_a_yes_keeps_the_words_as_they_were_written(talk: Talk) -> None:
    talk.plays(">agree", "Sleep")
    for _ in range(2):
        taken_for(talk, "off_topic", "swansea city for the cup")
    talk.asks("parked_matters").user_says("yes").bot_said("utter_parked_kept").asks("matters:3")
    assert [item.words for item in talk.stored.items()] == ["Sleep", "swansea city for the cup"]


def test_a_sentence_that_only_looked_like_a_command_is_an_answer(talk: Talk) -> None:
    talk.plays(">agree")
    taken_for(talk, "person", "the only thing I want is somebody who picks up", confidence=0.5).asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["the only thing I want is somebody who picks up"]


@pytest.mark.parametrize(("text", "aside", "then"), [
    ("will you use a bright pen", "parked_question", "matters:2"),
    ("well you would have to watch that", "parked_matters", "matters:3"),
])
def test_what_only_may_be_beside_the_point_is_offered_at_once_and_never_asked_again(
    talk: Talk, text: str, aside: str, then: str,
) -> None:
    talk.plays(">agree", "Sleep")
    taken_for(talk, "off_topic", text, 0.7).asks(aside).bot_did_not_say("utter_off_topic").user_says("yes").asks(then)
    kept = [item.words for key in ("matters", "question") for item in talk.stored.items(key)]
    assert kept == ["Sleep", text]
    assert talk.stored.met[-1] == then  # it counts among the questions that somebody meets


@pytest.mark.parametrize("intent", ["off_topic", "about_us"])
def test_where_questions_are_asked_for_one_that_may_be_beside_the_point_is_kept(
    talk_in: Callable[[str], Talk], intent: str,
) -> None:
    talk = talk_in("question:1")
    taken_for(talk, intent, "will you use a bright pen?", 0.7).asks("question:2")
    assert [item.words for item in talk.stored.items("question")] == ["will you use a bright pen?"]


@pytest.mark.parametrize(("answer", "kept"), [("yes", ["what was the football score?"]), ("no", [])])
def test_where_questions_are_asked_for_one_about_something_else_is_kept_only_with_a_yes(
    talk_in: Callable[[str], Talk], answer: str, kept: list[str],
) -> None:
    talk = talk_in("question:1")
    taken_for(talk, "off_topic", "what was the football score?").asks("parked_question")
    assert talk.stored.items("question") == ()
    talk.user_says(answer)
    assert [item.words for item in talk.stored.items("question")] == kept


def test_where_questions_are_asked_for_an_order_to_a_machine_is_none(talk_in: Callable[[str], Talk]) -> None:
    talk = talk_in("question:1")
    taken_for(talk, "off_topic", "play some music").asks("question:1").bot_said("utter_off_topic")
    assert talk.stored.items("question") == ()


def test_who_names_a_trouble_is_not_asked_again_whatever_it_was_taken_for(talk: Talk) -> None:
    talk.plays(">agree")
    taken_for(talk, "off_topic", "I get dizzy watching the football").asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["I get dizzy watching the football"]


def test_what_is_told_where_the_world_may_be_an_answer_is_one(talk: Talk) -> None:
    talk.plays(*STATES["in_the_way"]).asks("in_the_way")
    taken_for(talk, "off_topic", "the football on the telly", 0.7)
    assert talk.answer("in_the_way") == ("answered", "the football on the telly", None)


def test_a_no_leaves_them_out_and_asks_again_what_was_asked(talk: Talk) -> None:
    talk.plays(">agree", "Sleep")
    for _ in range(2):
        taken_for(talk, "off_topic", "play some music")
    talk.asks("parked_question").user_says("no").bot_said("utter_parked_left").asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["Sleep"] and talk.stored.items("question") == ()


def test_what_gets_in_the_way_may_be_the_weather_or_the_football(talk: Talk) -> None:
    talk.plays(*STATES["in_the_way"]).asks("in_the_way")
    taken_for(talk, "off_topic", "the football on the telly")
    assert talk.answer("in_the_way") == ("answered", "the football on the telly", None)



@pytest.mark.parametrize("intent", ["affirm", "deny", "start"])
@pytest.mark.parametrize("state", ["consent", "priority:1"])
def test_a_guess_at_a_yes_or_a_no_gives_no_consent_and_chooses_nothing(
    talk_in: Callable[[str], Talk], state: str, intent: str,
) -> None:
    talk = talk_in(state)
    before = talk.stored.answers
    taken_for(talk, intent, "the answer would be that", 0.99).asks(state)
    assert talk.stored.answers == before


@pytest.mark.parametrize("intent", ["affirm", "deny"])
def test_a_guess_at_a_yes_or_a_no_shares_nothing(talk_in: Callable[[str], Talk], intent: str) -> None:
    talk = talk_in("read_back")
    before = talk.stored
    taken_for(talk, intent, "the answer would be that", 0.99)
    assert talk.stored.answers == before.answers and talk.stored.version == before.version


def test_a_guess_at_a_yes_is_no_item_and_no_end_of_the_list(talk: Talk) -> None:
    talk.plays(">agree", "Sleep")
    taken_for(talk, "deny", "that would not be so", 0.99).bot_said("utter_again_go_on").asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["Sleep"]


def test_an_unsure_guess_at_a_command_moves_nobody_on_and_a_sure_one_does(talk: Talk) -> None:
    talk.plays(*STATES["hope"]).asks("hope")
    taken_for(talk, "skip", "lets do a different one", 0.6).bot_said("utter_again_go_on").asks("hope")
    taken_for(talk, "skip", "lets do a different one", 0.9).bot_said("utter_ack_skipped")
    assert talk.asking != "hope"


def test_what_was_never_understood_is_kept_word_for_word_in_the_end(talk: Talk) -> None:
    talk.plays(*STATES["hope"]).asks("hope")
    for _ in range(3):
        taken_for(talk, NOTHING_SAID, "so so and so on")
    assert talk.answer("hope") == ("unclear", "so so and so on", None)
