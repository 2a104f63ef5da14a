"""Visits go through the running system, and what was said stands on the sheet."""

from __future__ import annotations

from collections import Counter

import pytest
from real_visits import OWN
from running import Running

from real_input.check import Lost
from real_input.clinic import Clinic
from real_input.run import Result, play
from real_input.visits import Visit

SEED = 1
MOST_QUESTIONS = 21  # on the way to the read-back, whatever was answered


@pytest.fixture(scope="session")
def clinic(running: Running) -> Clinic:
    return Clinic(running.house)


def _play(visit: Visit, clinic: Clinic, split: str = "apart") -> Result:
    return next(play([visit], clinic, SEED, split=split))


def test_every_chosen_turn_stands_on_the_sheet_as_it_was_said(visit: Visit, clinic: Clinic) -> None:
    result = _play(visit, clinic)
    assert (result.played.read_back, result.played.broke) == (True, "")
    lost = [one for one in result.checked.lost if not _without_its_change(one, result)]
    assert [(one.turn.number, one.key, one.outcome) for one in lost] == []
    assert (result.checked.leaked, result.checked.added, result.agenda.unsaid) == ((), 0, ())
    taken_out = sum(len(alarm.turns) for alarm in result.checked.alarms if alarm.taken_out)
    assert result.checked.kept + taken_out + len(result.checked.lost) == result.chosen
    assert len(result.played.met) <= MOST_QUESTIONS


def _without_its_change(lost: Lost, result: Result) -> bool:
    """Whether a first step had no place, because the safety net took out the change it belongs to."""
    change = {turn.number for told in result.played.told if told.key == "change_topic" for turn in told.turns}
    taken_out = {number for alarm in result.checked.alarms if alarm.taken_out for number in alarm.turns}
    return (lost.key, lost.outcome) == ("first_step", "not_said") and not change.isdisjoint(taken_out)


def test_danger_is_answered_and_kept_off_the_sheet(clinic: Clinic) -> None:
    result = _play(_own("own-danger"), clinic)
    alarms = [(alarm.turns, alarm.kind, alarm.taken_out) for alarm in result.checked.alarms]
    assert ((3,), "emergency", True) in alarms
    assert {turns for turns, kind, taken_out in alarms if taken_out} == {(3,)}
    assert result.checked.leaked == ()
    assert result.checked.kept == 2


def test_the_longest_list_ends_with_all_the_rest_in_one_message_and_stands_there_line_by_line(clinic: Clinic) -> None:
    result = _play(_own("own-longest"), clinic)
    last = [told for told in result.played.told if told.key == "matters"][-1]
    assert len(last.turns) > 12
    assert result.whole
    # Every line is a thing of its own on the sheet; one of them has lost its "and also".
    assert (result.agenda.concerns, result.checked.parted) == (sum(one == "matters" for one in _keys(result)), 1)


def test_questions_that_found_no_room_on_the_way_are_added_at_the_read_back(clinic: Clinic) -> None:
    result = _play(_own("own-longest"), clinic)
    assert len(result.played.met) == MOST_QUESTIONS
    assert (result.played.added, sum(one == "question" for one in _keys(result))) == (1, 5)


def test_several_concerns_in_one_message_stand_there_apart_or_whole_as_the_person_wants(clinic: Clinic) -> None:
    apart, whole = (_play(_own("own-together"), clinic, split) for split in ("apart", "whole"))
    assert (apart.whole, apart.played.offers, apart.agenda.concerns, apart.checked.parted) == (True, 2, 5, 2)
    assert (whole.whole, whole.played.offers, whole.agenda.concerns, whole.checked.parted) == (True, 2, 3, 0)
    assert (apart.agenda.words_per_concern or 0) < (whole.agenda.words_per_concern or 0)


def test_the_same_seed_gives_the_same_answers(clinic: Clinic) -> None:
    first, second = (_play(_own("own-change"), clinic) for _ in range(2))
    assert first.with_change == second.with_change
    assert _outcomes(first) == _outcomes(second)
    assert len(first.played.seconds) == len(second.played.seconds)


def _outcomes(result: Result) -> Counter:
    return Counter((turn.number, told.key, told.outcome) for told in result.played.told for turn in told.turns)


def _keys(result: Result) -> list[str]:
    return [told.key for told in result.played.told for _ in told.turns]


def _own(visit_id: str) -> Visit:
    return next(visit for visit in OWN if visit.id == visit_id)
