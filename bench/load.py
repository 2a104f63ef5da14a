"""Turns one after another, and several people at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from bench.running import Running, Talker


def one_after_another(system: Running, people: int, turns: int) -> list[float]:
    """``people`` one after the other, each with ``turns``. Returns every turn's seconds, in order."""
    return [talker.turn() for talker in (system.person() for _ in range(people)) for _ in range(turns)]


def at_once(system: Running, people: int, turns: int) -> float:
    """``people`` at the same time, each sending the next message as soon as they are answered.

    Returns turns per second from the common beginning to the last one's last answer.
    """
    talkers = [system.person() for _ in range(people)]
    gate = threading.Barrier(people + 1)
    with ThreadPoolExecutor(people) as pool:
        running = [pool.submit(_talk, gate, talker, turns) for talker in talkers]
        gate.wait()
        began = time.perf_counter()
        for one in running:
            one.result()
    return people * turns / (time.perf_counter() - began)


def _talk(gate: threading.Barrier, talker: Talker, turns: int) -> Sequence[float]:
    gate.wait()
    return [talker.turn() for _ in range(turns)]
