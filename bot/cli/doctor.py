"""``paratoi doctor``: what is configured, what is missing, and what to do about it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from bot.bootstrap import House
from bot.cli import console
from bot.cli.checks import GOOD, LATER, MISSING, Finding, findings
from bot.config import load_settings

MARKS = {GOOD: "[green]✓[/green]", LATER: "[yellow]○[/yellow]", MISSING: "[red]✗[/red]"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a machine.")] = False,
    data_dir: Annotated[Path | None, typer.Option(help="Look at this data directory. [var]")] = None,
) -> None:
    """Say what is configured, what is missing, and what to do. Ends with 1 when something essential is missing."""
    given = {"data_dir": data_dir} if data_dir else {}
    found = list(findings(House(load_settings(**given))))
    if as_json:
        print(json.dumps([vars(finding) for finding in found], indent=2, ensure_ascii=False))
    else:
        _show(found)
    if any(finding.state == MISSING for finding in found):
        raise typer.Exit(1)


def _show(found: list[Finding]) -> None:
    table = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    for finding in found:
        todo = f"\n[dim]{escape(finding.todo)}[/dim]" if finding.todo else ""
        table.add_row(MARKS[finding.state], finding.name, escape(finding.found) + todo)
    console.out.print(table)
    missing = sum(finding.state == MISSING for finding in found)
    console.out.print(f"\n{missing} to mend before it can run." if missing else "\nIt can run.")
