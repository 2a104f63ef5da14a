"""Print the figures of the safety check and of the scale reader as JSON.

    python scripts/measure_safety.py [--data DIR] [--misses]

Our own rows are always measured, the half that rules were tuned on apart from the half that was held back. With
``--data`` the development sets in that folder are measured as well (``safety_hard_dev.csv``,
``*_patient_utterances.csv``, ``scale_answers_dev.csv``); nothing of them is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.scales import read_scale

OWN = Path(__file__).resolve().parent.parent / "tests" / "core" / "data"
RULES = load_rules(CONTENT / "safety" / "uk")
Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def alarms(row: Row, kinds: frozenset[str] | None = None) -> bool:
    findings = check(row["text"], RULES, row.get("context"))
    return any(f.alert and (kinds is None or f.kind in kinds) for f in findings)


def share(some: list[Row], hit: Callable[[Row], bool], wanted: bool, misses: list[str]) -> dict[str, float | int]:
    hits = [row for row in some if hit(row)]
    misses += [row.get("text") or row.get("answer", "") for row in some if (row in hits) != wanted]
    return {"n": len(some), "hits": len(hits), "share": round(len(hits) / len(some), 4) if some else 0.0}


def own(misses: list[str]) -> dict[str, object]:
    """Recall and false alarms on our own rows; misses of the held-back half are counted and never listed."""
    figures: dict[str, object] = {}
    for half in ("tune", "held"):
        unseen: list[str] = []
        listed = misses if half == "tune" else unseen
        picked = {name: [r for r in rows(OWN / f"{name}.csv") if r["half"] == half] for name in (
            "emergencies", "benign", "distress")}
        part = {
            "emergencies_recall": share(picked["emergencies"], alarms, True, listed),
            "benign_alarms": share(picked["benign"], alarms, False, listed),
        }
        for kind, label in sorted({(r["kind"], r["label"]) for r in picked["distress"]}):
            some = [r for r in picked["distress"] if (r["kind"], r["label"]) == (kind, label)]
            hit = alarms if label != "review" else noted
            part[f"{kind}_{label}"] = share(some, hit, label != "no_alert", listed)
        figures[half] = part
    return figures


def noted(row: Row) -> bool:
    return any(f.alert or f.present for f in check(row["text"], RULES))


def shared(folder: Path, misses: list[str]) -> dict[str, object]:
    """Figures on the development sets, and the time a check takes on real words."""
    hard = rows(folder / "safety_hard_dev.csv")
    danger = frozenset({"self_harm", "overdose"})
    ordinary = [row for path in sorted(folder.glob("*_patient_utterances.csv")) for row in rows(path)]
    kinds = Counter(kind for row in ordinary for kind in {f.kind for f in check(row["text"], RULES) if f.alert})
    labelled = {label: [row for row in hard if row["label"] == label] for label in ("alert", "no_alert")}
    return {
        "self_harm_recall": share(labelled["alert"], lambda row: alarms(row, danger), True, misses),
        "self_harm_false_alarms": share(labelled["no_alert"], lambda row: alarms(row, danger), False, misses),
        "turns": len(ordinary),
        "turns_with_an_alert_per_1000": {k: round(1000 * n / len(ordinary), 2) for k, n in sorted(kinds.items())},
        "milliseconds": _times([row["text"] for row in ordinary]),
        "scales": scales(rows(folder / "scale_answers_dev.csv"), misses),
    }


def scales(some: list[Row], misses: list[str]) -> dict[str, object]:
    def right(row: Row) -> bool:
        reading = read_scale(row["answer"])
        return reading.kind == "exact" and str(reading.value) == row["lo"]

    def stored(row: Row) -> bool:
        return read_scale(row["answer"]).kind == "exact"

    return {
        "exact": share([row for row in some if row["kind"] == "exact"], right, True, misses),
        "wrongly_stored": share([row for row in some if row["kind"] != "exact"], stored, False, misses),
    }


def _times(texts: list[str]) -> dict[str, float]:
    long = " ".join(texts)
    return {
        "median_turn": _milliseconds(texts),
        "median_of_10000_characters": _milliseconds([long[at:at + 10_000] for at in range(0, 300_000, 10_000)]),
    }


def _milliseconds(texts: list[str]) -> float:
    taken = []
    for text in texts:
        began = time.perf_counter()
        check(text, RULES)
        taken.append(1000 * (time.perf_counter() - began))
    return round(statistics.median(taken), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, help="folder with the development sets")
    parser.add_argument("--misses", action="store_true", help="list what was missed or a false alarm")
    given = parser.parse_args()
    misses: list[str] = []
    figures: dict[str, object] = {"rules": RULES.version, "own": own(misses)}
    if given.data:
        figures["shared"] = shared(given.data, misses)
    if given.misses:
        figures["misses"] = misses
    json.dump(figures, sys.stdout, indent=2, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
