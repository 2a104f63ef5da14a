"""The core path, start to finish."""

from __future__ import annotations

from datetime import datetime, timezone

from bot.store import tables
from tests.conversations.states import CONFIDENT, NAMED, NO_CHANGE, READ_BACK, STATES
from tests.conversations.tester import Talk, begin_talk


def test_the_welcome_says_who_runs_this_and_that_nobody_watches(talk: Talk) -> None:
    talk.bot_said("utter_welcome", "utter_asks_consent").asks("consent")
    welcome = talk.said[0][1]
    for part in ("Demo Clinic", "Dr Demo", "Nobody is watching this live", "999", "Your care stays the same"):
        assert part in welcome


def test_a_whole_preparation_reaches_the_sheet_in_the_persons_words(talk: Talk) -> None:
    talk.plays(">agree", "My left knee", "Sleep", "The blue tablets", "no", ">2", ">1", ">8", ">6", ">3",
               "To sleep through", ">no", "Do I still need the blue ones?", "Walk more", ">not_yet",
               ">next_month").leaves_out_until("first_step")
    talk.plays("Ten minutes after tea", ">7").leaves_out_until("change_confidence").plays(">5").leaves_out_until("read_back")
    assert "The blue tablets" in talk.said[-1][1]
    talk.user_taps("share").bot_said("utter_shared", "utter_asks_afterwards")
    (shared,) = talk.rows(tables.SharedSheet)
    sheet = shared.content
    assert [(p["rank"], p["item"]["words"], p["importance"]["value"]) for p in sheet["priorities"]] == [
        (1, "Sleep", 8), (2, "My left knee", 6), (3, "The blue tablets", 3)]
    assert sheet["hope"]["words"] == "To sleep through"
    assert [question["words"] for question in sheet["questions"]] == ["Do I still need the blue ones?"]
    change = sheet["change"]
    assert (change["topic"]["words"], change["stage"]["value"]) == ("Walk more", "preparation")
    assert (change["importance"]["value"], change["confidence"]["value"]) == (7, 5)
    assert change["first_step"]["words"] == "Ten minutes after tea"


def test_nothing_is_shared_before_the_person_says_so(talk: Talk) -> None:
    talk.plays(*READ_BACK)
    assert talk.rows(tables.SharedSheet) == []
    assert talk.stored.phase.value == "open"


def test_any_number_of_things_that_matter_is_kept_each_as_it_was_written(talk: Talk) -> None:
    told = [f"thing number {n}, exactly  so" for n in range(1, 31)]
    talk.plays(">agree", *told[:8], "\n".join(told[8:])).asks("priority:1")
    assert [item.words for item in talk.stored.items()] == told


def test_one_thing_alone_is_the_priority_without_being_ranked(talk: Talk) -> None:
    talk.plays(">agree", "My breathing", "no thanks").asks("importance:1")


def test_two_things_need_one_question_to_be_put_in_order(talk: Talk) -> None:
    talk.plays(">agree", "My breathing", "The stairs", "no", "the stairs").asks("importance:2")
    talk.plays("9").asks("importance:1")


def test_the_whole_order_can_be_typed_at_once(talk: Talk) -> None:
    talk.plays(">agree", "Hips", "Sleep", "Stairs", "Tablets", "no", "3, 1, 4").asks("importance:3")
    assert [talk.answer(f"priority:{rank}")[2] for rank in (1, 2, 3)] == [3, 1, 4]


def test_confidence_is_never_asked_before_priorities(talk: Talk) -> None:
    refs = []
    for turn in CONFIDENT:
        talk.plays(turn)
        refs.append(talk.asking)
    assert refs.index("change_confidence") > max(i for i, ref in enumerate(refs) if ref.startswith(("matters", "importance")))
    talk = begin_talk(talk.house).opens_the_link().plays(*NAMED)
    for _ in range(3):  # an order left out leaves the numbers out too
        talk.bot_did_not_say("utter_asks_importance", "utter_asks_change_confidence").user_orders("skip")


