"""What came of a run, as a table and as JSON. Without ``words`` nothing that a patient said stands in either."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median, quantiles
from typing import Any

from rich.console import Console
from rich.table import Table

from bot.evaluation.agenda_score import AgendaScore
from real_input.check import Alarm, Lost
from real_input.run import Result


def as_dict(results: Sequence[Result], seed: int, split: str, words: bool = False) -> dict[str, Any]:
    """The whole report; ``words`` adds the turns themselves to what was lost or noticed."""
    agenda = sum((result.agenda for result in results), AgendaScore())
    alarms = [(result, alarm) for result in results for alarm in result.checked.alarms]
    return {
        "visits": len(results), "seed": seed, "split": split,
        "without_patient_turns": sum(not result.visit.turns for result in results),
        "with_a_change": sum(result.with_change for result in results),
        "reached_read_back": sum(result.played.read_back for result in results),
        "whole_sheets": sum(result.whole for result in results),
        "turns": {
            "spoken": agenda.turns, "chosen": sum(result.chosen for result in results),
            "verbatim": sum(result.checked.kept for result in results),
            "in_parts": sum(result.checked.parted for result in results),
            "lost": sum(len(result.checked.lost) for result in results),
            "taken_out_by_safety": sum(len(alarm.turns) for _, alarm in alarms if alarm.taken_out),
            "on_the_sheet_although_taken_out": sum(len(result.checked.leaked) for result in results),
            "added_to_a_sheet": sum(result.checked.added for result in results),
        },
        "conversation": _conversation(results),
        "by_visit": [_visit(result) for result in results],
        "broke": [{"visit": r.visit.id, "why": r.played.broke} for r in results if r.played.broke],
        "lost": [_lost(result, lost, words) for result in results for lost in result.checked.lost],
        "leaked": [{"visit": r.visit.id, "turn": number} for r in results for number in r.checked.leaked],
        "safety": [_alarm(result, alarm, words) for result, alarm in alarms],
        "safety_by_rule": _by_rule([alarm for _, alarm in alarms]),
        "agenda": _agenda(results, agenda),
        "answers_that_had_to_be_fetched": sum(result.played.late for result in results),
        "seconds_per_message": _times([second for result in results for second in result.played.seconds]),
    }


def _conversation(results: Sequence[Result]) -> dict[str, Any]:
    """How much of a conversation it was: questions met up to the read-back, and messages sent up to sharing."""
    met = [len(result.played.met) for result in results if result.played.read_back]
    turns = [len(result.played.seconds) for result in results]
    return {
        "offers_to_keep_apart": sum(result.played.offers for result in results),
        "visits_with_an_offer": sum(result.played.offers > 0 for result in results),
        "said_again_line_by_line": sum(result.played.said_again for result in results),
        "visits_with_something_added_at_the_read_back": sum(result.played.added > 0 for result in results),
        "questions_met_median": median(met) if met else None, "questions_met_most": max(met, default=None),
        "turns_median": median(turns) if turns else None, "turns_most": max(turns, default=None),
    }


def _visit(result: Result) -> dict[str, Any]:
    checked, agenda = result.checked, result.agenda
    return {
        "visit": result.visit.id, "read_back": result.played.read_back, "whole": result.whole, "chosen": result.chosen,
        "verbatim": checked.kept, "in_parts": checked.parted, "lost": len(checked.lost),
        "taken_out": sum(len(alarm.turns) for alarm in checked.alarms if alarm.taken_out),
        "complaints": agenda.complaints, "said": agenda.said, "found": agenda.found, "turns": agenda.turns,
        "concerns": agenda.concerns, "words": agenda.words, "questions_met": len(result.played.met),
        "turns_sent": len(result.played.seconds), "offers": result.played.offers,
    }


def _lost(result: Result, lost: Lost, words: bool) -> dict[str, Any]:
    found = {"visit": result.visit.id, "turn": lost.turn.number, "asked": lost.key, "outcome": lost.outcome}
    return {**found, "words": lost.turn.text} if words else found


def _alarm(result: Result, alarm: Alarm, words: bool) -> dict[str, Any]:
    found = {"visit": result.visit.id, "turns": list(alarm.turns), "kind": alarm.kind, "rule": alarm.rule,
             "taken_out": alarm.taken_out}
    texts = [turn.text for turn in result.visit.turns if turn.number in alarm.turns]
    return {**found, "words": " / ".join(texts)} if words else found


def _by_rule(alarms: Sequence[Alarm]) -> dict[str, int]:
    return dict(Counter(f"{alarm.kind}/{alarm.rule}" for alarm in alarms).most_common())


def _agenda(results: Sequence[Result], total: AgendaScore) -> dict[str, Any]:
    return {
        "complaints": total.complaints, "said": total.said, "found": total.found, "recall": _round(total.recall),
        "concerns": total.concerns, "concerns_per_turn": _round(total.concerns_per_turn),
        "words_per_concern": _round(total.words_per_concern), "words_never_said": len(total.unsaid),
        "visits_with_words_never_said": [r.visit.id for r in results if r.agenda.unsaid],
    }


def _round(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 3)


def _times(seconds: Sequence[float]) -> dict[str, Any]:
    if len(seconds) < 2:
        return {"messages": len(seconds)}
    return {"messages": len(seconds), "median": _round(median(seconds)), "p95": _round(quantiles(seconds, n=20)[-1])}


def show(report: dict[str, Any], console: Console) -> None:
    """Print the figures, then what broke, by visit and turn."""
    title = f"{report['visits']} visits, seed {report['seed']}, --split {report['split']}"
    table = Table(title=title, show_header=False, title_justify="left")
    for label, value in _figures(report):
        table.add_row(label, value)
    console.print(table)
    _list(console, "Ended early", [f"{one['visit']}: {one['why']}" for one in report["broke"]])
    _list(console, "Not on the sheet as said", [
        f"{one['visit']}-{one['turn']} asked {one['asked']}: {one['outcome']}{_words(one)}" for one in report["lost"]])
    _list(console, "On the sheet although the safety net took it out", [
        f"{one['visit']}-{one['turn']}" for one in report["leaked"]])
    _list(console, "Noticed by the safety net", [_noticed(one) for one in report["safety"]])
    _list(console, "By rule", [f"{count:4} {rule}" for rule, count in report["safety_by_rule"].items()])


def _noticed(one: dict[str, Any]) -> str:
    turns = "+".join(map(str, one["turns"]))
    kept = "" if one["taken_out"] else " (kept)"
    return f"{one['visit']}-{turns} {one['kind']}/{one['rule']}{kept}{_words(one)}"


def _figures(report: dict[str, Any]) -> list[tuple[str, str]]:
    turns, agenda, times = report["turns"], report["agenda"], report["seconds_per_message"]
    visits, talk = report["visits"], report["conversation"]
    return [
        ("reached the read-back", f"{report['reached_read_back']} of {visits}"),
        ("every chosen turn verbatim on the sheet", f"{report['whole_sheets']} of {visits}"),
        ("turns spoken / chosen / verbatim / lost",
         f"{turns['spoken']} / {turns['chosen']} / {turns['verbatim']} / {turns['lost']}"),
        ("of the verbatim, cut or with a neighbour", str(turns["in_parts"])),
        ("taken out by the safety net", f"{turns['taken_out_by_safety']} turns"),
        ("of those on the sheet all the same", str(turns["on_the_sheet_although_taken_out"])),
        ("on a sheet but never said there", str(turns["added_to_a_sheet"])),
        ("with one change", f"{report['with_a_change']} of {visits}"),
        ("without any turn of the patient's", str(report["without_patient_turns"])),
        ("offers to keep things apart",
         f"{talk['offers_to_keep_apart']} in {talk['visits_with_an_offer']} visits"),
        ("questions met, median / most",
         f"{talk['questions_met_median']} / {talk['questions_met_most']}"),
        ("turns sent, median / most", f"{talk['turns_median']} / {talk['turns_most']}"),
        ("visits that added at the read-back", str(talk["visits_with_something_added_at_the_read_back"])),
        ("messages said again line by line", str(talk["said_again_line_by_line"])),
        ("agenda recall", f"{agenda['recall']} ({agenda['found']} of {agenda['said']} said; "
                          f"{agenda['complaints']} known)"),
        ("concerns per patient turn", str(agenda["concerns_per_turn"])),
        ("words per concern", str(agenda["words_per_concern"])),
        ("content words never said", str(agenda["words_never_said"])),
        ("answers that had to be fetched", str(report["answers_that_had_to_be_fetched"])),
        ("seconds per message, median / p95", f"{times.get('median')} / {times.get('p95')} ({times['messages']})"),
    ]


def _words(one: dict[str, Any]) -> str:
    return f": {one['words']}" if "words" in one else ""


def _list(console: Console, title: str, lines: Sequence[str]) -> None:
    if lines:
        console.print(f"\n{title}:")
        for line in lines:
            console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)
