"""Fits the weights of ``bot/nlu/scope_weights.yml``: ``python -m evaluation.fit_scope --data FOLDER``.

It looks at the halves that may be tuned on, never at the held ones: our own rows, the training part of the public
out-of-scope set, and half of the patients' turns and questions. Of these sets only the weights stay in the project.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.scope import SMALL_TALK, WEIGHTS, YES_OR_NO, weigh
from bot.nlu.scope_words import Evidence, scope_words
from bot.nlu.understanding import Understanding, load_understanding
from evaluation.data import Row, beside_the_point, own_rows, patient_questions, patient_turns, scope_rows

LONGEST_TALK = 12  # words; a patient's "okay, all right" says nothing either way
SURE = 0.7
LONGEST_PHRASE = 200  # characters, as in bot/nlu/whole_message.py
LIMITS = {"beside": 0.55, "talk": 0.2, "command": 0.5, "plain": 0.75}
HEAD = """# How much each thing counts for a message being beside the point; bot/nlu/scope.py says what the names mean.
# Made by: python -m evaluation.fit_scope --data FOLDER. A weight above nought speaks for it, one below against it.
"""


def main() -> None:
    """Fit, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    given = parser.parse_args()
    understanding = load_understanding(given.model)
    sets = (([row for row in own_rows() if row.half == "tune"], 6.0),
            ([row for row in beside_the_point(given.data) if row.half == "tune"], 1.0),
            ([row for row in patient_turns(given.data) if row.half == "tune"], 2.0),
            ([row for row in scope_rows() if row.half == "tune"], 4.0),
            ([row for row in patient_questions(given.data) if row.half == "tune"], 3.0))
    public = {id(row) for row in sets[1][0]}
    features, truth, shares, names = [], [], [], []
    for rows, share in sets:
        for row, weighed in _weighed(rows, understanding, patients=rows is sets[2][0] or rows is sets[4][0]):
            names = list(weighed)
            features.append(list(weighed.values()))
            truth.append(id(row) in public or row.intent != "inform")
            shares.append(share)
    WEIGHTS.write_text(_as_yaml(names, np.array(features), np.array(truth), np.array(shares)), encoding="utf-8")


def _weighed(rows: list[Row], understanding: Understanding, patients: bool) -> list[tuple[Row, dict[str, float]]]:
    phrases, words = CommandPhrases(load_phrases()), scope_words()
    fewer = words.without("elsewhere", "machine")
    found = []
    for row, understood in zip(rows, understanding.of_many(row.text for row in rows), strict=True):
        evidence = words.evidence(row.text)
        known = len(row.text) <= LONGEST_PHRASE and phrases.whole(row.text)
        idle = patients and understood.ranking and _is_talk(evidence, understood.ranking)
        if understood.ranking and not known and not idle:
            found.append((row, weigh(evidence, understood.ranking)))
            if not patients:  # and as if its words stood on none of the lists of other things
                found.append((row, weigh(fewer.evidence(row.text), understood.ranking)))
    return found


def _is_talk(evidence: Evidence, ranking: dict[str, float]) -> bool:
    """Whether a patient's turn says nothing by itself ("okay", "thanks, doctor"): that teaches nothing either way."""
    if evidence.only_talk:
        return evidence.count <= LONGEST_TALK
    best = max(ranking, key=lambda name: ranking[name])
    plain = not evidence.body and not evidence.life and evidence.count <= LONGEST_TALK
    return plain and best in SMALL_TALK | YES_OR_NO and ranking[best] >= SURE


def _as_yaml(names: list[str], features: np.ndarray, truth: np.ndarray, shares: np.ndarray) -> str:
    middle, spread = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-6)
    model = LogisticRegression(C=1.0, max_iter=5000).fit((features - middle) / spread, truth, sample_weight=shares)
    weights = model.coef_[0] / spread
    start = float(model.intercept_[0] - (weights * middle).sum())
    lines = [f"  {name}: {value:.3f}" for name, value in [("start", start), *zip(names, weights, strict=True)]]
    limits = [f"  {name}: {value}" for name, value in LIMITS.items()]
    return HEAD + "\n".join(["weights:", *lines, "# From which confidence on it is believed.", "limits:", *limits]) + "\n"


if __name__ == "__main__":
    main()
