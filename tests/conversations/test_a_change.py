"""One change, only if wanted: where they stand, both sides, the plan, and every way of leaving it be."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.preparation import stage_of_change
from bot.store import tables
from tests.conversations.states import BOTH_SIDES, CONTEMPLATING, PLAN, PLANNING, STEP, THINKING, TOPIC, UNPRESSED
from tests.conversations.tester import Talk

READY = (*UNPRESSED, "no")  # the change is asked about next


def change_on_sheet(talk: Talk) -> dict:
    talk.leaves_out_until("read_back").user_taps("share")
    return talk.rows(tables.SharedSheet)[0].content["change"]


def test_the_change_is_an_offer_and_both_ways_of_declining_it_are_a_no(talk: Talk) -> None:
    talk.plays(*READY).asks("change_topic")
    for words in ("no thank you", "not now", "not today"):
        talk.user_says(words).asks("worries")
        assert talk.answer("change_topic")[0] == "no"
        talk.user_orders("back")


@pytest.mark.parametrize("pressure", [">warmth", ">food", "the bus fare"])
def test_no_change_is_offered_where_a_basic_need_is_unmet(talk: Talk, pressure: str) -> None:
    talk.plays(*UNPRESSED[:-1], pressure, ">no", "no").asks("worries").leaves_out_until("read_back")
    assert "change_topic" not in talk.stored.met


def test_an_unmet_need_is_noted_and_signposted_once(talk: Talk) -> None:
    talk.plays(*UNPRESSED[:-1], ">warmth").bot_said("utter_signpost").plays(">money").bot_did_not_say("utter_signpost")
    talk.plays("no", "no").leaves_out_until("read_back").user_taps("share")
    found = [(one["words"], one["value"]) for one in talk.rows(tables.SharedSheet)[0].content["pressures"]]
    assert found == [("Keeping warm", "warmth"), ("Money", "money")]


@pytest.mark.parametrize(("said", "stage"), [
    ("gave up in March", "maintenance"), ("gave up last week", "action"), ("been doing it for years", "maintenance"),
    ("not yet but I want to start next week", "preparation"), ("no plans to", "precontemplation"),
])
def test_a_stage_told_in_ones_own_words_is_placed_without_asking_twice(talk: Talk, said: str, stage: str) -> None:
    talk.plays(*TOPIC).user_says(said)
    assert stage_of_change(talk.stored) == stage, str(talk)
    assert talk.asking not in {"doing_it", "thinking_of_it"}


@pytest.mark.parametrize("said", ["thinking about it", "gave it a go", "maybe", "my brother stopped in May"])
def test_a_stage_that_is_not_plain_is_asked_and_never_guessed(talk: Talk, said: str) -> None:
    talk.plays(*TOPIC).user_says(said)
    assert stage_of_change(talk.stored) is None
    assert talk.asking in {"doing_it", "thinking_of_it"}


def test_somebody_who_used_to_is_met_without_blame_and_asked_if_they_think_of_it_again(talk: Talk) -> None:
    talk.plays(*TOPIC, ">used_to").bot_said("utter_relapse", "utter_asks_thinking_of_it_again").asks("thinking_of_it")
    talk.user_taps("next_month").asks("change_hope")
    assert change_on_sheet(talk)["used_to"]["value"] == "used_to"


def test_a_closed_door_is_left_open_and_nothing_more_is_asked(talk: Talk) -> None:
    talk.plays(*THINKING, ">not_now").bot_said("utter_open_door").asks("worries").leaves_out_until("read_back")
    about = {"first_step", "change_importance", "change_confidence", "good_change", "change_hope", "check_in", "in_the_way"}
    assert not about & set(talk.stored.met)


def test_a_no_in_ones_own_words_closes_the_door_as_well(talk: Talk) -> None:
    talk.plays(*THINKING).user_says("not really, no. I like it as it is").bot_said("utter_open_door")
    assert stage_of_change(talk.stored) == "precontemplation"


def test_contemplation_asks_for_both_sides_of_changing_and_of_staying_and_gives_them_back_in_their_words(
    talk: Talk,
) -> None:
    talk.plays(*CONTEMPLATING).asks("good_change").plays("More air").asks("hard_change").plays("The effort")
    talk.asks("good_same").plays("The sofa").asks("hard_same").plays("Getting stiff").bot_said("utter_reflect_pros_cons")
    assert "The effort" in talk.said[0][1] and "More air" in talk.said[0][1]
    talk.bot_said("utter_asks_first_step_contemplation").asks("first_step")
    assert "timescale" not in change_questions(talk)


def change_questions(talk: Talk) -> set[str]:
    talk.leaves_out_until("read_back")
    return set(talk.stored.met)


def test_nothing_is_reflected_when_only_one_side_was_told(talk: Talk) -> None:
    talk.plays(*CONTEMPLATING, "More air", "/skip", "/skip", "/skip").bot_did_not_say("utter_reflect_pros_cons")


def test_doing_nothing_for_now_is_an_answer(talk: Talk) -> None:
    talk.plays(*BOTH_SIDES, "/skip")
    assert talk.answer("first_step")[0] == "skipped"
    assert "check_in" not in change_questions(talk)


def test_hope_and_first_step_are_two_things_and_a_hope_is_not_corrected(talk: Talk) -> None:
    talk.plays(*PLANNING).asks("change_hope").plays("To run a marathon at eighty").bot_said("utter_goal_kept")
    talk.asks("first_step").plays("Round the block").asks("change_importance")
    sheet = change_on_sheet(talk)
    assert (sheet["hope"]["words"], sheet["first_step"]["words"]) == ("To run a marathon at eighty", "Round the block")


def test_the_slots_of_the_plan_come_in_their_order(talk: Talk) -> None:
    talk.plays(*PLAN, ">9")
    met = [ref for ref in talk.stored.met if ref in {
        "first_step", "change_importance", "timescale", "how_often", "in_the_way", "way_round", "change_confidence"}]
    assert met == ["first_step", "change_importance", "timescale", "how_often", "in_the_way", "change_confidence"]
    talk.leaves_out_until("read_back").plays("+plan").leaves_out_until("way_round")


@pytest.mark.parametrize(("when", "how_often", "read"), [
    ("From tomorrow", "Every evening for three months", (1, "P91D")), ("After my holiday", "Twice a week", (None, None)),
    ("if my knee lets me, on friday", "most days", (None, None)), ("in a fortnight", "a walk a day for 2 weeks", (14, "P14D")),
])
def test_the_days_a_plan_names_stand_beside_the_words_and_never_in_their_place(
    talk: Talk, when: str, how_often: str, read: tuple[int | None, str | None],
) -> None:
    today = talk.house.clock.now().astimezone(ZoneInfo("Europe/London")).date()
    talk.plays(*PLAN[:-3], when, how_often, "/skip")
    sheet = change_on_sheet(talk)
    assert (sheet["timescale"]["words"], sheet["how_often"]["words"]) == (when, how_often)
    day = None if read[0] is None else (today + timedelta(days=read[0])).isoformat()
    assert (sheet["timescale_read"], sheet["how_often_read"]) == (day, read[1])


def test_a_score_is_followed_by_where_it_comes_from_and_what_might_make_it_higher(talk: Talk) -> None:
    talk.plays(*PLAN, ">8").bot_said("utter_asks_confidence_from").asks("confidence_from")
    assert "8" in talk.said[-1][1]
    talk.plays("I did it last year").asks("confidence_higher")


def test_nobody_is_asked_what_makes_a_ten_higher(talk: Talk) -> None:
    talk.plays(*PLAN, ">10").asks("confidence_from").plays("I know I can").asks("check_in")


def test_nobody_is_asked_where_a_nought_comes_from(talk: Talk) -> None:
    talk.plays(*PLAN, ">0").bot_did_not_say("utter_asks_confidence_from")


@pytest.mark.parametrize("no", ["no", ">no_smaller", "keep it", "/skip"])
def test_low_confidence_offers_a_smaller_step_and_accepts_a_no(talk: Talk, no: str) -> None:
    talk.plays(*PLAN, ">6", "/skip").asks("smaller_step").plays(no).bot_did_not_say("utter_asks_smaller_step").asks("check_in")
    assert "Ten minutes after tea" in talk.said[-1][1]


@pytest.mark.parametrize("no", ["no", ">no_smaller", "no, leave it as it is"])
def test_a_step_that_stays_is_read_back_once(talk: Talk, no: str) -> None:
    talk.plays(*PLAN, ">6", "/skip", no, ">no_check_in").asks("read_back")
    told = talk.said[-1][1].lower()
    assert "ten minutes after tea" in told and "smaller step" not in told


def test_confidence_of_seven_is_not_offered_a_smaller_step(talk: Talk) -> None:
    talk.plays(*PLAN, ">7", "/skip", "/skip").asks("check_in")


def test_two_numbers_in_one_message_are_both_kept(talk: Talk) -> None:
    talk.plays(*STEP).user_says("9 for importance but only 4 sure").bot_said("utter_you_told_two")
    assert (talk.answer("change_importance")[2], talk.answer("change_confidence")[2]) == (9, 4)


def test_somebody_who_does_it_already_is_asked_what_keeps_it_going_and_what_might_knock_it_off_course(talk: Talk) -> None:
    talk.plays(*TOPIC, ">longer", "To stay well").bot_said("utter_asks_first_step_keeping_on")
    talk.leaves_out_until("change_importance")
    talk.plays("/back", "/back", "Walking with Dai").leaves_out_until("in_the_way")
    assert talk.said[-1][0] == "utter_asks_in_the_way_maintenance"


def test_what_speaks_for_a_change_or_against_it_is_said_back_as_that(talk: Talk) -> None:
    talk.plays(*PLAN[:-3], "/skip", "/skip").asks("in_the_way")
    talk.user_says("the cravings are too hard and I enjoy it too much").bot_said("utter_reflect_sustain")
    assert "the cravings are too hard" in talk.said[0][1]


def test_what_leans_neither_way_is_only_acknowledged(talk: Talk) -> None:
    talk.plays(*PLAN[:-3], "/skip", "/skip").asks("in_the_way")
    talk.user_says("Tuesdays, with the bus").bot_did_not_say("utter_reflect_sustain").bot_did_not_say("utter_reflect_change")
