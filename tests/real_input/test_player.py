"""The player answers what it is asked, and tells apart what can become of a turn."""

from __future__ import annotations

import random

import pytest

from real_input.played import Played
from real_input.player import Player
from real_input.visits import Plan, Turn

CONSENT = {"question": "consent", "buttons": [("Yes, go ahead", "agree"), ("No, thank you", "decline")]}
MORE = [("No, that is all", "no")]
REST = "Is there something else? Please put all of it in one message, each thing on a new line. Or tap No."
SPLIT = {"question": "split:1", "buttons": [("Keep them apart", "apart"), ("Keep it as one", "whole")]}
ADDING = {"question": "read_back", "buttons": [("Yes, share it", "share"), ("Add something", "add_more")]}
MODULES = {"question": "choose_more", "buttons": [
    ("1. Why I am coming, and what I hope for", "1"), ("2. Something else that matters", "2"),
    ("3. A question to ask", "3")]}
READ_BACK = {"question": "read_back", "buttons": [("Yes, share it", "share"), ("Change something", "change")]}
AFTERWARDS = {"question": "afterwards"}


def _message(
    question: str | None = None, buttons: list | None = None, kind: str = "reply", scale: bool = False, text: str = "",
) -> dict:
    return {
        "from": "paratoi", "kind": kind, "text": text or question or kind, "question": question, "id": None,
        "buttons": [{"title": title, "value": value} for title, value in buttons or []],
        "scale": {"low": "low", "high": "high"} if scale else None,
    }


class FakeChat:
    """Says what stands in ``script``, a list of messages for each thing sent; the first is the greeting."""

    def __init__(self, *script: list[dict]) -> None:
        self.script = list(script)
        self.sent: list[tuple[str, str, str | None, str | None]] = []
        self.later: list[dict] = []

    def open(self) -> None:
        self.later = self.script.pop(0)

    def fetch(self) -> list[dict]:
        now, self.later = self.later, []
        return now

    def send(self, kind: str, text: str, value: str | None = None, question: str | None = None) -> list[dict]:
        self.sent.append((kind, text, value, question))
        return [{"from": "me", "id": f"m{len(self.sent)}"}, *self.script.pop(0)]


def _turn(number: int) -> Turn:
    return Turn(number, f"turn number {number}")


def _play(chat: FakeChat, *matters: int, split: str = "apart", **plan: object) -> Played:
    said = Plan(matters=tuple(map(_turn, matters)), **plan)  # type: ignore[arg-type]
    return Player(chat, said, random.Random(1), split).play()


def _outcomes(played: Played) -> list[tuple[int, str]]:
    return [(turn.number, told.outcome) for told in played.told for turn in told.turns]


