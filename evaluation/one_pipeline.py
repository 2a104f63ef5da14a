"""Trains or measures one pipeline, in a process of its own, so that its memory and its start are its own."""

from __future__ import annotations

import argparse
import json
import resource
import time
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import accuracy_score, f1_score

from bot.assistant.lean import leave_out_what_is_not_used
from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.scope import BESIDE, SMALL_TALK, YES_OR_NO, scope
from bot.nlu.understanding import Understanding, load_understanding
from evaluation.data import ROOT, beside_the_point, own_rows, patient_turns

TIMED = 200  # messages understood one by one
RESAMPLED = 1000
MOVING = frozenset({"skip", "go_back", "start_again", "later", "swap", "copy", "add_more", "start"})
Found = list[tuple[str | None, dict[str, float]]]


def train(config: Path, folder: Path) -> dict[str, Any]:
    """Train ``config`` on the project's data."""
    from rasa.model_training import train_nlu

    began = time.perf_counter()
    train_nlu(str(config), str(ROOT / "data" / "nlu"), str(folder), fixed_model_name=config.stem,
              domain=str(ROOT / "domain.yml"))
    return {"train_seconds": time.perf_counter() - began}


def measure(model: Path, lean: bool, half: str, data: Path | None) -> dict[str, Any]:
    """The figures of a trained pipeline on one half of the rows."""
    began = time.perf_counter()
    understanding = load_understanding(model, lean)
    understanding("hello")
    figures: dict[str, Any] = {"load_seconds": time.perf_counter() - began}
    rows = [row for row in own_rows() if row.half == half]
    figures |= _times(understanding, [row.text for row in rows][:TIMED])
    figures["memory_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures |= _own(rows, _found(understanding, [row.text for row in rows]))
    if data is not None:
        outside = [row for row in beside_the_point(data) if row.half == half]
        turns = [row for row in patient_turns(data) if row.half == half]
        figures |= _outside([row.intent for row in outside], _final(outside, _found(understanding, _texts(outside))))
        figures |= _patients(_final(turns, _found(understanding, _texts(turns))))
    return figures


def _texts(rows: list[Any]) -> list[str]:
    return [row.text for row in rows]


def _found(understanding: Understanding, texts: list[str]) -> Found:
    return [(one.intent, one.ranking) for one in understanding.of_many(texts)]


def _times(understanding: Understanding, texts: list[str]) -> dict[str, float]:
    took = []
    for text in texts:
        began = time.perf_counter()
        understanding(text)
        took.append((time.perf_counter() - began) * 1000)
    return {"ms_median": float(np.median(took)), "ms_p95": float(np.percentile(took, 95))}


def _own(rows: list[Any], found: Found) -> dict[str, Any]:
    truth, alone = np.array([row.intent for row in rows]), np.array([str(name) for name, _ in found])
    low, high = _interval(truth, alone)
    final = np.array(_final(rows, found))
    return {
        "rows": len(rows), "macro_f1": _f1(truth, alone), "macro_f1_low": low, "macro_f1_high": high,
        "accuracy": float(accuracy_score(truth, alone)), "final_accuracy": float(accuracy_score(truth, final)),
        "final_macro_f1": _f1(truth, final), "off_topic_not_stored": float(np.mean(final[truth == "off_topic"] != "inform")),
        "answers_kept": float(np.mean(final[truth == "inform"] == "inform"))}


def _f1(truth: np.ndarray, found: np.ndarray) -> float:
    return float(f1_score(truth, found, labels=np.unique(truth), average="macro", zero_division=0))


def _interval(truth: np.ndarray, found: np.ndarray) -> tuple[float, float]:
    chance = np.random.default_rng(1)
    picks = (chance.integers(0, len(truth), len(truth)) for _ in range(RESAMPLED))
    low, high = np.percentile([_f1(truth[pick], found[pick]) for pick in picks], [2.5, 97.5])
    return float(low), float(high)


def _final(rows: list[Any], found: Found) -> list[str]:
    """After the reviewed phrases and the look for what is beside the point, as in config.yml."""
    from bot.nlu.whole_message import WholeMessage  # here, for it imports Rasa, which must not come before `lean`

    whole = WholeMessage(CommandPhrases(load_phrases()), scope())
    return [str(whole.understood(row.text, {"name": name, "confidence": ranking.get(str(name), 0.0)}, ranking)[0])
            for row, (name, ranking) in zip(rows, found, strict=True)]


def _outside(groups: list[str], final: list[str]) -> dict[str, Any]:
    kept = np.array([name == "inform" for name in final])
    general = np.array([group == "oos" for group in groups])
    return {"outside": len(final), "outside_not_stored": float(1 - kept.mean()),
            "questions_not_stored": float(1 - kept[general].mean())}


def _patients(final: list[str]) -> dict[str, Any]:
    share = {name: final.count(name) / len(final) for name in set(final)}
    return {"turns": len(final), "turns_off_topic": share.get("off_topic", 0.0),
            "turns_about_us": share.get("about_us", 0.0), "turns_command": sum(share.get(name, 0.0) for name in MOVING),
            "turns_talk": sum(share.get(name, 0.0) for name in (SMALL_TALK | YES_OR_NO) - BESIDE)}


def main() -> None:
    """``train`` or ``measure``; prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["train", "measure"])
    parser.add_argument("config", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--half", choices=["tune", "held"], default="held")
    given = parser.parse_args()
    lean = "DIET" not in given.config.read_text(encoding="utf-8")
    if lean:
        leave_out_what_is_not_used()
    if given.what == "train":
        figures = train(given.config, given.folder)
    else:
        figures = measure(given.folder / f"{given.config.stem}.tar.gz", lean, given.half, given.data)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
