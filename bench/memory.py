"""Memory of a process and all that it started: the sum of their proportional set sizes (Linux only).

Proportional means that a page shared by n processes counts 1/n for each, so the sum counts nothing twice and leaves
nothing out. Pages shared with strangers would make both systems look smaller, which is why they are never measured
while the other one runs.
"""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType

PROC = Path("/proc")
SAMPLE_EVERY = 1.0  # seconds; one sample takes some milliseconds
KIB = 1024
NAMES = {
    "uvicorn": "gateway", "bot.worker": "worker", "actions": "actions", "bot.assistant": "rasa", "rasa": "rasa",
    "bot.cli": "supervisor",
}


class Sampler:
    """Samples a family of processes in a thread of its own, as a context manager. Sizes are bytes."""

    def __init__(self, pid: int) -> None:
        self._root = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="memory")
        self.peak = 0
        self.at_peak: dict[str, int] = {}
        self.by_name: dict[str, int] = {}

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None):
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            self.sample()
            if self._ended.wait(SAMPLE_EVERY):
                return

    def sample(self) -> None:
        """Look once. ``peak`` is the largest sum; ``at_peak`` what it was made of; ``by_name`` each one's own peak."""
        now: dict[str, int] = {}
        for pid in family(self._root):
            size = proportional_size(pid)
            if size:
                name = name_of(pid)
                now[name] = now.get(name, 0) + size
        for name, size in now.items():
            self.by_name[name] = max(size, self.by_name.get(name, 0))
        if sum(now.values()) > self.peak:
            self.peak, self.at_peak = sum(now.values()), now


def family(root: int) -> list[int]:
    """``root`` and everything it started, directly or not."""
    found, to_do = [], [root]
    while to_do:
        pid = to_do.pop()
        found.append(pid)
        for children in PROC.glob(f"{pid}/task/*/children"):
            to_do += map(int, _read(children).split())
    return found


def proportional_size(pid: int) -> int:
    """Bytes; 0 when the process has ended."""
    for line in _read(PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * KIB
    return 0


def name_of(pid: int) -> str:
    """What the process does, by the module it runs; the program's own name where that says nothing."""
    words = _read(PROC / str(pid) / "cmdline").rstrip("\0").split("\0")
    return next((NAMES[word] for word in words if word in NAMES), Path(words[0]).name)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # it ended meanwhile
