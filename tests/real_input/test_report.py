"""The report adds up what became of several visits, and holds nobody's words unless they are asked for."""

from __future__ import annotations

import io
import json

from rich.console import Console

from bot.evaluation.agenda_score import AgendaScore
from real_input.check import Alarm, Checked, Lost
from real_input.played import Played
from real_input.report import as_dict, show
from real_input.run import Result
from real_input.visits import Turn, Visit

TURNS = (Turn(1, "my hip hurts a lot"), Turn(3, "and my knee is stiff"))


def _result(name: str, offers: int, met: int, sent: int, lost: tuple[Lost, ...] = (), broke: str = "") -> Result:
    played = Played(offers=offers, met=[f"q{number}" for number in range(met)], read_back=not broke, broke=broke,
                    seconds=[0.1] * sent, added=offers)
    checked = Checked(2 - len(lost), 1, lost, (Alarm((1, 3), "low_mood", "low", False),), (), 0)
    return Result(Visit(name, TURNS, ()), 2, False, played, checked, AgendaScore(2, 2, 1, 2, 3, 12))


def _report(words: bool = False) -> dict:
    lost = (Lost(TURNS[1], "matters", "asked_again"),)
    results = [_result("a", 0, 12, 14), _result("b", 2, 21, 30, lost), _result("c", 1, 5, 6, broke="stuck at hope")]
    return as_dict(results, 1, "apart", words)


def test_offers_questions_and_turns_are_told_beside_what_reached_the_sheet() -> None:
    report = _report()
    assert (report["split"], report["reached_read_back"], report["whole_sheets"]) == ("apart", 2, 1)
    assert report["conversation"] == {
        "offers_to_keep_apart": 3, "visits_with_an_offer": 2, "said_again_line_by_line": 0,
        "visits_with_something_added_at_the_read_back": 2, "questions_met_median": 16.5, "questions_met_most": 21,
        "turns_median": 14, "turns_most": 30}
    assert report["turns"]["in_parts"] == 3
    assert (report["agenda"]["recall"], report["agenda"]["concerns_per_turn"], report["agenda"]["words_per_concern"]) \
        == (0.5, 1.5, 4.0)
    assert report["broke"] == [{"visit": "c", "why": "stuck at hope"}]


def test_the_words_stand_there_only_when_they_are_asked_for() -> None:
    for words in (False, True):
        report, page = _report(words), io.StringIO()
        show(report, Console(file=page, width=120))
        for text in (json.dumps(report), page.getvalue()):
            assert ("knee is stiff" in text) == words
        assert "b-3 asked matters: asked_again" in page.getvalue()
        assert "b-1+3 low_mood/low (kept)" in page.getvalue()
