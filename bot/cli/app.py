"""Puts the commands together, and sees to it that nobody is ever shown a stack trace."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

import typer

from bot.cli import console
from bot.config import SettingsError, load_settings
from bot.supervisor.errors import NotReady

HELP = """Paratoi helps people get ready for a health appointment, in their own words.

Start here:  [bold]paratoi run --demo[/bold]   a demo clinic to try, on your own machine
"""
ALONE = "One process alone"

# Name: where it is, under which help panel. Only the command that is asked for is imported: `run` stays small that way.
COMMANDS = {
    "run": ("bot.cli.run:run", None),
    "chat": ("bot.cli.chat:chat", None),
    "invite": ("bot.cli_invite:invite", None),
    "fit": ("bot.cli.fit:fit", None),
    "diagram": ("bot.cli.diagram:diagram", None),
    "sheet": ("bot.cli_sheet:sheet", None),
    "clinic": ("bot.cli.clinic:clinic_app", None),
    "contacts": ("bot.cli.contacts:app", None),
    "staff": ("bot.cli.clinic:staff_app", None),
    "parse": ("bot.cli.parse:parse", None),
    "evaluate": ("bot.cli.evaluate:evaluate", None),
    "train": ("bot.cli.train:train", None),
    "doctor": ("bot.cli.doctor:doctor", None),
    "clock": ("bot.cli.clock:app", None),
    "db": ("bot.cli.database:app", None),
    "demo": ("bot.cli.demo.fill:demo", "hidden"),
    "gateway": ("bot.cli.single:gateway", ALONE),
    "worker": ("bot.cli.single:worker", ALONE),
    "actions": ("bot.cli.single:actions", ALONE),
    "rasa": ("bot.cli.single:rasa", ALONE),
}


def make_app(names: Sequence[str] = tuple(COMMANDS)) -> typer.Typer:
    """The command line with these commands."""
    app = typer.Typer(
        help=HELP,
        no_args_is_help=True,
        rich_markup_mode="rich",
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(lambda: None)
    for name in names:
        place, panel = COMMANDS[name]
        module, _, attribute = place.partition(":")
        found = getattr(import_module(module), attribute)
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name, hidden=panel == "hidden", rich_help_panel=panel)(found)
    return app


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 it could not be done, 2 the command was not understood."""
    sys.excepthook = _tell_kindly
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    app = make_app([wanted] if wanted in COMMANDS else tuple(COMMANDS))
    try:
        # Calling the app itself would put typer's own handler for errors in place of ours.
        typer.main.get_command(app).main(prog_name="paratoi")
    except SettingsError as error:
        console.error(str(error), "docs/settings.md says what each setting may be.")
    except NotReady as error:
        console.error(str(error))
    except OSError as error:
        place = f": {error.filename}" if error.filename else ""
        console.error(f"{error.strerror or error}{place}", "Check that it is there, and that this account may use it.")
    sys.exit(1)


def _tell_kindly(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say one line and keep the places, not the values: an error's own words may hold what a person said."""
    if any(base.__name__ == "SQLAlchemyError" for base in kind.__mro__):
        said = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        console.error(f"The database could not be used: {said}", "paratoi doctor says what is missing.")
        return
    if kind.__name__ == "ContentError":  # reviewed content, which holds no person's words
        console.error(str(error), "Nothing was started.")
        return
    kept = _keep(kind, trace)
    console.error(f"Something inside Paratoi went wrong ({kind.__name__}).", f"Where it happened is written in {kept}.")


def _keep(kind: type[BaseException], trace: TracebackType | None) -> Path:
    path = load_settings().data_dir / "logs" / "command.log"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.writelines([*traceback.format_tb(trace), kind.__name__, "\n\n"])
    return path
