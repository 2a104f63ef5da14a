"""The figures of the benchmark: how they come about from what was measured."""

from __future__ import annotations

import math

import pytest

from bench.table import MIB, Figures, Line, lines, percentile, processes, ratio, table, verdict


def figures(start: float, turn: float, peak: int, load: float) -> Figures:
    return Figures([start], [[turn] * 100], [load], peak * MIB, {}, {"rasa": peak * MIB})


def test_the_95th_percentile_of_a_hundred_turns_is_the_95th_slowest() -> None:
    assert percentile(list(range(100, 0, -1)), 95) == 95


def test_a_percentile_is_always_a_value_that_was_measured() -> None:
    assert percentile([1.0, 10.0], 50) == 1.0
    assert percentile([1.0, 10.0], 51) == 10.0
    assert percentile([7.0], 1) == 7.0


@pytest.mark.parametrize(("values", "percent"), [([], 50), ([1.0], 0), ([1.0], 101)])
def test_a_percentile_of_nothing_or_beyond_everything_is_refused(values: list[float], percent: float) -> None:
    with pytest.raises(ValueError, match="percentile"):
        percentile(values, percent)


def test_a_ratio_below_one_means_that_ours_is_smaller() -> None:
    assert ratio(20, 80) == 0.25
    assert ratio(1, 0) == math.inf


def test_a_goal_that_is_just_reached_is_met() -> None:
    assert Line("start", "Start", "s", 10, 20, goal=0.5).met is True
    assert Line("start", "Start", "s", 10.1, 20, goal=0.5).met is False
    assert Line("load", "Load", "/s", 10, 20).met is None


def test_a_missed_goal_is_said_with_how_far_it_was_missed() -> None:
    assert verdict(Line("start", "Start", "s", 15, 20, goal=0.5)) == "MISSED (at most 0.50; 50 % over)"


def test_the_goals_are_half_for_start_and_turns_and_no_more_memory() -> None:
    found = {one.key: one for one in lines(figures(10, 0.03, 600, 40), figures(30, 0.1, 500, 8), people=8)}
    assert {key: one.met for key, one in found.items() if one.goal} == {
        "start": True, "turn_median": True, "turn_p95": True, "peak": False}
    assert found["turn_median"].ours == 30  # milliseconds
    assert found["peak"].ratio == 1.2


def test_turns_of_all_starts_count_together_and_warmed_up_leaves_out_the_first_of_each() -> None:
    cold_then_warm = [9.0] * 20 + [1.0] * 5
    both = Figures([1.0], [cold_then_warm, cold_then_warm], [1.0])
    assert len(both.turns) == 50
    assert both.warm == [1.0] * 10


def test_the_table_has_a_line_for_each_figure_and_says_which_goals_are_missed() -> None:
    shown = table(lines(figures(10, 0.03, 600, 40), figures(30, 0.1, 500, 8), people=8)).splitlines()
    assert len(shown) == 8
    assert shown[1].split() == [
        "Start", "to", "first", "answer,", "median", "10.0", "s", "30.0", "s", "0.33", "met", "(at", "most", "0.50)"]
    assert [line for line in shown if "MISSED" in line] == [shown[6]]


def test_processes_are_named_largest_first() -> None:
    some = Figures([], [], [], by_name={"worker": 60 * MIB, "rasa": 400 * MIB})
    assert processes(some) == "rasa 400, worker 60 MiB"
