"""``paratoi diagram``: the whole conversation on one page, drawn from the content and the rules, for review."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import House
from bot.cli import console
from bot.cli.diagram_page import page


def diagram(
    out: Annotated[Path, typer.Option(help="Write it here; without it, it is printed.")] = None,  # type: ignore[assignment]
) -> None:
    """Draw the conversation: every question, what follows which answer, and what is left for later.

    Examples:

        paratoi diagram --out docs/conversation.md
    """
    house = House()
    asks = {key: house.wording.variants[f"utter_asks_{key}"][0].text for key in house.question_book.questions}
    text = page(house.question_book, house.path_book, asks)
    if out is None:
        typer.echo(text, nl=False)
        return
    out.write_text(text, encoding="utf-8")
    console.done(f"{out} is drawn.")
