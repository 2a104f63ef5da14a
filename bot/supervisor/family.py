"""Several processes that are started, watched and stopped together."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.supervisor.errors import NotReady
from bot.supervisor.process import Leash, Process, Recipe
from bot.supervisor.watch import Say, Watch

BUSY, CALM = 0.1, 0.5  # seconds between two looks, while something is starting and afterwards
SECONDS_TO_END_WELL = 8.0
SECONDS_BETWEEN_LOG_TRIMS = 60.0


class Family:
    """The processes of ``recipes``, run in ``folder`` with ``environment``, their logs in ``logs``."""

    def __init__(
        self, recipes: Sequence[Recipe], environment: Mapping[str, str], folder: Path, logs: Path, say: Say
    ) -> None:
        logs.mkdir(parents=True, exist_ok=True)
        self._logs = logs
        self._leash = Leash()
        self._processes = [Process(recipe, self._leash, environment, folder, logs) for recipe in recipes]
        self._watch = Watch(self._processes, time.monotonic, say)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._keep_watch, daemon=True, name="watch")

    def start(self, before_users: Callable[[], None] = lambda: None) -> None:
        """Start those that are needed by others, then call ``before_users``, then start the others."""
        for process in self._processes:
            if process.recipe.last:
                process.start()
        before_users()
        for process in self._processes:
            if not process.recipe.last:
                process.start()
        self._thread.start()

    def _keep_watch(self) -> None:
        trimmed = time.monotonic()
        while not self._stopping.wait(CALM if self._watch.ready else BUSY):
            self._watch.look()
            if time.monotonic() - trimmed > SECONDS_BETWEEN_LOG_TRIMS:
                trimmed = time.monotonic()
                for process in self._processes:
                    process.trim_log()

    def wait_ready(self, seconds: float) -> None:
        """Wait until every process can do its work.

        Raises: NotReady when one is hopeless, or after ``seconds``.
        """
        until = time.monotonic() + seconds
        while not self._watch.ready:
            if self._watch.given_up:
                raise NotReady(self._watch.given_up)
            if time.monotonic() > until:
                names = ", ".join(self.waiting_for())
                raise NotReady(f"Not ready after {seconds:.0f} s: {names}. The logs are in {self._logs}")
            time.sleep(BUSY / 2)

    def waiting_for(self) -> list[str]:
        """The names of those that cannot do their work yet."""
        return self._watch.waiting_for()

    @property
    def given_up(self) -> str:
        """Why a process will not be started any more; empty while all is well."""
        return self._watch.given_up

    def pid(self, name: str) -> int | None:
        """The process id of ``name``; None while it does not run."""
        return self._watch.all[name].process.pid

    def kill(self, name: str, number: int) -> None:
        """Send a process a signal and wait until it has ended; it is started again at once."""
        self._watch.killed_on_purpose(name)
        self._watch.all[name].process.end(number, SECONDS_TO_END_WELL)

    def stop(self) -> None:
        """End everything: first those that use the others. Safe to call twice."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join()
        for last in (False, True):
            _end([process for process in self._processes if process.recipe.last is last])
        self._leash.let_go()


def _end(processes: Sequence[Process]) -> None:
    for process in processes:
        process.send(signal.SIGTERM)
    until = time.monotonic() + SECONDS_TO_END_WELL
    for process in processes:
        if not process.end(signal.SIGTERM, max(0.0, until - time.monotonic())):
            process.end(signal.SIGKILL, SECONDS_TO_END_WELL)
