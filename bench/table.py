"""The figures and the table: pure, so that a test can check how they come about."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

COLD = 20  # turns after each start that the "warmed up" figure leaves out
MIB = 1024 * 1024


@dataclass
class Figures:
    """All that was measured of one system, over all of its starts.

    Args:
        starts: seconds from starting it to its first answered message, one for each start.
        plays: seconds of each turn, one list for each start after which turns were taken.
        loads: turns per second with several people at once, one for each such start.
        peak: bytes; ``at_peak`` by process at that moment, ``by_name`` each process's own highest.
    """

    starts: list[float]
    plays: list[list[float]]
    loads: list[float]
    peak: int = 0
    at_peak: dict[str, int] | None = None
    by_name: dict[str, int] | None = None

    @property
    def turns(self) -> list[float]:
        return [turn for play in self.plays for turn in play]

    @property
    def warm(self) -> list[float]:
        """The turns without the first ones after each start; all where nothing would be left."""
        return [turn for play in self.plays for turn in play[COLD:]] or self.turns


@dataclass(frozen=True)
class Line:
    """One line of the table. ``goal``: the highest allowed ratio ours/theirs; None where there is no goal."""

    key: str
    title: str
    unit: str
    ours: float
    theirs: float
    goal: float | None = None

    @property
    def ratio(self) -> float:
        return ratio(self.ours, self.theirs)

    @property
    def met(self) -> bool | None:
        return None if self.goal is None else self.ratio <= self.goal

    def as_json(self) -> dict[str, Any]:
        return {
            "title": self.title, "unit": self.unit, "ours": self.ours, "theirs": self.theirs, "ratio": self.ratio,
            "goal": self.goal, "met": self.met}


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest of ``values`` that at least ``percent`` per cent of them do not exceed (nearest rank).

    Raises: ValueError without values or for a percentage outside 0 < percent <= 100.
    """
    if not values or not 0 < percent <= 100:
        raise ValueError("a percentile needs values, and a percentage above 0 and up to 100")
    return sorted(values)[math.ceil(len(values) * percent / 100) - 1]


def ratio(ours: float, theirs: float) -> float:
    """How many times theirs ours is; infinite when theirs is nothing."""
    return ours / theirs if theirs else math.inf


def lines(ours: Figures, theirs: Figures, people: int) -> list[Line]:
    """What is compared, with the goals."""

    def line(key: str, title: str, unit: str, of: Any, goal: float | None = None) -> Line:
        return Line(key, title, unit, of(ours), of(theirs), goal)

    return [
        line("start", "Start to first answer, median", "s", lambda f: median(f.starts), 0.5),
        line("turn_median", "One turn, median", "ms", lambda f: median(f.turns) * 1000, 0.5),
        line("turn_p95", "One turn, p95", "ms", lambda f: percentile(f.turns, 95) * 1000, 0.5),
        line("warm_median", "… median, warmed up", "ms", lambda f: median(f.warm) * 1000),
        line("warm_p95", "… p95, warmed up", "ms", lambda f: percentile(f.warm, 95) * 1000),
        line("peak", "Peak memory, all processes", "MiB", lambda f: f.peak / MIB, 1.0),
        line("load", f"Turns per second, {people} at once", "/s", lambda f: median(f.loads)),
    ]


def table(wanted: Sequence[Line]) -> str:
    """For a terminal. The last column says plainly whether the goal is met, and if not, by how much it is missed."""
    rows = [("", "Paratoi", "rasa init", "ratio", "goal")]
    rows += [
        (one.title, f"{_short(one.ours)} {one.unit}", f"{_short(one.theirs)} {one.unit}", f"{one.ratio:.2f}",
         verdict(one))
        for one in wanted
    ]
    widths = [max(len(row[place]) for row in rows) for place in range(4)]
    return "\n".join(
        "  ".join([row[0].ljust(widths[0]), *(row[i].rjust(widths[i]) for i in (1, 2, 3)), row[4]]).rstrip()
        for row in rows)


def verdict(line: Line) -> str:
    """In words: the goal, and whether it is met."""
    if line.goal is None:
        return ""
    if line.met:
        return f"met (at most {line.goal:.2f})"
    return f"MISSED (at most {line.goal:.2f}; {(line.ratio / line.goal - 1) * 100:.0f} % over)"


def processes(figures: Figures) -> str:
    """Each process's own highest memory, the largest first."""
    found = sorted((figures.by_name or {}).items(), key=lambda pair: -pair[1])
    return ", ".join(f"{name} {size / MIB:.0f}" for name, size in found) + " MiB"


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"