def test_somebody_not_thinking_of_a_change_is_asked_nothing_more_about_it(talk: Talk) -> None:
    talk.plays(">agree", "Sleep", "no", "5", "/skip", ">no", "no", "Stop smoking", ">not_yet", ">not_now")
    talk.bot_said("utter_open_door").asks("worries").leaves_out_until("read_back")
    assert not {"first_step", "change_importance", "good_change"} & set(talk.stored.met)
    talk.user_taps("share")
    assert talk.rows(tables.SharedSheet)[0].content["change"]["stage"]["value"] == "precontemplation"
    assert talk.rows(tables.CheckIn) == []


def test_the_two_taps_place_every_stage(house, talk: Talk) -> None:
    from bot.core.preparation import stage_of_change
    from tests.conversations.tester import begin_talk

    wanted = {
        (">not_yet", ">not_now"): "precontemplation", (">not_yet", ">next_six_months"): "contemplation",
        (">not_yet", ">next_month"): "preparation", (">last_six_months",): "action", (">longer",): "maintenance",
    }
    for taps, stage in wanted.items():
        one = begin_talk(house).opens_the_link()
        one.plays(">agree", "/skip").leaves_out_until("change_topic").plays("Walk more", *taps)
        assert stage_of_change(one.stored) == stage, str(one)


def test_no_change_is_wanted_and_none_is_pushed(talk: Talk) -> None:
    talk.plays(*NO_CHANGE).asks("worries").leaves_out_until("read_back")
    assert "A change I am thinking about: no" in talk.said[-1][1]
    assert not {"doing_it", "first_step"} & set(talk.stored.met)


def test_the_check_in_a_person_chose_is_a_row_in_their_own_morning(talk: Talk) -> None:
    talk.plays(*STATES["check_in"], "3 weeks")
    (row,) = talk.rows(tables.CheckIn)
    assert row.first_step == "Five minutes"  # the smaller one, as they made it smaller
    assert row.timezone == "Europe/London"
    assert row.due_at.hour in {9, 10}  # ten o'clock in London, in UTC
    assert (row.due_at - datetime.now(timezone.utc)).days in {20, 21}


def test_everything_may_be_skipped_and_is_never_taken_for_a_no(talk: Talk) -> None:
    talk.plays(">agree").leaves_out_until("read_back")
    for ref in ("matters:1", "hope", "worries", "pressures:1", "question:1", "change_topic", "helps", "role", "longer"):
        assert talk.answer(ref)[0] == "skipped"
    talk.user_taps("share")
    assert talk.rows(tables.SharedSheet)[0].content["hope"]["state"] == "skipped"


def test_not_sure_is_kept_as_not_sure(talk: Talk) -> None:
    talk.plays(">agree", "Sleep", "no", "I don't know").asks("hope")
    assert talk.answer("importance:1")[:2] == ("not_sure", "I don't know")


def test_a_refusal_is_met_kindly_and_leaves_a_way_back(talk: Talk) -> None:
    talk.user_taps("decline").bot_said("utter_declined")
    assert talk.stored.phase.value == "declined"
    talk.user_says("no").bot_said("utter_declined")
    talk.user_taps("agree").asks("matters:1")
    assert [row.given for row in sorted(talk.rows(tables.Consent), key=lambda row: row.at)] == [False, False, True]


def test_the_consent_that_was_given_names_its_version(talk: Talk) -> None:
    talk.user_says("yes please")
    (consent,) = talk.rows(tables.Consent)
    assert (consent.given, consent.version) == (True, "2026-11")


def test_a_low_mood_is_met_with_one_kind_sentence_and_kept_as_it_was_said(talk: Talk) -> None:
    talk.plays(">agree", "my knee").user_says("Only that I feel so lonely and hopeless")
    talk.bot_said("utter_safety_low_mood_heard", "utter_ack_words").bot_did_not_say("utter_ack_low")
    assert talk.stored.items()[-1].words == "Only that I feel so lonely and hopeless"


def test_a_number_is_asked_again_after_a_low_mood_without_a_second_kind_sentence(talk: Talk) -> None:
    talk.plays(">agree", "my knee", "no").user_says("I feel so hopeless today")
    talk.bot_said("utter_safety_low_mood_heard").bot_did_not_say("utter_ack_low").asks("importance:1")
