"""``paratoi train``: the model, when it is missing or what it is made from changed."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from bot.cli import console
from bot.supervisor import model


def train(
    force: Annotated[bool, typer.Option("--force", help="Train even if nothing changed.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the model fits the present data.")] = False,
) -> None:
    """Train the model, if it is missing or what it is made from changed.

    It takes a minute or two, and `paratoi run` does it by itself.
    """
    there = model.path_of().exists()
    with console.err.status("Training takes a minute or two") if not there or force else console.nothing():
        path = model.ensure(lambda text: console.step(escape(text)), may_train=not check, force=force)
    console.done(f"The model for the present data is {path.relative_to(model.ROOT)}")