def test_turns_are_said_one_after_the_other_and_then_that_is_all() -> None:
    chat = FakeChat(
        [_message(**CONSENT)], [_message("matters:1")], [_message("matters:2", MORE)], [_message("matters:3", MORE)],
        [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    played = _play(chat, 4, 7)
    assert chat.sent == [
        ("tap", "Yes, go ahead", "agree", "consent"), ("text", "turn number 4", None, "matters:1"),
        ("text", "turn number 7", None, "matters:2"), ("tap", "No, that is all", "no", "matters:3"),
        ("tap", "Yes, share it", "share", "read_back")]
    assert (played.read_back, played.broke, _outcomes(played)) == (True, "", [(4, "taken"), (7, "taken")])
    assert [told.message_id for told in played.told] == ["m2", "m3"]


def test_a_list_that_ends_too_early_leaves_the_rest_unsaid() -> None:
    chat = FakeChat([_message("matters:1")], [_message("hope")], [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    assert _outcomes(_play(chat, 1, 2)) == [(1, "ended_list"), (2, "not_said")]
    assert chat.sent[1] == ("command", "", "skip", "hope")


def test_a_turn_that_safety_answers_is_no_answer_and_the_next_one_goes_to_the_same_question() -> None:
    chat = FakeChat(
        [_message("matters:1")], [_message(kind="safety")], [_message("matters:2", MORE)], [_message(**READ_BACK)],
        [_message(**AFTERWARDS)])
    assert _outcomes(_play(chat, 1, 2)) == [(1, "flagged"), (2, "taken")]
    assert chat.sent[1][3] == "matters:1"


def test_words_about_safety_before_the_ordinary_reply_leave_the_turn_taken() -> None:
    chat = FakeChat(
        [_message("matters:1")], [_message(kind="safety"), _message("matters:2", MORE)], [_message(**READ_BACK)],
        [_message(**AFTERWARDS)])
    assert _outcomes(_play(chat, 1)) == [(1, "taken")]


def test_being_asked_again_and_a_command_are_told_apart() -> None:
    chat = FakeChat(
        [_message("matters:1")], [_message("matters:1")], [_message("start_again", [("Yes", "yes"), ("No", "no")])],
        [_message("matters:1")], [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    assert _outcomes(_play(chat, 1, 2)) == [(1, "asked_again"), (2, "command")]
    assert chat.sent[2] == ("tap", "No", "no", "start_again")


def test_an_answer_that_does_not_come_back_with_the_message_is_fetched_and_counted() -> None:
    class LateChat(FakeChat):
        def send(self, *given: object) -> list[dict]:  # type: ignore[override]
            mine, *self.later = super().send(*given)  # type: ignore[arg-type]
            return [mine]

    chat = LateChat([_message("matters:1")], [_message("matters:2", MORE)], [_message(**READ_BACK)],
                    [_message(**AFTERWARDS)])
    played = _play(chat, 1)
    assert (played.late, played.read_back, _outcomes(played)) == (3, True, [(1, "taken")])


def test_numbers_are_tapped_and_the_first_item_offered_comes_first() -> None:
    items = [("1. knee", "1"), ("2. hip", "2")]
    chat = FakeChat(
        [_message("priority:1", items)], [_message("importance:1", scale=True)], [_message(**READ_BACK)],
        [_message(**AFTERWARDS)])
    _play(chat)
    assert chat.sent[0] == ("tap", "1. knee", "1", "priority:1")
    kind, title, value, question = chat.sent[1]
    assert (kind, title, question) == ("tap", value, "importance:1") and 0 <= int(value or -1) <= 10


def test_somebody_with_a_first_step_is_thinking_of_it() -> None:
    taps = [("In the next month", "next_month"), ("Not at the moment", "not_now")]
    for seed in range(10):
        chat = FakeChat([_message("thinking_of_it", taps)], [_message("first_step")], [_message(**AFTERWARDS)])
        Player(chat, Plan(first_step=_turn(3)), random.Random(seed)).play()
        assert [sent[1] for sent in chat.sent] == ["In the next month", "turn number 3"]


def test_the_same_question_over_and_over_is_called_stuck() -> None:
    chat = FakeChat([_message("hope")], *[[_message("hope")]] * 9)
    played = _play(chat, 5)
    assert (played.broke, played.read_back, _outcomes(played)) == ("stuck at hope", False, [(5, "not_said")])


def test_where_all_the_rest_is_asked_for_it_is_said_in_one_message_a_turn_on_each_line() -> None:
    chat = FakeChat([_message("matters:1")], [_message("matters:2", MORE, text=REST)], [_message("hope")],
                    [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    played = _play(chat, 1, 2, 3)
    assert chat.sent[1] == ("text", "turn number 2\nturn number 3", None, "matters:2")
    assert _outcomes(played) == [(1, "taken"), (2, "taken"), (3, "taken")]
    assert [told.in_parts for told in played.told] == [False, True]


def test_several_turns_that_safety_answers_are_said_again_one_by_one() -> None:
    chat = FakeChat(
        [_message("matters:2", MORE, text=REST)], [_message(kind="safety")], [_message(kind="safety")],
        [_message("hope")], [_message(**ADDING)], [_message(**MODULES)], [_message("matters:3", MORE)],
        [_message("matters:4", MORE)], [_message(**ADDING)], [_message(**AFTERWARDS)])
    played = _play(chat, 1, 2, 3)
    assert [text for kind, text, *_ in chat.sent if kind == "text"] == [
        "turn number 1\nturn number 2\nturn number 3", "turn number 1", "turn number 2", "turn number 3"]
    assert _outcomes(played) == [(1, "flagged"), (2, "ended_list"), (3, "taken")]
    assert (played.said_again, played.added) == (1, 1)


@pytest.mark.parametrize(("answer", "in_parts"), [("apart", True), ("whole", False)])
def test_an_offer_to_keep_things_apart_is_answered_as_asked_for(answer: str, in_parts: bool) -> None:
    chat = FakeChat([_message("matters:1")], [_message(**SPLIT)], [_message("matters:3", MORE)],
                    [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    played = _play(chat, 1, split=answer)
    assert chat.sent[1][2:] == (answer, "split:1")
    assert [(told.outcome, told.in_parts) for told in played.told] == [("taken", in_parts)]
    assert played.offers == 1


def test_what_could_not_be_said_on_the_way_is_added_at_the_read_back() -> None:
    chat = FakeChat(
        [_message(**ADDING)], [_message(**MODULES)], [_message("question:2", MORE)], [_message("question:3", MORE)],
        [_message(**ADDING)], [_message(**MODULES)], [_message("hope")], [_message(**ADDING)],
        [_message(**AFTERWARDS)])
    played = _play(chat, questions=(_turn(2),), hope=_turn(3))
    assert [sent[1] for sent in chat.sent] == [
        "Add something", "3. A question to ask", "turn number 2", "No, that is all", "Add something",
        "1. Why I am coming, and what I hope for", "turn number 3", "Yes, share it"]
    assert (_outcomes(played), played.added) == ([(2, "taken"), (3, "taken")], 2)


def test_what_can_not_be_added_either_is_not_said_and_the_rest_is_shared() -> None:
    chat = FakeChat([_message(**ADDING)], [_message(**MODULES)], [_message(**ADDING)], [_message(**AFTERWARDS)])
    played = _play(chat, change_topic=_turn(2))
    assert [sent[2] for sent in chat.sent] == ["add_more", "skip", "share"]
    assert _outcomes(played) == [(2, "not_said")]


def test_words_put_aside_for_another_list_are_kept_with_a_yes() -> None:
    chat = FakeChat(
        [_message("hope")], [_message("parked_question", [("Yes", "yes"), ("No", "no")])], [_message("hope")],
        [_message(**READ_BACK)], [_message(**AFTERWARDS)])
    played = _play(chat, hope=_turn(5))
    assert chat.sent[1][1:] == ("Yes", "yes", "parked_question")
    assert [(told.key, told.outcome) for told in played.told] == [("question", "parked")]


def test_questions_without_a_turn_are_tapped_away_or_left_out() -> None:
    chat = FakeChat(
        [_message("worries", [("Nothing worries me", "no_worries")])], [_message("pressures:1", [
            ("Food", "food"), ("None of these", "no")])], [_message("helps")],
        [_message("why_coming", [("I do not know why", "dont_know_why")])], [_message("change_topic", [
            ("No change", "no_change"), ("Not today", "not_today")])], [_message(**READ_BACK)],
        [_message(**AFTERWARDS)])
    _play(chat)
    assert [sent[2] for sent in chat.sent] == ["no_worries", "no", "skip", "skip", "no_change", "share"]


def test_questions_are_counted_once_up_to_the_read_back_and_asides_are_not() -> None:
    chat = FakeChat(
        [_message("matters:1")], [_message("matters:1")], [_message("start_again", [("Yes", "yes"), ("No", "no")])],
        [_message(**ADDING)], [_message(**MODULES)], [_message("question:1", MORE)], [_message(**ADDING)],
        [_message(**AFTERWARDS)])
    assert _play(chat, 1, 2, questions=(_turn(3),)).met == ["matters:1", "read_back"]
