"""Misunderstandings, second thoughts, and messages that come at the wrong time."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.core.messages import Incoming
from bot.core.replies import AssistantUnreachable, Reply
from bot.services.receive_web import CannotReceive
from bot.store import tables
from tests.conversations.states import ASKED, NAMED, RANKED, READ_BACK, STATES, WEIGHED
from tests.conversations.tester import Talk


@pytest.mark.parametrize("words", ["12", "-1", "70%", "3 weeks", "7 or 8", "eleven", "very", "120/80", "4.5", "😀"])
def test_what_is_not_one_whole_number_is_asked_again_and_never_stored(talk: Talk, words: str) -> None:
    talk.plays(*RANKED).user_says(words).asks("importance:2")
    assert talk.answer("importance:2") is None


@pytest.mark.parametrize(("words", "score"), [("7", 7), ("seven", 7), ("about a 7", 7), ("7/10", 7), ("zero", 0),
                                              ("10!!", 10), ("7 out of 10", 7)])
def test_a_plain_number_is_stored_as_it_was_meant(talk: Talk, words: str, score: int) -> None:
    talk.plays(*RANKED).user_says(words)
    assert talk.answer("importance:2") == ("answered", words, score)


@pytest.mark.parametrize(("tapped", "kept"), [
    ("apart", ("my knee gives way", "im not sleeping", "i dont know if the new tablets are right")),
    ("whole", ("my knee gives way, im not sleeping and i dont know if the new tablets are right",))])
def test_troubles_joined_in_one_sentence_are_offered_apart_and_the_person_decides(
        talk: Talk, tapped: str, kept: tuple[str, ...]) -> None:
    talk.plays(">agree").user_says("my knee gives way, im not sleeping and i dont know if the new tablets are right")
    talk.asks("split:1").user_taps(tapped)
    assert tuple(talk.answer(f"matters:{number}")[1] for number in range(1, len(kept) + 1)) == kept
    assert talk.answer(f"matters:{len(kept) + 1}") is None


def test_a_range_is_asked_back_with_its_ends(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("6 or 7").bot_said("utter_again_range")
    assert "6" in talk.said[0][1] and "7" in talk.said[0][1]


@pytest.mark.parametrize("yes", ["yes", "Yes please", "yeah that's right", "ok"])
def test_a_number_that_may_be_meant_is_kept_with_its_words_after_a_yes(talk: Talk, yes: str) -> None:
    talk.plays(*RANKED).user_says("cinco five").bot_said("utter_again_unsure").asks("importance:2")
    assert "5" in talk.said[0][1] and talk.answer("importance:2") is None
    talk.user_says(yes).asks("importance:1")
    assert talk.answer("importance:2") == ("answered", "cinco five", 5)


@pytest.mark.parametrize(("words", "score"), [("7", 7), ("no, 4", 4), ("9", 9), ("yes, 9", 9)])
def test_a_number_that_may_be_meant_gives_way_to_the_one_that_is_given(talk: Talk, words: str, score: int) -> None:
    talk.plays(*RANKED).user_says("cinco five").user_says(words).asks("importance:1")
    assert talk.answer("importance:2") == ("answered", words, score)


def test_a_no_to_a_number_that_may_be_meant_asks_which_it_is(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("cinco five").user_says("no").bot_said("utter_again_other_score").asks("importance:2")
    assert talk.answer("importance:2") is None
    talk.user_says("yes").asks("importance:1")
    assert talk.answer("importance:2") != ("answered", "yes", 5)


def test_a_number_that_may_be_meant_is_asked_back_twice_and_then_left(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("cinco five").bot_said("utter_again_unsure")
    talk.user_says("you mean 7?").bot_said("utter_again_unsure").asks("importance:2")
    talk.user_says("call me on 5").bot_said("utter_leave_it").asks("importance:1")
    assert talk.answer("importance:2") == ("unclear", "call me on 5", None)


def test_a_yes_counts_only_for_the_question_whose_number_was_asked_back(talk: Talk) -> None:
    talk.plays(*RANKED).user_says("cinco five").user_says("skip").user_says("yes").asks("importance:1")
    assert talk.answer("importance:1") is None


def test_a_number_given_for_words_is_asked_about_once_and_then_believed(talk: Talk) -> None:
    talk.plays(">agree").user_says("7").bot_said("utter_again_digits").asks("matters:1")
    talk.user_says("7").asks("matters:2")
    assert talk.answer("matters:1") == ("answered", "7", None)


def test_only_pictures_are_asked_about_once_and_then_kept(talk: Talk) -> None:
    talk.plays(">agree").user_says("😀👍").bot_said("utter_again_emoji").asks("matters:1")
    talk.user_says("😀👍").asks("matters:2")


@pytest.mark.parametrize("words", [
    "<b>my knee</b><script>alert(1)</script>", "ركبتي تؤلمني", "{item} and {clinic}", "/session_start", "a\nb\n\nc",
    "I want to go back to work", "I skip meals when I am sad", "I can't stop coughing",
    "no pain, but my hands are stiff",
    "Help with the stairs would be nice", "x" * 10_000, "'; DROP TABLE answers; --", "why am I so tired?",
])
def test_whatever_is_written_is_kept_word_for_word(talk: Talk, words: str) -> None:
    talk.plays(">agree").user_says(words).asks("matters:2")
    assert talk.answer("matters:1") == ("answered", words, None)


@pytest.mark.parametrize("words", ["", "   ", "\n\n", "\u200b", "\x00"])
def test_an_empty_message_is_refused_with_nothing_kept(talk: Talk, words: str) -> None:
    talk.plays(">agree")
    with pytest.raises(CannotReceive, match="empty"):
        talk.user_says(words)
    talk.asks("matters:1")


def test_more_than_ten_thousand_characters_are_refused_with_nothing_kept(talk: Talk) -> None:
    with pytest.raises(CannotReceive, match="too_long"):
        talk.user_says("x" * 10_001)


@pytest.mark.parametrize("words", ["no", "No, thank you.", "that's all", "nothing else", "nope", "no thanks doctor"])
def test_the_list_ends_when_the_whole_message_says_so(talk: Talk, words: str) -> None:
    talk.plays(">agree", "Sleep").user_says(words).asks("importance:1")


@pytest.mark.parametrize(
    ("words", "key"), [("thank you", "utter_small_talk_thanks"), ("hello", "utter_small_talk_greet")])
def test_small_talk_is_answered_in_kind_and_is_no_answer(talk: Talk, words: str, key: str) -> None:
    talk.plays(">agree", "Sleep").user_says(words).bot_said(key).asks("matters:2")
    assert talk.answer("matters:2") is None and talk.stored.misses == 0


def test_yes_to_something_else_is_an_invitation_to_go_on(talk: Talk) -> None:
    talk.plays(">agree", "Sleep").user_says("yes").bot_said("utter_again_go_on").asks("matters:2")
    talk.user_says("My hip").asks("matters:3")


def test_back_shows_what_was_said_and_a_new_answer_takes_its_place(talk: Talk) -> None:
    talk.plays(*NAMED[:3], "/back").bot_said("utter_you_said", "utter_asks_matters_more").asks("matters:2")
    assert "Sleep" in talk.said[0][1]
    talk.user_says("Sleeping at night").asks("matters:3")
    assert talk.answer("matters:2")[1] == "Sleeping at night"
    earlier = talk.rows(tables.Answer, question="matters:2")
    assert {row.words for row in earlier} == {"Sleep", "Sleeping at night"}


def test_back_and_keep_changes_nothing(talk: Talk) -> None:
    talk.plays(*NAMED[:3])
    before = talk.stored.answers
    talk.plays("/back", ">/keep").bot_said("utter_kept").asks("matters:3")
    assert talk.stored.answers == before


def test_any_item_of_the_read_back_can_be_changed(talk: Talk) -> None:
    talk.plays(*READ_BACK, ">change").asks("choose_change")
    talk.user_says("left knee").asks("item_menu").user_taps("change_words").bot_said("utter_you_said").asks("matters:1")
    talk.user_says("Both knees").asks("read_back")
    assert "Both knees" in talk.said[-1][1] and "My left knee" not in talk.said[-1][1]


def test_an_item_can_be_taken_out_and_those_behind_it_move_up(talk: Talk) -> None:
    talk.plays(*WEIGHED).leaves_out_until("read_back")
    talk.plays(">change", "sleep", ">take_out").bot_said("utter_removed").asks("read_back")
    assert "“Sleep”" not in talk.said[-1][1]
    for line in ("1. “My left knee”", "2. “The blue tablets”", "3. “Getting out more”"):
        assert line in talk.said[-1][1]


def test_something_can_be_added_at_the_read_back(talk: Talk) -> None:
    talk.plays(*READ_BACK, ">add_more")
    add = next(b["value"] for b in _buttons(talk) if "Something else that matters" in b["title"])
    talk.user_taps(add).asks("matters:2")
    talk.plays("My hearing", "no").asks("priority:1").plays(">1").asks("read_back")
    assert "My hearing" in talk.said[-1][1]


def test_an_answer_from_a_second_window_is_not_taken_for_the_next_question(talk: Talk) -> None:
    talk.plays(*STATES["hope"])
    talk.user_says("To rest", question="hope").asks("pressures:1")
    talk.user_says("To be heard", question="hope").asks("parked_late")
    assert talk.answer("hope")[1] == "To rest"
    talk.user_taps("no").bot_said("utter_parked_left").asks("pressures:1")
    assert talk.answer("hope")[1] == "To rest" and talk.answer("pressures:1") is None


def test_an_answer_that_comes_late_takes_the_earlier_ones_place_when_the_person_says_so(talk: Talk) -> None:
    talk.plays(*STATES["hope"], "To rest").user_says("To be heard", question="hope").asks("parked_late")
    talk.user_says("yes").bot_said("utter_corrected").asks("pressures:1")
    assert talk.answer("hope")[1] == "To be heard"


def test_two_windows_can_both_add_to_what_matters(talk: Talk) -> None:
    talk.plays(">agree", "Sleep")
    talk.user_says("My hip", question="matters:2")
    talk.user_says("My eyes", question="matters:2").asks("matters:4")
    assert [item.words for item in talk.stored.items()] == ["Sleep", "My hip", "My eyes"]


def test_a_double_tap_is_one_answer(talk: Talk) -> None:
    talk.plays(*RANKED)
    talk.user_taps("8", question="importance:2").asks("importance:1")
    talk.user_taps("8", question="importance:2").bot_said("utter_old_button").asks("importance:1")
    assert talk.answer("importance:1") is None


def test_the_same_message_delivered_twice_is_one_answer(talk: Talk) -> None:
    talk.plays(">agree")
    for _ in range(2):
        talk.house.receive_web(talk.conversation_id, "same-id", "text", "Sleep", "matters:1", None)
        talk._go("Sleep")
    talk.asks("matters:2")
    assert [item.words for item in talk.stored.items()] == ["Sleep"]


def test_two_windows_answering_at_the_same_moment_lose_and_double_nothing(talk: Talk) -> None:
    talk.plays(">agree")
    for number in range(6):
        talk.house.receive_web(talk.conversation_id, f"id-{number}", "text", f"thing {number} here", "matters:1", None)

    async def all_at_once() -> None:
        await asyncio.gather(*(talk.house.handle_inbox(talk.conversation_id) for _ in range(6)))

    asyncio.run(all_at_once())
    assert [item.words for item in talk.stored.items()] == [f"thing {number} here" for number in range(6)]


def test_after_sharing_it_can_be_changed_and_shared_again(talk: Talk) -> None:
    talk.plays(*READ_BACK, ">share", ">change").asks("read_back")
    talk.plays(">change", "left knee", ">change_words", "Both knees", ">share").bot_said("utter_shared")
    versions = sorted(row.version for row in talk.rows(tables.SharedSheet))
    assert versions == [1, 2]


def test_what_is_written_after_sharing_gets_an_answer_and_changes_nothing(talk: Talk) -> None:
    talk.plays(*READ_BACK, ">share")
    before = talk.stored.answers
    talk.user_says("oh and my feet are cold").bot_said("utter_again_afterwards").asks("afterwards")
    talk.user_says("thank you").bot_said("utter_small_talk_thanks").asks("afterwards")
    assert talk.stored.answers == before


def test_a_refused_check_in_is_a_no_and_plans_nothing(talk: Talk) -> None:
    talk.plays(*STATES["check_in"]).user_says("no thanks")
    assert talk.answer("check_in")[0] == "no"
    assert talk.rows(tables.CheckIn) == []


def test_words_for_a_ranking_that_fit_two_items_are_asked_again(talk: Talk) -> None:
    talk.plays(">agree", "left knee", "right knee", "hip", "no").user_says("knee").bot_said("utter_again_ranking")
    talk.user_says("right").asks("priority:2")
    assert talk.answer("priority:1")[2] == 2


def test_changing_a_tap_makes_the_answers_behind_it_not_count(talk: Talk) -> None:
    talk.plays(*ASKED, "Walk", ">not_yet", ">not_now").leaves_out_until("read_back").plays(">change")
    doing = next(b["value"] for b in _buttons(talk) if "Doing it" in b["title"])
    talk.plays(f">{doing}", ">change_words", ">longer").asks("read_back")
    assert "for more than 6 months" in talk.said[-1][1]


def _buttons(talk: Talk) -> list[dict[str, str]]:
    rows = sorted(talk.rows(tables.Outbox, conversation_id=talk.conversation_id), key=lambda row: row.seq)
    return rows[-1].buttons


class Away:
    """An assistant that cannot be reached until it is told to come back."""

    def __init__(self, there: object) -> None:
        self.there, self.away = there, True

    async def answer(self, message: Incoming) -> tuple[Reply, ...]:
        if self.away:
            raise AssistantUnreachable("away")
        return await self.there.answer(message)


def test_while_the_assistant_is_away_danger_and_stop_are_answered_at_once(talk: Talk) -> None:
    talk.plays(">agree")
    away = talk.house.handle_inbox.assistant = Away(talk.house.assistant)
    talk.user_says("My knee").bot_said("utter_delayed")
    talk.user_says("I have crushing chest pain right now").bot_said("utter_safety_emergency")
    talk.user_says("And my hip").bot_did_not_say("utter_delayed")
    talk.user_says("STOP").bot_said("utter_stopped")
    away.away = False
    talk._go("(the assistant is back)").asks("matters:3")
    assert [item.words for item in talk.stored.items()] == ["My knee", "And my hip"]


def test_a_start_that_waited_does_not_undo_a_later_stop(talk: Talk) -> None:
    talk.plays(">agree", "STOP")
    away = talk.house.handle_inbox.assistant = Away(talk.house.assistant)
    talk.user_says("START").user_says("STOP")
    away.away = False
    talk._go("(the assistant is back)")
    assert talk.rows(tables.Patient)[0].messages_stopped_at is not None


def test_while_another_process_holds_the_conversation_danger_is_answered_and_the_rest_waits(talk: Talk) -> None:
    talk.plays(">agree")
    with talk.house.units.work() as unit:
        assert unit.messages.hold(talk.conversation_id, "another", talk.house.clock.now(), timedelta(seconds=30))
    talk.user_says("I want to kill myself").bot_said("utter_safety_self_harm")
    talk.user_says("My knee")
    assert talk.said == []
    talk.house.clock.forward(timedelta(seconds=31))
    talk._go("(the lease is over)").asks("matters:2")
