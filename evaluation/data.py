"""The rows that pipelines are measured by: our own, and people's words from a folder that is not part of the project."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROWS = ROOT / "evaluation" / "rows" / "intents.csv"
SCOPE_ROWS = ROWS.with_name("scope.csv")
TUNED_ON = frozenset({"train", "oos_train"})  # parts of the public out-of-scope set that weights may be fitted to
csv.field_size_limit(10**8)


@dataclass(frozen=True)
class Row:
    """A message with what it is, what was being asked, and the half it belongs to: ``tune`` or ``held``."""

    text: str
    intent: str
    question: str
    half: str


def half_of(text: str) -> str:
    """The half a text belongs to, by its hash, so that nobody chooses."""
    return _half(text.casefold())


def _half(key: str) -> str:
    return "held" if sha256(key.encode()).digest()[0] % 2 else "tune"


def own_rows() -> list[Row]:
    """Our own rows."""
    return [Row(one["text"], one["intent"], one["question"], one["half"]) for one in _read(ROWS)]


def beside_the_point(folder: Path) -> list[Row]:
    """Out-of-scope questions, small talk and orders to a machine (CLINC, CC BY 3.0)."""
    return [Row(one["text"], one["intent"], "", "tune" if one["part"] in TUNED_ON else "held")
            for one in _read(folder / "clinc_oos_smalltalk_meta.csv")]


def patient_turns(folder: Path) -> list[Row]:
    """What patients said in visits that took place (ACI-Bench and MTS-Dialog, CC BY 4.0)."""
    return [Row(one["text"], "inform", "", _half(visit_of(one["id"])))
            for path in sorted(folder.glob("*_patient_utterances.csv")) for one in _read(path)]


def patient_questions(folder: Path) -> list[Row]:
    """What patients asked in these visits."""
    return [Row(one["question"], "inform", "", _half(visit_of(one["id"])))
            for one in _read(folder / "patient_questions_dev.csv")]


def typed_scope_rows(name: str = SCOPE_ROWS.name) -> list[Row]:
    """Our own rows beside the point, and those that only look so; ``name`` is the file of them."""
    return [Row(one["text"], "inform" if one["scope"] == "in" else "off_topic", "", one["half"])
            for one in _read(ROWS.with_name(name))]


def visit_of(turn: str) -> str:
    """The visit that a turn's id (``aci-D2N001-1``) belongs to: all of a visit is in one half."""
    return turn.rpartition("-")[0].removeprefix("aci-")


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
