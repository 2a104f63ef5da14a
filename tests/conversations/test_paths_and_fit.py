"""Which questions whom: the full and the light path, and the visits a preparation does not suit."""

from __future__ import annotations

import pytest

from bot.bootstrap import House
from bot.core.read_back import modules_to_add
from bot.store import tables
from tests.conversations.tester import Talk, begin_talk


def met(talk: Talk) -> list[str]:
    return [ref.partition(":")[0] for ref in talk.stored.met]


def test_a_first_visit_takes_the_light_path_of_three_questions_and_one_priority(house: House) -> None:
    talk = begin_talk(house, kind="first").opens_the_link().plays(">agree")
    talk.bot_said("utter_agreed", "utter_fit_light", "utter_asks_why_coming").asks("why_coming")
    talk.plays("The GP wants my heart looked at", "I get out of breath", "My ankles", "no", ">1")
    talk.asks("question:1").plays("Is it serious?", "no").asks("read_back")
    assert set(met(talk)) == {"consent", "why_coming", "matters", "priority", "question", "read_back"}
    assert met(talk).count("priority") == 1
    talk.user_taps("share")
    sheet = talk.rows(tables.SharedSheet)[0].content
    assert sheet["why_coming"]["words"] == "The GP wants my heart looked at"
    assert [one["item"]["words"] for one in sheet["priorities"]] == ["I get out of breath"]
    assert [one["words"] for one in sheet["other_items"]] == ["My ankles"]


@pytest.mark.parametrize("words", [">dont_know_why", "no idea", "not sure", "/not_sure", "nobody told me"])
def test_not_knowing_why_one_was_asked_to_come_reaches_the_sheet(house: House, words: str) -> None:
    talk = begin_talk(house, kind="first").opens_the_link().plays(">agree", words).asks("matters:1")
    talk.plays("My ankles", "no", "no").asks("read_back").user_taps("share")
    assert talk.rows(tables.SharedSheet)[0].content["why_coming"]["state"] == "not_sure"


@pytest.mark.parametrize("kind", ["simple", "frequent_treatment"])
def test_a_simple_matter_and_frequent_treatment_open_with_the_hope_and_stay_light(house: House, kind: str) -> None:
    talk = begin_talk(house, kind=kind).opens_the_link().plays(">agree")
    talk.bot_said("utter_fit_light" if kind == "simple" else "utter_fit_frequent", "utter_asks_hope")
    talk.plays("That it goes").asks("matters:1").plays("The rash", "no").asks("question:1").plays("no").asks("read_back")
    assert "change_topic" not in met(talk) and "importance" not in met(talk)


@pytest.mark.parametrize(("kind", "needs", "key"), [
    ("inpatient", "", "utter_fit_inpatient"), ("urgent", "", "utter_fit_urgent"),
    ("follow_up", "wait_for_team", "utter_fit_wait"), ("first", "wait_for_team", "utter_fit_wait"),
])
def test_where_it_does_not_fit_nothing_is_asked_and_the_way_to_people_is_shown(
    house: House, kind: str, needs: str, key: str,
) -> None:
    talk = begin_talk(house, kind=kind, needs=needs).opens_the_link()
    talk.bot_said(key).bot_did_not_say("utter_asks_consent").asks("not_now")
    assert talk.said[-1][2] == "not_now"
    for words in ("My knee", "hello", "/skip", "/back", "/help", "why"):
        talk.plays(words).asks("not_now")
        assert talk.said, words
    assert talk.stored.answers == {}


def test_the_reason_for_waiting_is_never_named(house: House) -> None:
    talk = begin_talk(house, needs="wait_for_team").opens_the_link().plays("why", "help", "My knee")
    assert not any(word in str(talk).lower() for word in ("cancer", "tumour", "diagnos"))


def test_once_the_team_says_so_the_preparation_begins(house: House) -> None:
    talk = begin_talk(house, needs="wait_for_team").opens_the_link().asks("not_now")
    reference = talk.rows(tables.Appointment)[0].reference
    house.set_fit(reference, needs="nothing")
    talk.user_says("hello again").bot_said("utter_welcome", "utter_asks_consent").asks("consent")


def test_somebody_who_cannot_decide_alone_prepares_only_with_a_helper(house: House) -> None:
    talk = begin_talk(house, needs="advocate").opens_the_link().plays(">agree")
    talk.bot_said("utter_fit_advocate").asks("not_now")
    talk.user_taps("helper_here").asks("consent").user_taps("agree_helping").asks("helper_role")
    talk.plays(">advocate", ">cannot_say").asks("why_coming")


def test_the_clinics_topics_can_be_ticked_after_the_open_question_and_never_before(house: House) -> None:
    talk = begin_talk(house, topics=("Sleep", "Getting about")).opens_the_link().plays(">agree").asks("matters:1")
    assert values(talk) == []
    talk.plays("My knee")
    assert values(talk) == ["topic:1", "topic:2", "no"]
    talk.user_taps("topic:2")
    assert values(talk) == ["topic:1", "no"]


def values(talk: Talk) -> list[str]:
    rows = sorted(talk.rows(tables.Outbox, conversation_id=talk.conversation_id), key=lambda row: row.seq)
    return [button["value"] for button in rows[-1].buttons]


def test_a_long_list_is_asked_nine_times_and_the_last_time_for_all_the_rest_at_once(talk: Talk) -> None:
    talk.plays(">agree", *[f"thing number {n}" for n in range(1, 9)]).bot_said("utter_asks_matters_rest")
    talk.user_says("a ninth thing\na tenth thing\nan eleventh thing").asks("priority:1")
    assert [item.words for item in talk.stored.items()][-3:] == ["a ninth thing", "a tenth thing", "an eleventh thing"]
    talk.user_says("and the twelfth thing too").bot_said("utter_added").asks("priority:1")
    assert len(talk.stored.items()) == 12


def test_with_little_to_say_there_is_room_for_everything_and_with_much_the_lightest_is_left_for_later(
    house: House,
) -> None:
    short = begin_talk(house).opens_the_link().plays(">agree", "Sleep", "no", ">5", "Rest", "no", ">no", "no", "no")
    short.asks("helps")
    many = ["Sleep", "Knees", "Ears", "Bills", "Tablets"]
    long = begin_talk(house).opens_the_link().plays(">agree", *many, "no", ">1", ">2", ">3", ">5", ">5", ">5", "Rest")
    long.leaves_out_until("read_back")
    assert len(long.stored.met) <= 21
    assert {"role", "access", "change_topic"} <= set(long.stored.left)


def test_what_was_left_for_later_can_be_added_at_the_read_back(talk: Talk) -> None:
    talk.plays(">agree", "Sleep", "Knees", "Ears", "no", ">1", ">2", ">5", ">5", ">5", "Rest", "no", "no", ">no_change")
    talk.leaves_out_until("read_back")
    left = talk.stored.left
    assert left
    talk.user_taps("add_more").asks("choose_more")
    places = [number for number, one in enumerate(modules_to_add(talk.stored, talk.house.path_book.modules), start=1)]
    assert values(talk) == [str(number) for number in places] and len(places) >= 5
