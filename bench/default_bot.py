"""The bot of ``rasa init``, as it comes: default pipeline and policies, spoken to over its REST channel."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from itertools import count, cycle
from pathlib import Path

import yaml

from bench.running import Running
from bench.wire import NoAnswer, Wire, is_up

LONGEST_TRAINING = 1800  # seconds
# The paths of the bot's own stories, one after the other.
WAY = (
    "greet", "mood_great", "goodbye", "greet", "mood_unhappy", "affirm", "greet", "mood_unhappy", "deny", "goodbye",
    "bot_challenge",
)


def made(cache: Path, environment: Mapping[str, str], fresh: bool, say: Callable[[str], None]) -> Path:
    """The folder of the trained bot; made in a temporary directory first when there is none for this Rasa.

    Raises: NoAnswer when it could not be made.
    """
    folder = cache / f"rasa-{version('rasa')}"
    if any((folder / "models").glob("*.tar.gz")) and not fresh:
        return folder
    say("Making and training the bot of `rasa init`; this takes minutes")
    with tempfile.TemporaryDirectory(prefix="default-bot-") as temporary:
        bot = Path(temporary) / "bot"
        bot.mkdir()
        command = [sys.executable, "-m", "rasa", "init", "--no-prompt", "--init-dir", str(bot)]
        done = subprocess.run(
            command, cwd=temporary, env=dict(environment), stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=LONGEST_TRAINING)
        if done.returncode or not any((bot / "models").glob("*.tar.gz")):
            raise NoAnswer(f"`rasa init` did not make a trained bot:\n{done.stderr[-2000:]}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(str(bot), folder)
    return folder


class DefaultBot(Running):
    """``rasa run`` in the bot's own folder, with its own endpoints and credentials."""

    def __init__(self, folder: Path, port: int, environment: Mapping[str, str], log: Path) -> None:
        model = max((folder / "models").glob("*.tar.gz"), key=os.path.getmtime)
        command = [
            sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1", "--port", str(port), "--model", str(model),
            "--quiet",
        ]
        self._port = port
        self._examples = examples(folder / "data" / "nlu.yml")
        self._number = count()
        super().__init__(command, environment, folder, log)

    def up(self) -> bool:
        return is_up(self._port, "/webhooks/rest/")

    def person(self) -> Visitor:
        return Visitor(Wire(self._port), f"person-{next(self._number)}", self._examples)


class Visitor:
    """Says what the bot was trained on, in the order of its stories."""

    def __init__(self, wire: Wire, name: str, known: Mapping[str, list[str]]) -> None:
        self._wire, self._name = wire, name
        self._words = _words(known, name)

    def turn(self) -> float:
        body = {"sender": self._name, "message": next(self._words)}
        status, answer, seconds = self._wire.timed("POST", "/webhooks/rest/webhook", body)
        if status != 200 or not isinstance(answer, list) or not answer:
            raise NoAnswer(f"the default bot answered {status} with {answer!r}")
        return seconds


def _words(known: Mapping[str, list[str]], name: str) -> Iterator[str]:
    pick = random.Random(name)
    return (pick.choice(known[intent]) for intent in cycle(WAY))


def examples(file: Path) -> dict[str, list[str]]:
    """The bot's own training sentences by intent."""
    wanted = yaml.safe_load(file.read_text())["nlu"]
    return {
        one["intent"]: [line.removeprefix("- ").strip() for line in one["examples"].splitlines() if line.strip()]
        for one in wanted if "intent" in one
    }
