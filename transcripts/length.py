"""How long a preparation is: questions met and messages sent, median and most. ``python -m transcripts.length``.

Three kinds of people: 200 who answer sensibly, 200 who wander (any answer, command or old button at all) and then go on
sensibly, and the ten of ``docs/conversations``. The first two are walked through the pure core by
``tests/conversations/walker.py``; the ten had their conversations with the running system.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.conversations.walker import Walk

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "conversations"
SENSIBLE, WANDERING = range(10_000, 10_200), range(200)
MOST_WANDERED = 60  # turns
_ROW = re.compile(r"^\| \[[^]]+\]\(([\w-]+)\.md\) \|.*\| (\d+) \| (\d+) \| [^|]+ \|$", re.MULTILINE)


@dataclass(frozen=True)
class Length:
    """One preparation: the questions met up to the read-back and with it, and the messages sent."""

    questions: int
    turns: int


def walk(seed: int, wandering: bool) -> Length:
    """One person on the full path. The same seed is the same person."""
    one = Walk(seed)
    if wandering:
        one.wanders(one.random.randint(0, MOST_WANDERED))
    one.finishes()
    return Length(one.most_met, one.turns - 1)  # opening the link is no message


def the_ten(readme: str) -> list[Length]:
    """The people in the index of ``docs/conversations``."""
    return [Length(int(questions), int(turns)) for _, turns, questions in _ROW.findall(readme)]


def figures(ten: Sequence[Length]) -> list[str]:
    """A table for all three kinds of people."""
    kinds = {
        f"{len(SENSIBLE)} walks that answer sensibly": [walk(seed, False) for seed in SENSIBLE],
        f"{len(WANDERING)} walks that wander first": [walk(seed, True) for seed in WANDERING],
        f"the {len(ten)} people here": list(ten),
    }
    rows = ["| who | questions met: median | most | turns: median | most |", "|---|---|---|---|---|"]
    for who, lengths in kinds.items():
        questions, turns = [one.questions for one in lengths], [one.turns for one in lengths]
        rows.append(f"| {who} | {median(questions):g} | {max(questions)} | {median(turns):g} | {max(turns)} |")
    return rows


if __name__ == "__main__":
    print("\n".join(figures(the_ten((FOLDER / "README.md").read_text(encoding="utf-8")))))
