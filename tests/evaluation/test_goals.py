"""A goal says what is wanted, what was found, and whether that is enough."""

from __future__ import annotations

import pytest

from bot.evaluation.figures import share
from evaluation.goals import GOALS, Goal
from evaluation.page import page


@pytest.mark.parametrize(("bounds", "hits", "wanted", "met"), [
    ({"at_least": 1}, 10, "all", True), ({"at_least": 1}, 9, "all", False), ({"at_most": 0}, 0, "0", True),
    ({"at_most": 0}, 1, "0", False), ({"at_least": 0.9}, 9, "≥ 0.90", True), ({"at_most": 0.1}, 2, "≤ 0.10", False),
])
def test_a_share_reaches_its_goal_or_does_not(bounds: dict, hits: int, wanted: str, met: bool) -> None:
    goal = Goal("what", "rows", "by_kind.one", **bounds)
    figures = {"by_kind": {"one": share(hits, 10)}}
    assert (goal.wanted, goal.is_met(figures)) == (wanted, met)
    assert goal.found(figures).startswith(f"{hits} of 10 (")


def test_a_plain_number_is_written_as_the_goal_says() -> None:
    goal = Goal("in 1,000", "rows", "turns", at_most=1, written=".2f", per=1000)
    assert goal.wanted == "≤ 1" and goal.found({"turns": share(1, 2000)}) == "0.50"
    assert goal.is_met({"turns": share(2, 2000)}) and not goal.is_met({"turns": share(3, 2000)})


def test_of_no_rows_nothing_is_reached() -> None:
    goal = Goal("what", "rows", "recall", at_least=0.5)
    assert goal.found({"recall": share(0, 0)}) == "no rows" and not goal.is_met({"recall": share(0, 0)})


def test_every_goal_has_one_bound_and_the_page_lists_those_that_were_measured() -> None:
    assert all((goal.at_least is None) != (goal.at_most is None) for goal in GOALS)
    said = page({"change talk, public chats": {"macro_f1": 0.6}})
    assert "| change talk, macro-F1 | change talk, public chats | ≥ 0.55 | 0.600 | yes |" in said
    assert "self-harm heard" not in said.split("## Change talk")[0].split("## Against the goals")[1]
