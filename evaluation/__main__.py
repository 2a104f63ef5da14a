"""``python -m evaluation``: measure everything again, and write docs/evaluation.md."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from evaluation.measured import measure_all
from evaluation.page import page

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "evaluation.md"
err = Console(stderr=True)


def main(
    data: Annotated[
        Path | None,
        typer.Option(
            envvar="PARATOI_DATA_FOLDER", help="The folder with the public development sets; without it only our own rows."
        ),
    ] = None,
    out: Annotated[Path, typer.Option(help="The page to write.")] = PAGE,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write every figure here as well.")] = None,
) -> None:
    """Measure what is understood and what safety hears, and write the page of figures. Takes a few minutes."""
    figures = measure_all(data, lambda text: err.print(text, markup=False))
    out.write_text(page(figures), encoding="utf-8")
    if json_file:
        json_file.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    err.print(f"Written: {out}", markup=False)


if __name__ == "__main__":
    typer.run(main)
