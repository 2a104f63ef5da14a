"""A system under measurement: started as one command, waited for, talked to, and ended with all of its processes."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from bench.wire import NoAnswer

LONGEST_START = 600.0  # seconds; on a busy machine the default bot has taken 450
LOOK_EVERY = 0.1  # seconds between two looks at whether it is up
SECONDS_TO_END = 25.0


class Talker(Protocol):
    """One person in one conversation."""

    def turn(self) -> float:
        """Send the next message and wait for the whole answer. Returns seconds. Raises: NoAnswer."""


class Running(ABC):
    """One start of a system. ``pid`` is the process whose family is the whole system."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path,
    ) -> None:
        self._log = log
        log.parent.mkdir(parents=True, exist_ok=True)
        self.began = time.perf_counter()
        with log.open("ab") as output:
            self._popen = subprocess.Popen(
                list(command), env=dict(environment), cwd=folder, stdin=subprocess.DEVNULL, stdout=output,
                stderr=output, start_new_session=True)

    @property
    def pid(self) -> int:
        return self._popen.pid

    @abstractmethod
    def up(self) -> bool:
        """Whether every part of it listens; quick."""

    @abstractmethod
    def person(self) -> Talker:
        """Somebody new, whose conversation has been opened and awaits their first message."""

    def first_answer(self) -> float:
        """Wait for it and send one message. Returns seconds from starting the command to the whole answer."""
        until = self.began + LONGEST_START
        while not self.up():
            if self._popen.poll() is not None:
                raise NoAnswer(f"it ended with code {self._popen.returncode}; see {self._log}")
            if time.perf_counter() > until:
                raise NoAnswer(f"not up after {LONGEST_START:.0f} s; see {self._log}")
            time.sleep(LOOK_EVERY)
        self.person().turn()
        return time.perf_counter() - self.began

    def stop(self) -> None:
        """End it; what does not end by itself is made to, children included. Safe to call twice."""
        if self._popen.poll() is None:
            self._popen.send_signal(signal.SIGTERM)
            try:
                self._popen.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                os.killpg(self._popen.pid, signal.SIGKILL)
                self._popen.wait()
