"""The read-back: every line can be changed, moved, kept private or taken out; more can be added; and then it is shared."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.store import tables
from tests.conversations.states import READ_BACK, WEIGHED
from tests.conversations.tester import Talk


@pytest.fixture
def long_talk(talk: Talk) -> Talk:
    """Four things in order, with their numbers; the rest left out."""
    return talk.plays(*WEIGHED).leaves_out_until("read_back")


def sheet(talk: Talk) -> dict:
    return max(talk.rows(tables.SharedSheet), key=lambda row: row.version).content


def ranked(talk: Talk) -> list[str]:
    return [one["item"]["words"] for one in sheet(talk)["priorities"]]


def test_what_was_left_for_later_is_named_before_the_read_back(talk: Talk) -> None:
    talk.plays(*WEIGHED).leaves_out_until("read_back").bot_said("utter_left_for_later", "utter_asks_read_back")
    assert "Who comes with me" in dict((key, text) for key, text, _ in talk.said)["utter_left_for_later"]


@pytest.mark.parametrize(("name", "move", "order"), [
    ("knee", ">move_up", ["My left knee", "Sleep", "The blue tablets"]),
    ("Sleep", ">move_down", ["My left knee", "Sleep", "The blue tablets"]),
    ("getting out", ">move_up", ["Sleep", "My left knee", "Getting out more"]),
    ("blue tablets", "down", ["Sleep", "My left knee", "Getting out more"]),
])
def test_a_thing_can_be_moved_and_the_others_keep_their_order(
    long_talk: Talk, name: str, move: str, order: list[str],
) -> None:
    long_talk.plays(">change", name, move).bot_said("utter_moved").asks("read_back").user_taps("share")
    assert ranked(long_talk) == order


def test_the_first_cannot_go_higher_and_that_is_said(long_talk: Talk) -> None:
    long_talk.plays(">change", "Sleep", ">move_up").bot_said("utter_moved_no_further").asks("read_back")


def test_what_is_kept_private_is_only_counted_on_the_sheet(long_talk: Talk) -> None:
    long_talk.plays(">change", "tablets", ">keep_private").bot_said("utter_private_kept")
    assert "kept to yourself" in long_talk.said[-1][1]
    long_talk.user_taps("share")
    assert sheet(long_talk)["kept_private"] >= 1
    assert "blue tablets" not in str(sheet(long_talk))
    assert ranked(long_talk) == ["Sleep", "My left knee"]


def test_a_private_thing_can_be_shared_after_all(long_talk: Talk) -> None:
    long_talk.plays(">change", "tablets", ">keep_private", ">change", "tablets", ">share_after_all")
    long_talk.bot_said("utter_private_shared").user_taps("share")
    assert "The blue tablets" in ranked(long_talk)


def test_leaving_a_line_as_it_is_changes_nothing(long_talk: Talk) -> None:
    before = long_talk.stored.answers
    long_talk.plays(">change", "tablets", ">leave_it").bot_said("utter_kept").asks("read_back")
    assert long_talk.stored.answers == before


def test_a_number_can_be_changed_too(long_talk: Talk) -> None:
    long_talk.user_taps("change")
    line = next(one for one in _titles(long_talk) if "How important is “Sleep”" in one[0])
    long_talk.plays(f">{line[1]}", ">change_words").asks("importance:2").user_says("nine").asks("read_back")
    assert "(importance: 9 out of 10)" in long_talk.said[-1][1]


def test_every_module_can_be_reached_from_the_read_back(long_talk: Talk) -> None:
    first = {"why": "why_coming", "matters": "matters:5", "worries": "worries", "helps": "helps", "pressures": "pressures:1",
             "question": "question:1", "decisions": "role", "access": "access", "change": "change_topic"}
    for module, ref in first.items():
        long_talk.adds(module).asks(ref).leaves_out_until("read_back")


def test_adding_goes_through_the_module_and_comes_back(long_talk: Talk) -> None:
    long_talk.adds("access").asks("access").plays("No stairs").asks("coming").plays("My son").asks("longer").plays(">yes")
    long_talk.asks("read_back").user_taps("share")
    assert sheet(long_talk)["access"]["words"] == "No stairs"
    assert (sheet(long_talk)["coming"]["words"], sheet(long_talk)["longer"]["value"]) == ("My son", "yes")


def test_the_three_questions_are_offered_as_a_card_to_keep(talk: Talk) -> None:
    talk.plays(*READ_BACK[:6]).leaves_out_until("question:1")
    talk.user_taps("/card").bot_said("utter_card", "utter_asks_question").user_taps("/keep_card")
    talk.bot_said("utter_card_kept").asks("question:1").leaves_out_until("read_back").user_taps("share")
    assert sheet(talk)["card"]["state"] == "answered"


def test_a_copy_can_be_had_at_any_time_with_private_lines_marked(long_talk: Talk) -> None:
    long_talk.plays(">change", "tablets", ">keep_private").user_orders("copy")
    copy = next(text for key, text, _ in long_talk.said if key == "utter_copy_here")
    assert "The blue tablets” (importance: 3 out of 10) (kept to yourself)" in copy and "Sleep" in copy
    long_talk.plays(">share").user_taps("/copy").bot_said("utter_copy_here").asks("afterwards")


def test_it_can_be_opened_again_until_the_visit_and_the_clinic_keeps_what_was_shared(long_talk: Talk) -> None:
    long_talk.plays(">share", ">change").bot_said("utter_reopened").asks("read_back")
    long_talk.house.clock.forward(timedelta(hours=2))
    long_talk.plays(">change", "knee", ">change_words", "Both knees")
    assert "My left knee" in str(sheet(long_talk))  # not shared anew yet
    long_talk.user_taps("share")
    rows = sorted(long_talk.rows(tables.SharedSheet), key=lambda row: row.version)
    assert [row.version for row in rows] == [1, 2]
    assert rows[1].confirmed_at - rows[0].confirmed_at >= timedelta(hours=2)
    assert "Both knees" in str(rows[1].content)


def test_after_the_visit_nothing_more_is_shared(long_talk: Talk) -> None:
    long_talk.house.clock.forward(timedelta(days=8))
    long_talk.user_taps("share").bot_said("utter_visit_over").asks("read_back")
    assert long_talk.rows(tables.SharedSheet) == []


def _titles(talk: Talk) -> list[tuple[str, str]]:
    rows = sorted(talk.rows(tables.Outbox, conversation_id=talk.conversation_id), key=lambda row: row.seq)
    return [(button["title"], button["value"]) for button in rows[-1].buttons]
