"""``paratoi run``: everything on this machine, watched over, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from bot.cli import console
from bot.cli.welcome import show_demo, show_plain
from bot.config import Settings, load_settings
from bot.supervisor import NotReady, System
from bot.supervisor.ports import free_port, is_taken
from bot.supervisor.recipes import ROOT, environment

DEMO_BURST = 100  # its people write in seconds what others write in ten minutes
DEMO_CLOCK = "clock"


def run(
    demo: Annotated[bool, typer.Option("--demo", help="Bring in a demo clinic with eight invented people.")] = False,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="Where the pages are. [8080]")] = None,
    data_dir: Annotated[Path | None, typer.Option(help="Where everything is kept. [var]")] = None,
    browser: Annotated[bool, typer.Option(help="Open the first demo link in a browser, where there is one.")] = True,
    train: Annotated[bool, typer.Option(help="Train the model when it is missing.")] = True,
) -> None:
    """Start everything on this machine, and keep it running until Ctrl-C.

    [bold]paratoi run --demo[/bold]                try it out, with invented people
    [bold]paratoi run --port 9000[/bold]           use another port
    [bold]paratoi run --data-dir /srv/paratoi[/bold]   keep the database, the secret and the logs there
    """
    settings = settings_for(demo, port, data_dir)
    asked_to_stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: asked_to_stop.set())
    began = time.monotonic()
    console.step(f"Starting Paratoi; its data is in {settings.data_dir.resolve()}")
    system = System.with_settings(settings, lambda text: console.step(escape(text)), train)
    try:
        system.start()
        _wait(system, asked_to_stop)
        if demo and not asked_to_stop.is_set():
            _fill_demo_clinic(settings, asked_to_stop)
        if not asked_to_stop.is_set():
            console.done(f"Ready after {time.monotonic() - began:.0f} s")
            _welcome(settings, demo, browser)
        while not asked_to_stop.wait(0.5):
            if system.given_up:
                raise NotReady(system.given_up)
        console.step("Stopping")
    except NotReady as error:
        console.stop(str(error))
    finally:
        system.stop()
    console.done("Stopped. Everything is kept for the next time.")


def settings_for(demo: bool, port: int | None = None, data_dir: Path | None = None) -> Settings:
    """The settings with what was given on the command line in the place of the environment's."""
    given = {name: value for name, value in (("port", port), ("data_dir", data_dir)) if value is not None}
    settings = load_settings(**given)
    changes: dict[str, object] = {}
    if "public_url" not in settings.__fields_set__:
        changes["public_url"] = f"http://localhost:{settings.port}"
    for inner in ("rasa_port", "actions_port"):
        # Nobody types these; a usual one in use is no reason to stop.
        if inner not in settings.__fields_set__ and is_taken(getattr(settings, inner)):
            changes[inner] = free_port()
    if demo and not settings.clock_file:
        changes["clock_file"] = settings.data_dir.resolve() / DEMO_CLOCK
    if demo and "burst" not in settings.__fields_set__:
        changes["burst"] = DEMO_BURST
    return settings.copy(update=changes)


def _wait(system: System, asked_to_stop: threading.Event) -> None:
    """Wait until all can do their work, saying who is still missing, and no longer than the person wants."""
    with console.err.status("Waiting until it can answer") as status:
        until = time.monotonic() + 180
        while not asked_to_stop.is_set():
            missing = system.waiting_for()
            if not missing:
                return
            if time.monotonic() > until:
                raise NotReady(f"Not ready after 180 s: {', '.join(missing)}.\nThe logs are in {system.logs}")
            if system.given_up:
                raise NotReady(system.given_up)
            status.update(f"Waiting until it can answer: {', '.join(missing)}")
            time.sleep(0.1)


def _fill_demo_clinic(settings: Settings, asked_to_stop: threading.Event) -> None:
    """Let the invented people speak, in a process of its own so that this one stays small."""
    command = [sys.executable, "-m", "bot.cli", "demo"]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    # A session of its own: Ctrl-C is ours to act on.
    with (
        console.err.status("The demo's people are preparing"),
        subprocess.Popen(command, cwd=ROOT, env=environment(settings), start_new_session=True, **quiet) as filling,
    ):
        while filling.poll() is None:
            if asked_to_stop.wait(0.2):
                filling.terminate()
                return
        said = filling.stderr.read()
    if filling.returncode:
        console.err.print(escape(said.strip()))
        raise NotReady("The demo clinic could not be filled.\nThe lines above say why. It runs without --demo, too.")


def _welcome(settings: Settings, demo: bool, browser: bool) -> None:
    if not demo:
        show_plain(settings)
        return
    first = show_demo(settings)
    if browser and sys.stdout.isatty() and (os.environ.get("DISPLAY") or sys.platform == "darwin"):
        webbrowser.open(first)
