"""The player answers what it is asked, and tells apart what can become of a turn."""

from __future__ import annotations

import random

from real_input.player import Player
from real_input.visits import Plan, Turn

CONSENT = {"question": "consent", "buttons": [("Yes, go ahead", "agree"), ("No, thank you", "decline")]}
MORE = [("No, that is all", "no")]
READ_BACK = {"question": "read_back", "buttons": [("Yes, share it", "share"), ("Change something", "change")]}
AFTERWARDS = {"question": "afterwards"}


def _message(
    question: str | None = None, buttons: list | None = None, kind: str = "reply", scale: bool = False,
) -> dict:
    return {
        "from": "paratoi", "kind": kind, "text": question or kind, "question": question, "id": None,
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


def _play(chat: FakeChat, *matters: int, **plan: object):  # type: ignore[no-untyped-def]
    return Player(chat, Plan(matters=tuple(map(_turn, matters)), **plan), random.Random(1)).play()


def _outcomes(played) -> list[tuple[int, str]]:  # type: ignore[no-untyped-def]
    return [(told.turn.number, told.outcome) for told in played.told]


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
