"""``paratoi evaluate``: how well something is understood, measured on labelled rows, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from bot.cli import console
from bot.core.findings.asks import is_question
from bot.core.findings.change_talk import read_change_talk
from bot.core.findings.concerns import find_concerns
from bot.core.safety import check
from bot.evaluation import agenda, change_talk, intents, safety, scales, scope
from bot.evaluation.rows import Row, RowsError, read_rows
from bot.services.understand import Asked
from bot.supervisor import model

OPEN = "What would you most like to talk about?"  # in English, as the measured rows are


class What(str, Enum):
    """What can be measured."""

    scales = "scales"
    safety = "safety"
    change_talk = "change-talk"
    scope = "scope"
    agenda = "agenda"
    intents = "intents"


def evaluate(
    what: Annotated[What, typer.Argument(help="What to measure.")],
    data: Annotated[
        list[Path], typer.Option("--data", help="Rows to measure on: CSV, or JSON lines. May be given several times.")
    ],
    misses: Annotated[bool, typer.Option("--misses", help="List the rows that were not understood as labelled.")] = False,
    texts: Annotated[
        list[Path] | None, typer.Option(help="For agenda labels: the files with id, text and prev_doctor.")
    ] = None,
    rulers: Annotated[
        Path | None,
        typer.Option(help="For change-talk: people's own rulers, by participant. [mibot_rulers.csv beside the data]"),
    ] = None,
    half: Annotated[str, typer.Option(help="Only rows whose column half is this, such as held.")] = "",
) -> None:
    """Measure how well something is understood, and print the figures as JSON.

    scales       answer, kind, lo, hi (or expression, value)
    safety       text, label (alert, review, no_alert), perhaps context and kind; rows without label are ordinary messages
    change-talk  text, label, perhaps question or prev_counsellor, participant
    scope        text of messages beside the point; scope=in for those that belong
    agenda       visits (turns, cc, secondary), or labelled turns (id, concerns) with --texts
    intents      text, intent, perhaps question

    Shares come with exact 95 % intervals (Clopper-Pearson). Examples:

        paratoi evaluate scales --data evaluation/rows/scales.csv --half held
        paratoi evaluate safety --data evaluation/rows/distress.csv --misses
    """
    try:
        rows = [row for path in data for row in read_rows(path)]
        rows = [row for row in rows if not half or row.get("half") == half]
        if not rows:
            raise RowsError(f"No row has half={half}.")
        figures, missed = _MEASURE[what](rows, _Beside(data, texts or [], rulers))
    except RowsError as error:
        console.stop(str(error))
    found: dict[str, Any] = {
        "what": what.value,
        "data": [path.name for path in data],
        **({"half": half} if half else {}),
        **figures,
    }
    if misses:
        found["misses"] = missed
    json.dump(found, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


class _Beside:
    """The files that some measurements need beside the rows."""

    def __init__(self, data: list[Path], texts: list[Path], rulers: Path | None) -> None:
        self._data, self._texts, self._rulers = data, texts, rulers

    def texts(self) -> dict[str, Row]:
        return {str(row["id"]): row for path in self._texts for row in read_rows(path) if "id" in row}

    def rulers(self) -> list[Row] | None:
        path = self._rulers or next(
            (one for data in self._data if (one := data.parent / "mibot_rulers.csv").is_file()), None
        )
        return read_rows(path) if path else None


def _understand() -> Any:
    from bot.cli.understanding import loaded

    return loaded()


def _scales(rows: list[Row], beside: _Beside) -> Any:
    return scales.measure(rows)


def _house() -> Any:
    """The house with its trained word models: without them figures would be of the rules alone, and nobody would see it."""
    from bot.bootstrap import House

    model.ensure(lambda text: console.step(escape(text)))
    return House()


def _safety(rows: list[Row], beside: _Beside) -> Any:
    from bot.bootstrap import settle

    house = _house()
    _ = house.safety, house.resemblance
    settle()  # as the gateway does, whose time this measures
    return safety.measure(rows, lambda text, context: check(text, house.safety.rules, context, house.resemblance))


def _change_talk(rows: list[Row], beside: _Beside) -> Any:
    talk = _house().word_models.change_talk
    return change_talk.measure(rows, lambda text, question: read_change_talk(text, question, talk), beside.rulers())


def _scope(rows: list[Row], beside: _Beside) -> Any:
    understand = _understand()
    return scope.measure(rows, lambda some: understand([Asked(text, OPEN) for text in some]))


def _agenda(rows: list[Row], beside: _Beside) -> Any:
    from bot.content.load_health import load_health

    words = load_health()

    def find(text: str, question: str | None) -> list[tuple[str, int, int]]:
        return [(one.words, one.start, one.end) for one in find_concerns(text, words, question)]

    return agenda.measure(rows, find, is_question, beside.texts())


def _intents(rows: list[Row], beside: _Beside) -> Any:
    understand = _understand()
    return intents.measure(
        rows, lambda some: [one.name for one in understand.intents([Asked(text, question) for text, question in some])]
    )


_MEASURE: dict[What, Callable[[list[Row], _Beside], Any]] = {
    What.scales: _scales,
    What.safety: _safety,
    What.change_talk: _change_talk,
    What.scope: _scope,
    What.agenda: _agenda,
    What.intents: _intents,
}
