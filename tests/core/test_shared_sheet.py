"""The sheet made from a preparation: their words, their order, and nothing of what they kept to themselves."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from bot.core.answers import Answer, State
from bot.core.preparation import Phase, Preparation
from bot.core.shared_sheet import build_sheet
from bot.core.sheet import Sheet
from bot.core.sheet_private import CHANGE_KEYS, TAKES_AWAY

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone.utc)
CHECK_IN = datetime(2026, 12, 8, 10, 0, tzinfo=timezone.utc)
SINGLE = ("why_coming", "hope", "worries", "helps", "support", "daily_life", "days", "access", "coming", "find_out",
          "found_out")
CHANGE = tuple(sorted(CHANGE_KEYS - {"change_topic", "doing_it", "thinking_of_it", "check_in"}))


def answer(ref: str, words: str | None = None, value: object = None, state: State = State.ANSWERED,
           by: str = "patient", private: bool = False) -> Answer:
    return Answer(ref, state, words, value, "m1", NOW, by, private)  # type: ignore[arg-type]


def prepared(*answers: Answer, **other: object) -> Preparation:
    return Preparation(phase=Phase.CONFIRMED, answers={one.question: one for one in answers}, **other)  # type: ignore[arg-type]


def everything() -> list[Answer]:
    """Every question answered, each with words of its own (``<ref>``), so that any of them can be looked for."""
    found = [answer(key, f"<{key}>") for key in (*SINGLE, *CHANGE, "change_topic")]
    found += [answer(f"matters:{n}", f"<matters:{n}>") for n in range(1, 6)]
    found += [answer("priority:1", "p", 4), answer("priority:2", "p", 2), answer("priority:3", "p", 5)]
    found += [answer(f"importance:{n}", f"<importance:{n}>", n) for n in (4, 2, 5)]
    found += [answer(f"question:{n}", f"<question:{n}>") for n in (1, 2)]
    found += [answer("pressures:1", "<pressures:1>", "warmth"), answer("pressures:2", "<pressures:2>")]
    found += [answer("role", "<role>", "together"), answer("how_much", "<how_much>", "little"),
              answer("longer", "<longer>", "yes"), answer("card", "<card>", "yes")]
    found += [answer("doing_it", "<doing_it>", "used_to"), answer("thinking_of_it", "<thinking_of_it>", "next_month"),
              answer("check_in", "<check_in>", CHECK_IN.isoformat())]
    return [replace(one, value=5) if "change_importance" in one.question or "change_confidence" in one.question else one
            for one in found]


def sheet_of(*answers: Answer, most: int = 3, **other: object) -> Sheet:
    return build_sheet(prepared(*answers, **other), most, "v1", NOW)


def written(sheet: Sheet) -> str:
    """The sheet as it is stored, after a way through JSON that must not change it."""
    text = json.dumps(sheet.to_dict())
    assert Sheet.from_dict(json.loads(text)) == sheet
    return text


def with_private(answers: list[Answer], *refs: str) -> list[Answer]:
    return [replace(one, private=True) if one.question in refs else one for one in answers]


def test_everything_that_was_said_stands_on_the_sheet():
    text = written(sheet_of(*everything()))
    unseen = [one.question for one in everything() if not one.question.startswith("priority") and one.words not in text]
    assert unseen == []


def test_the_order_is_theirs_and_the_rest_stays_as_it_was_told():
    sheet = sheet_of(*everything())
    assert [(one.rank, one.item.words, one.importance.value) for one in sheet.priorities] == [
        (1, "<matters:4>", 4), (2, "<matters:2>", 2), (3, "<matters:5>", 5)]
    assert [one.words for one in sheet.other_items] == ["<matters:1>", "<matters:3>"]


def test_a_light_path_has_one_priority():
    sheet = sheet_of(*everything(), most=1)
    assert len(sheet.priorities) == 1 and len(sheet.other_items) == 4


@pytest.mark.parametrize("private", [one.question for one in everything() if not one.question.startswith("priority")])
def test_no_single_private_answer_reaches_the_sheet(private):
    sheet = sheet_of(*with_private(everything(), private))
    assert f"<{private}>" not in written(sheet)
    assert sheet.kept_private == 1


def test_ranks_are_numbered_anew_without_a_private_one_and_its_importance_goes_with_it():
    answers = with_private(everything(), "matters:4")
    sheet = sheet_of(*answers)
    assert [(one.rank, one.item.words) for one in sheet.priorities] == [(1, "<matters:2>"), (2, "<matters:5>")]
    assert "importance:4" not in written(sheet)


def test_a_private_topic_takes_the_whole_change_away():
    sheet = sheet_of(*with_private(everything(), "change_topic"), left=("first_step", "timescale", "helps"))
    assert sheet.change is None and "change" not in sheet.left_for_later
    assert sheet.left_for_later == ()  # "helps" is answered, and that there was a change must not show
    assert not [key for key in CHANGE_KEYS if f"<{key}>" in written(sheet)]


def test_a_private_first_step_takes_the_plan_and_its_check_in_away():
    change = sheet_of(*with_private(everything(), "first_step")).change
    assert change.topic.words == "<change_topic>" and change.confidence.value == 5
    for name in ("first_step", "smaller_step", "timescale", "how_often", "in_the_way", "way_round", "tell_someone",
                 "confidence_from", "confidence_higher", "check_in", "check_in_on"):
        assert getattr(change, name) is None, name


@pytest.mark.parametrize("tap", ["doing_it", "thinking_of_it"])
def test_a_private_tap_hides_the_stage_and_having_done_it_before(tap):
    change = sheet_of(*with_private(everything(), tap)).change
    assert change.stage is None and change.used_to is None


def test_a_private_check_in_shows_no_day():
    sheet = sheet_of(*with_private(everything(), "check_in"))
    assert sheet.change.check_in_on is None and CHECK_IN.isoformat()[:10] not in written(sheet)


def test_left_for_later_is_what_nobody_asked_and_gives_no_private_thing_away():
    left = ("helps", "support", "matters", "first_step", "way_round")
    sheet = sheet_of(answer("matters:1", "knee"), answer("support", "my dog", private=True), left=left)
    assert sheet.left_for_later == ("helps", "first_step", "way_round")


@pytest.mark.parametrize("seed", range(300))
def test_no_private_words_on_any_sheet_of_a_random_preparation(seed):
    """Any mix of answers, states, helpers and private ones: no private words, no number that is not theirs to see."""
    dice = random.Random(seed)
    answers = [one for one in everything() if dice.random() < 0.8]
    answers = [replace(one, private=dice.random() < 0.3, given_by=dice.choice(("patient", "patient", "helper")))
               for one in answers]
    answers = [replace(one, state=dice.choice(list(State)), value=None)
               if dice.random() < 0.2 and not one.question.startswith("priority") else one for one in answers]
    refs = [one.question for one in answers]
    answers += [answer(f"beside:{ref}", f"<beside {ref}>", by="helper", private=dice.random() < 0.3)
                for ref in refs if dice.random() < 0.3]
    left = tuple(dice.sample(sorted(CHANGE_KEYS | set(SINGLE)), 8))
    sheet = sheet_of(*answers, most=dice.choice((1, 3)), left=left)
    text = written(sheet)
    private = {one.question for one in answers if one.private}
    hidden = private.union(*(TAKES_AWAY.get(ref, frozenset()) for ref in private))
    for ref in hidden:
        assert f"<{ref}>" not in text and f"<beside {ref}>" not in text, ref
    assert not [ref for ref in private if f"<{ref.replace('beside:', 'beside ')}>" in text]
    assert not hidden & set(sheet.left_for_later)
    assert [one.rank for one in sheet.priorities] == list(range(1, len(sheet.priorities) + 1))
    assert sheet.kept_private == sum(one.private and one.state is not State.REMOVED for one in answers)


def test_the_walk_would_find_a_leak():
    answers = with_private(everything(), "hope")
    leaking = replace(sheet_of(*answers), hope=sheet_of(*everything()).hope)
    assert "<hope>" in written(leaking)


@pytest.mark.parametrize("state", [State.SKIPPED, State.NOT_SURE, State.NO, State.UNCLEAR])
def test_the_ways_of_not_answering_stay_apart(state):
    words = "hm" if state is State.UNCLEAR else None
    sheet = sheet_of(answer("hope", words, state=state), answer("matters:1", words, state=state),
                     answer("change_topic", words, state=state), answer("pressures:1", words, state=state))
    found = (sheet.hope, *sheet.other_items, sheet.change.topic, *sheet.pressures)
    assert [one.state for one in found] == [state.value] * 4


def test_what_was_taken_out_is_gone_and_not_counted():
    sheet = sheet_of(answer("hope", "gone", state=State.REMOVED, private=True), answer("matters:1", "knee"))
    assert sheet.hope is None and sheet.kept_private == 0


def test_a_list_closed_after_something_was_taken_out_tells_how_it_was_closed():
    sheet = sheet_of(answer("question:1", "gone", state=State.REMOVED), answer("question:2", "no", state=State.NO))
    assert [one.state for one in sheet.questions] == ["no"]


def test_a_list_that_is_all_private_is_empty():
    sheet = sheet_of(answer("question:1", "mine", private=True), answer("question:2", "no", state=State.NO))
    assert sheet.questions == () and sheet.kept_private == 1


def test_having_done_it_before_keeps_the_words_and_the_stage_keeps_the_last_tap():
    change = sheet_of(*everything()).change
    assert (change.used_to.words, change.stage.words, change.stage.value) == (
        "<doing_it>", "<thinking_of_it>", "preparation")


def test_who_helped_who_confirmed_and_whether_the_person_agrees_stand_there():
    sheet = sheet_of(
        answer("consent", "Yes, I am helping", "agree_helping"), answer("helper_role", "A carer", "carer", by="helper"),
        answer("person_agrees", "Yes", "yes_here", by="helper"), answer("confirmed_by", "Together", "together"))
    assert (sheet.answered_by, sheet.helper_role, sheet.with_help) == ("helper", "carer", True)
    assert (sheet.confirmed_by, sheet.person_agrees.value) == ("together", "yes_here")


@pytest.mark.parametrize(("value", "by"), [("together_confirms", "together"), ("helper", "helper"), ("odd", "patient"),
                                           (None, "patient")])
def test_who_confirmed_is_the_patient_unless_said_otherwise(value, by):
    answers = [answer("confirmed_by", "x", value)] if value else []
    assert sheet_of(answer("hope", "h"), *answers).confirmed_by == by


def test_a_helper_may_have_been_there_without_a_word_of_their_own():
    sheet = sheet_of(answer("consent", "Yes, helping", "agree_helping"), answer("hope", "mine"))
    assert sheet.answered_by == "patient" and sheet.with_help


def test_a_helpers_words_stand_beside_and_take_no_ones_place():
    sheet = sheet_of(*everything(), *(answer(f"beside:{ref}", f"<beside {ref}>", by="helper") for ref in (
        "hope", "matters:4", "matters:1", "question:2", "pressures:1", "first_step")))
    assert sheet.hope.words == "<hope>" and sheet.hope.by == "patient"
    assert [(one.about, one.said.words) for one in sheet.beside] == [
        ("hope", "<beside hope>"), ("priority:1", "<beside matters:4>"), ("other_item:1", "<beside matters:1>"),
        ("question:2", "<beside question:2>"), ("pressure:1", "<beside pressures:1>"),
        ("first_step", "<beside first_step>")]


def test_what_stands_beside_a_private_or_removed_answer_goes_with_it():
    sheet = sheet_of(
        answer("hope", "h", private=True), answer("worries", "w", state=State.REMOVED),
        answer("beside:hope", "on hope", by="helper"), answer("beside:worries", "on worries", by="helper"))
    assert sheet.beside == ()


@pytest.mark.parametrize(("other", "answers", "carried"), [
    ({}, (), False),
    ({"follows": NOW - timedelta(days=9)}, (), False),
    ({"follows": NOW - timedelta(days=9)}, (answer("still_right", "Yes", "all_still"),), True),
    ({"follows": NOW - timedelta(days=9)}, (answer("still_right", "No", "start_fresh"),), False),
    ({"follows": NOW - timedelta(days=9), "episode": 2}, (), True),
])
def test_it_says_what_it_follows_and_whether_it_started_from_it(other, answers, carried):
    sheet = sheet_of(answer("hope", "h"), *answers, **other)
    assert (sheet.follows, sheet.carried) == (other.get("follows"), carried)
