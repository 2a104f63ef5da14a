"""Who is measured when, and how the stopwatches' lines add up."""

from __future__ import annotations

import re
import time

import pytest

from bench.profile_turn import added_up, shown
from bench.run import schedule
from bench.timed import watched


def test_who_goes_first_alternates_and_both_are_started_equally_often() -> None:
    whole = schedule(starts=1, plays=2)
    assert [who for _, who, _ in whole] == ["ours", "theirs", "theirs", "ours", "ours", "theirs"]
    assert [number for number, _, _ in whole] == [1, 2, 3, 4, 5, 6]
    assert [plays for _, _, plays in whole] == [False, False, True, True, True, True]


def test_the_lines_of_one_seam_are_added_up() -> None:
    one = added_up(["a\t0.5\t0.25\t0.125", "b\t0.25\t0.25\t0", "a\t1.5\t0.75\t0.5"])["a"]
    assert (one.calls, one.whole, one.alone, one.cpu) == (2, 2.0, 1.0, 0.625)


def test_the_parts_of_a_turn_add_up_to_the_whole_turn() -> None:
    spent = added_up([
        "gateway: wait for Rasa\t0.030\t0.030\t0.001", "rasa: everything else\t0.024\t0.010\t0.009",
        "rasa: policy\t0.014\t0.014\t0.014",
    ])
    rows = [re.split(r"\s{2,}", line) for line in shown(spent, seconds=0.040, turns=1).splitlines()[1:-1]]
    parts = {name: float(ms) for name, ms, *_ in rows}
    assert parts == {
        "rasa: policy": 14.0, "rasa: everything else": 10.0, "client, HTTP and the gateway's own": 10.0,
        "way from gateway to Rasa and back": 6.0}


class Lines:
    def __init__(self) -> None:
        self.written: list[list[str]] = []

    def write(self, line: str) -> None:
        self.written.append(line.rstrip().split("\t"))


def test_a_seam_within_a_seam_is_not_counted_twice() -> None:
    lines = Lines()
    inner = watched(lambda: time.sleep(0.02), "inner", lines)
    outer = watched(lambda: inner(), "outer", lines)
    outer()
    (_, inner_whole, *_), (_, outer_whole, outer_alone, _) = lines.written
    assert float(outer_alone) == pytest.approx(float(outer_whole) - float(inner_whole), abs=1e-5)


async def test_the_answer_of_a_watched_function_is_its_own() -> None:
    async def twice(number: int) -> int:
        return 2 * number

    assert await watched(twice, "twice", Lines())(4) == 8
