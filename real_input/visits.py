"""Visits as they were written down, and which of a patient's turns become which answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

FILE = "aci_encounters.jsonl"
ENOUGH_WORDS = 5  # a shorter turn only makes sense beside what it answers
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NOT_COUNTED = frozenset((
    "ah alright bye correct fine good great hm hmm huh mhm mm mm-hmm no nope oh ok okay perfect right sure thank "
    "thanks uh uh-huh um well yeah yep yes you"
).split())
_MERE_NO = re.compile(
    r"(?:(?:no|nope|uh|um|well)\W+)*(?:not that i (?:can )?(?:think of|know of|recall|remember)"
    r"|i (?:don['’]?t|do n['’]t|do not) think so)(?: not today)?\W*")
_HOPES = re.compile(r"\b(?:hop(?:e|ing)|(?:would|'d) (?:like|love) to|wan(?:t|na)|want to)\b")
_CHANGES = re.compile(
    r"\b(?:trying to|try to|need to|have to|should|quit|cut(?:ting)? (?:down|back)|going to|gon na)\b")


@dataclass(frozen=True)
class Turn:
    """What was said in one go. ``number`` is its place among all turns of the visit, from 0."""

    number: int
    text: str


@dataclass(frozen=True)
class Visit:
    """``turns`` are the patient's only; ``complaints`` what the visit is known to have been about."""

    id: str
    turns: tuple[Turn, ...]
    complaints: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """Which turn is said where. Every turn stands in one place at most."""

    matters: tuple[Turn, ...] = ()
    questions: tuple[Turn, ...] = ()
    hope: Turn | None = None
    change_topic: Turn | None = None
    first_step: Turn | None = None
    single: dict[str, Turn] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for key in ("hope", "change_topic", "first_step"):
            if turn := getattr(self, key):
                self.single[key] = turn

    @property
    def chosen(self) -> tuple[tuple[str, Turn], ...]:
        """Every turn with the question it answers."""
        return (
            *(("matters", turn) for turn in self.matters), *(("question", turn) for turn in self.questions),
            *self.single.items(),
        )


def load(path: Path) -> list[Visit]:
    """The visits in ``path``: a file with one JSON object a line, or a folder that holds :data:`FILE`.

    Raises: FileNotFoundError; ValueError naming the line that is not a visit.
    """
    file = path / FILE if path.is_dir() else path
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                found.append(_visit(json.loads(line)))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{file}, line {number} is not a visit: {error!r}") from error
    return found


def _visit(row: dict) -> Visit:
    turns = tuple(
        Turn(number, turn["text"]) for number, turn in enumerate(row["turns"]) if turn["speaker"] == "patient"
    )
    return Visit(row["id"], turns, (row["cc"], *row["secondary"]))


def choose(visit: Visit, with_change: bool) -> Plan:
    """Decide where each turn is said, by what stands in ``docs/real-input.md``.

    Args:
        with_change: whether this person wants to talk about one change, if a turn of theirs fits.
    """
    left = [turn for turn in visit.turns if _says_something(turn.text)]
    questions = tuple(turn for turn in left if turn.text.rstrip().endswith("?"))
    left = [turn for turn in left if turn not in questions]
    hope = _take(left, _HOPES)
    topic = _take(left, _CHANGES) if with_change else None
    step = _take(left, _CHANGES) if topic else None
    return Plan(tuple(left), questions, hope, topic, step)


def _says_something(text: str) -> bool:
    text = text.casefold().strip()
    enough = sum(word not in _NOT_COUNTED for word in _WORD.findall(text)) >= ENOUGH_WORDS
    return enough and not _MERE_NO.fullmatch(text)


def _take(left: list[Turn], pattern: re.Pattern[str]) -> Turn | None:
    """The first turn that fits, taken out of those that are left; the very first stays: it says why they came."""
    found = next((turn for turn in left[1:] if pattern.search(turn.text.casefold())), None)
    if found:
        left.remove(found)
    return found


def words_of(turns: Iterable[Turn]) -> list[str]:
    return [turn.text for turn in turns]
