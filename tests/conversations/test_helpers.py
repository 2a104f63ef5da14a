"""Somebody helps: whose words are whose is never lost."""

from __future__ import annotations

from bot.store import tables
from tests.conversations.tester import Talk

HELPED = (">agree_helping", ">family", ">yes_here", "/skip")  # the last leaves out why they come


def shared(talk: Talk) -> dict:
    return sorted(talk.rows(tables.SharedSheet), key=lambda row: row.confirmed_at)[-1].content


def test_a_helper_says_who_they_are_and_that_the_patient_agrees(talk: Talk) -> None:
    talk.plays(">agree_helping").bot_said("utter_helper_welcome").asks("helper_role")
    talk.plays("her daughter").asks("person_agrees").plays("yes she is here").asks("why_coming")
    assert talk.answer("helper_role")[2] == "family"


def test_without_the_patients_agreement_it_ends_kindly_and_the_patient_can_still_begin(talk: Talk) -> None:
    talk.plays(">agree_helping", ">carer", ">no").bot_said("utter_helper_not_agreed").asks("consent")
    assert talk.stored.phase.value == "declined"
    talk.user_taps("agree").asks("why_coming")
    assert talk.stored.speaker == "patient"


def test_every_word_of_a_helper_is_marked_as_theirs(talk: Talk) -> None:
    talk.plays(*HELPED, "She forgets her tablets", "no", ">9", "That she is safe")
    assert {answer.given_by for ref, answer in talk.stored.answers.items() if ref != "consent"} == {"helper"}
    talk.leaves_out_until("read_back")
    assert "(your helper’s words)" in talk.said[-1][1]
    talk.user_taps("share").asks("confirmed_by").user_taps("together_confirms")
    sheet = shared(talk)
    assert (sheet["helper_role"], sheet["confirmed_by"], sheet["with_help"]) == ("family", "together", True)
    assert sheet["priorities"][0]["item"]["by"] == "helper"


def test_both_can_add_and_each_keeps_their_own(talk: Talk) -> None:
    talk.plays(">agree", "My tablets muddle me").plays("this is her daughter now")
    talk.bot_said("utter_swap_to_helper").asks("helper_role")
    talk.plays(">family").asks("matters:2").plays("She fell twice in the kitchen", "it's me again")
    talk.bot_said("utter_swap_to_patient").plays("And I am lonely", "no")
    said = [(item.words, item.answer.given_by) for item in talk.stored.items()]
    assert said == [("My tablets muddle me", "patient"), ("She fell twice in the kitchen", "helper"),
                    ("And I am lonely", "patient")]


def test_a_helper_who_sees_it_in_another_way_gets_a_line_beside_the_patients(talk: Talk) -> None:
    talk.plays(">agree", "My tablets muddle me", "no", ">9", "To live at home", "/swap", ">family")
    talk.leaves_out_until("read_back").user_taps("change")
    talk.user_says("To live at home").asks("item_menu").user_taps("change_words").asks("beside")
    talk.user_says("She cannot live alone any more").asks("read_back")
    assert talk.answer("hope")[1] == "To live at home"
    assert "She cannot live alone any more" in talk.said[-1][1]
    talk.plays(">share", ">helper_confirms")
    sheet = shared(talk)
    assert sheet["hope"]["words"] == "To live at home" and sheet["hope"]["by"] == "patient"
    assert [(one["about"], one["said"]["words"], one["said"]["by"]) for one in sheet["beside"]] == [
        ("hope", "She cannot live alone any more", "helper")]


def test_somebody_at_the_desk_can_help_and_the_patient_reads_it_through(talk: Talk) -> None:
    talk.plays(">agree_helping", "receptionist", ">yes_here", "/skip", "His foot", "no")
    talk.leaves_out_until("read_back").plays(">share").asks("confirmed_by").plays(">patient_confirms")
    assert (shared(talk)["helper_role"], shared(talk)["confirmed_by"]) == ("staff", "patient")
