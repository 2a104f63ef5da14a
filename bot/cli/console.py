"""How the command line speaks: results on stdout, everything else on stderr, in one voice."""

from __future__ import annotations

from contextlib import nullcontext
from typing import NoReturn

import typer
from rich.console import Console
from rich.markup import escape

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


nothing = nullcontext


def step(text: str) -> None:
    """Say what is happening, before something that takes a moment."""
    err.print("[cyan]→[/cyan]", text, markup=True)


def done(text: str) -> None:
    """Say that something has been done."""
    err.print("[green]✓[/green]", text, markup=True)


def error(what: str, todo: str = "") -> None:
    """Say what is wrong, and below it what to do."""
    first, *others = [*what.splitlines(), *todo.splitlines()]
    err.print("[red]✗[/red]", escape(first))
    for line in others:
        err.print(" ", escape(line))


def stop(what: str, todo: str = "") -> NoReturn:
    """Say what is wrong and what to do, and end with exit code 1."""
    error(what, todo)
    raise typer.Exit(1)
