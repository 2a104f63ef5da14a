"""``python -m transcripts``: let ten invented people talk with the running system, and write it down."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.cli.chat_client import ChatError
from bot.cli.demo.play import StuckError
from bot.supervisor import NotReady
from transcripts.clinic import Clinic, system
from transcripts.length import FOLDER, Length, figures
from transcripts.people import load_people
from transcripts.play import Talk, play
from transcripts.write import index_rows, transcript

err = Console(stderr=True)
HEAD = """# Ten conversations

Ten invented people, each of whom prepared in another way. Their words stand in `transcripts/people.yml`; everything else
was said by the running system (gateway, Rasa, action server, worker and store) over the chat API, and nothing was edited
by hand. Each ends with the sheet their clinician reads, or where the person left.

```
python -m transcripts                           # have them all again and write this folder; about a minute
python -m transcripts --only terse --out look   # one of them, written somewhere else
python -m transcripts.length                    # the figures below, measured anew
```

What somebody says depends on the question that is asked, never on its wording. The wording is drawn at random among the
variants of `data/responses`, so no two runs read the same. Days are let pass by moving the clock of all processes.

"""
LENGTH = """
## How long it is

Turns are messages sent. Questions met are counted up to the read-back and with it; nobody meets more than 21. The walks
go through the core alone (`tests/conversations/walker.py`): a wandering one takes up to 60 turns of anything at all before
it goes on sensibly.

"""


def main(
    only: Annotated[list[str] | None, typer.Option(help="Only this person, by id; may be given several times.")] = None,
    out: Annotated[Path, typer.Option(help="The folder to write to.")] = FOLDER,
) -> None:
    """Let ten invented people talk with the running system, and write down what was said."""
    talks: list[Talk] = []
    try:
        with tempfile.TemporaryDirectory() as folder, system(Path(folder), lambda text: err.print(text, markup=False)) \
                as house:
            people = load_people(house.question_book)
            clinic = Clinic(house)
            for person in people.people:
                if only and person.id not in only:
                    continue
                talks.append(play(person, people, clinic.invite(person), clinic))
                left = f"; not asked for: {', '.join(talks[-1].unsaid)}" if talks[-1].unsaid else ""
                err.print(f"{person.id}: {talks[-1].turns} turns{left}", markup=False)
    except (NotReady, StuckError, ChatError) as error:
        err.print(str(error), markup=False)
        raise typer.Exit(1) from error
    _write(talks, out, whole=not only)
    if any(talk.problems for talk in talks):
        raise typer.Exit(1)


def _write(talks: list[Talk], out: Path, whole: bool) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for talk in talks:
        (out / f"{talk.person.id}.md").write_text(transcript(talk), encoding="utf-8")
        for problem in talk.problems:
            err.print(f"! {problem}", markup=False)
    if whole:
        table = figures([Length(len(talk.met), talk.turns) for talk in talks])
        text = HEAD + "\n".join(index_rows(talks)) + "\n" + LENGTH + "\n".join(table) + "\n"
        (out / "README.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    typer.run(main)
