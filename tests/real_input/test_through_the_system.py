"""Visits go through the running system, and what was said stands on the sheet."""

from __future__ import annotations

from collections import Counter

import pytest
from real_visits import OWN
from running import Running

from real_input.clinic import Clinic
from real_input.run import Result, play
from real_input.visits import Visit

SEED = 1


@pytest.fixture(scope="session")
def clinic(running: Running) -> Clinic:
    return Clinic(running.house)


def _play(visit: Visit, clinic: Clinic) -> Result:
    return next(play([visit], clinic, SEED))


def test_every_chosen_turn_stands_on_the_sheet_as_it_was_said(visit: Visit, clinic: Clinic) -> None:
    result = _play(visit, clinic)
    assert (result.played.read_back, result.played.broke) == (True, "")
    assert [(told.turn.number, told.key, told.outcome) for told in result.checked.lost] == []
    assert (result.checked.leaked, result.checked.added, result.agenda.unsaid) == ((), 0, ())
    taken_out = sum(alarm.taken_out for alarm in result.checked.alarms)
    assert result.checked.kept + taken_out == result.chosen


def test_danger_is_answered_and_kept_off_the_sheet(clinic: Clinic) -> None:
    result = _play(_own("own-danger"), clinic)
    assert [(alarm.turn, alarm.kind, alarm.taken_out) for alarm in result.checked.alarms] == [(3, "emergency", True)]
    assert result.checked.leaked == ()
    assert result.checked.kept == 2


def test_the_same_seed_gives_the_same_answers(clinic: Clinic) -> None:
    first, second = (_play(_own("own-change"), clinic) for _ in range(2))
    assert first.with_change == second.with_change
    assert _outcomes(first) == _outcomes(second)
    assert len(first.played.seconds) == len(second.played.seconds)


def _outcomes(result: Result) -> Counter:
    return Counter((told.turn.number, told.key, told.outcome) for told in result.played.told)


def _own(visit_id: str) -> Visit:
    return next(visit for visit in OWN if visit.id == visit_id)
