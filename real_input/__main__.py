"""``python -m real_input``: play visits through the running system and report. See ``docs/real-input.md``."""

from __future__ import annotations

import json
import tempfile
from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.supervisor import NotReady
from real_input.clinic import Clinic, own_system, running_system
from real_input.report import as_dict, show
from real_input.run import Result, play
from real_input.visits import Visit, load

out, err = Console(), Console(stderr=True)


class Split(str, Enum):
    """The two answers to the offer to keep several things apart."""

    apart = "apart"
    whole = "whole"


def main(
    data: Annotated[Path | None, typer.Option(
        envvar="PARATOI_DATA_FOLDER", help="The folder with aci_encounters.jsonl, or a file of that shape.")] = None,
    visits: Annotated[int | None, typer.Option(min=1, help="Play the first so many only.")] = None,
    visit: Annotated[list[str] | None, typer.Option(help="Play this one; may be given several times.")] = None,
    together: Annotated[int, typer.Option(min=1, max=16, help="How many people talk at the same time.")] = 1,
    seed: Annotated[int, typer.Option(help="Decides numbers and taps.")] = 1,
    split: Annotated[Split, typer.Option(
        help="What is answered when several things in one message are offered apart.")] = Split.apart,
    json_file: Annotated[Path | None, typer.Option("--json", help="Write the report here as well.")] = None,
    url: Annotated[str, typer.Option(help="Use a system that runs already; needs --data-dir.")] = "",
    data_dir: Annotated[Path | None, typer.Option(help="That system's data directory. [a fresh one]")] = None,
    show_words: Annotated[bool, typer.Option(help="Show what was said; else no patient's word is shown.")] = False,
) -> None:
    """Play real visits through the running system, and report what reached the sheet."""
    chosen = _visits(data, visits, visit)
    if url and not data_dir:
        _stop("--url needs --data-dir, the data directory of the system that runs there.")
    with ExitStack() as stack:
        try:
            if url:
                house = running_system(data_dir, url)
            else:
                folder = data_dir or Path(stack.enter_context(tempfile.TemporaryDirectory()))
                house = stack.enter_context(own_system(folder, lambda text: err.print(text, markup=False)))
        except NotReady as error:
            _stop(str(error))
        results = _play(chosen, Clinic(house), seed, together, split.value, show_words)
    report = as_dict(results, seed, split.value, show_words)
    show(report, out)
    if json_file:
        json_file.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if any(not result.whole for result in results):
        raise typer.Exit(1)


def _visits(data: Path | None, first: int | None, ids: list[str] | None) -> list[Visit]:
    if data is None:
        _stop("Where are the visits? Give --data FOLDER, or set PARATOI_DATA_FOLDER.")
    try:
        found = load(data)
    except (OSError, ValueError) as error:
        _stop(f"The visits could not be read: {error}")
    if ids:
        found = [one for one in found if one.id in ids]
    if not found:
        _stop("There is no such visit.")
    return found[:first]


def _play(
    visits: list[Visit], clinic: Clinic, seed: int, together: int, split: str, show_words: bool,
) -> list[Result]:
    results = []
    for number, result in enumerate(play(visits, clinic, seed, together, split), start=1):
        results.append(result)
        for who, text in result.played.said if show_words else ():
            err.print(f"{'>' if who == 'me' else ' '} {text}", markup=False, highlight=False, soft_wrap=True)
        outcome = "whole" if result.whole else "read back" if result.played.read_back else "ended early"
        err.print(f"{number} of {len(visits)}  {result.visit.id}  {outcome}", highlight=False)
    return results


def _stop(why: str) -> None:
    err.print(why, markup=False)
    raise typer.Exit(2)


if __name__ == "__main__":
    typer.run(main)
