"""One child process: started on a leash, its output in a log file of bounded size."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

LOG_BYTES = 5_000_000


@dataclass(frozen=True)
class Recipe:
    """How to start one process, and how to know that it can do its work.

    ``module`` is run as ``python -m module arguments…``; ``port`` is the one it listens on, if any; ``is_ready`` is
    asked often and must be quick; ``last`` marks those that the others need until they have ended.
    """

    name: str
    module: str
    arguments: tuple[str, ...]
    is_ready: Callable[[], bool]
    port: int | None = None
    last: bool = False


class Leash:
    """A pipe that closes when this process ends; see :mod:`bot.leash`."""

    def __init__(self) -> None:
        self.reading_end, self._writing_end = os.pipe()
        self._held = True

    def let_go(self) -> None:
        """Close it. Safe to call twice; closing a number twice could close somebody else's file."""
        if self._held:
            self._held = False
            os.close(self._writing_end)
            os.close(self.reading_end)


class Process:
    """Starts a recipe, again and again if need be."""

    def __init__(self, recipe: Recipe, leash: Leash, environment: Mapping[str, str], folder: Path, logs: Path) -> None:
        self.recipe = recipe
        self.log = logs / f"{recipe.name}.log"
        self._leash = leash
        self._environment = dict(environment)
        self._folder = folder
        self._popen: subprocess.Popen | None = None

    @property
    def pid(self) -> int | None:
        """Its process id, or None while it does not run."""
        return self._popen.pid if self._popen and self._popen.poll() is None else None

    def start(self) -> None:
        self.trim_log()
        fd = self._leash.reading_end
        with self.log.open("ab") as log:
            self._popen = subprocess.Popen(
                [sys.executable, "-m", "bot.leash", str(fd), self.recipe.module, *self.recipe.arguments],
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(fd,),
                start_new_session=True,  # Ctrl-C reaches us alone, and we end the others in order
            )

    def outcome(self) -> str | None:
        """How it ended, in words; None while it runs or was never started."""
        code = self._popen.poll() if self._popen else None
        if code is None:
            return None
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"

    def send(self, number: int) -> None:
        """Send it a signal; nothing happens when it has ended."""
        if self._popen:
            self._popen.send_signal(number)

    def end(self, number: int, seconds: float) -> bool:
        """Send it a signal; whether it has ended within ``seconds``."""
        popen = self._popen  # the watch may start another one as soon as this one is gone
        if not popen:
            return True
        popen.send_signal(number)
        try:
            popen.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def trim_log(self) -> None:
        """Keep one older log of bounded size; the child goes on writing into the same, now empty file."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            shutil.copyfile(self.log, self.log.with_suffix(".log.1"))
            os.truncate(self.log, 0)
