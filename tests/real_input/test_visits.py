"""Which turn is said where."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from real_input.visits import Turn, Visit, choose, load


def _visit(*texts: str) -> Visit:
    return Visit("v", tuple(Turn(number, text) for number, text in enumerate(texts)), ())


def _texts(turns: tuple[Turn, ...]) -> list[str]:
    return [turn.text for turn in turns]


def test_nods_and_short_answers_are_left_out() -> None:
    plan = choose(_visit("yeah okay yes mm-hmm no right", "about two weeks", "my hip aches when I walk"), False)
    assert _texts(plan.matters) == ["my hip aches when I walk"]


def test_a_long_way_to_say_no_is_left_out_and_a_no_that_says_more_is_not() -> None:
    noes = ("no , not that i can think of .", "I don't think so", "no i do n't think so", "not that I know of")
    assert choose(_visit(*noes), False).chosen == ()
    more = _visit("no, not that I can think of but my hip hurts")
    assert len(choose(more, False).matters) == 1


def test_a_turn_that_ends_with_a_question_mark_is_a_question() -> None:
    plan = choose(_visit("my hip aches when I walk", "should I stop taking the tablets ?"), False)
    assert _texts(plan.questions) == ["should I stop taking the tablets ?"]
    assert _texts(plan.matters) == ["my hip aches when I walk"]


def test_the_first_wish_is_the_hope_and_is_said_once() -> None:
    visit = _visit("I want to know about my hip", "I want to walk to the shop", "I hope it gets better soon")
    plan = choose(visit, False)
    assert plan.hope and plan.hope.text == "I want to walk to the shop"
    assert _texts(plan.matters) == ["I want to know about my hip", "I hope it gets better soon"]


def test_a_change_is_named_only_by_somebody_who_wants_one() -> None:
    visit = _visit("my hip aches when I walk", "I need to do more walking", "trying to eat less bread now")
    with_change, without = choose(visit, True), choose(visit, False)
    assert with_change.change_topic and with_change.change_topic.text == "I need to do more walking"
    assert with_change.first_step and with_change.first_step.text == "trying to eat less bread now"
    assert (without.change_topic, without.first_step) == (None, None)
    assert len(with_change.chosen) == len(without.chosen) == 3


def test_only_the_patients_turns_count_and_keep_their_number(tmp_path: Path) -> None:
    row = {"id": "x", "cc": "hip", "secondary": ["none"], "turns": [
        {"speaker": "doctor", "text": "and now?"}, {"speaker": "patient", "text": "worse"},
        {"speaker": "other", "text": "hello"}, {"speaker": "patient", "text": "line\u2028end"}]}
    file = tmp_path / "visits.jsonl"
    file.write_text(json.dumps(row, ensure_ascii=False) + "\n\n", encoding="utf-8")
    [visit] = load(file)
    assert visit.turns == (Turn(1, "worse"), Turn(3, "line\u2028end"))
    assert visit.complaints == ("hip", "none")


def test_a_line_that_is_no_visit_is_named(tmp_path: Path) -> None:
    file = tmp_path / "visits.jsonl"
    file.write_text('{"id": "x"}\n')
    with pytest.raises(ValueError, match="line 1 is not a visit"):
        load(file)
