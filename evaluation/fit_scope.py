"""Fits the weights of ``bot/nlu/scope_weights.yml``: ``python -m evaluation.fit_scope --data FOLDER``.

It looks at the halves that may be tuned on, never at the held ones: our own rows, the training part of the public
out-of-scope set, and half of the patients' turns and questions. Of these sets only the weights stay in the project. The
rows of ``data/scope`` are weighed as a model saw them that never met their writer.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from sklearn.linear_model import LogisticRegression

from bot.nlu.command_phrases import CommandPhrases, load_phrases
from bot.nlu.other_things import IN, SCOPE, by_intent, health_rows, learn, scope_rows, share_of
from bot.nlu.scope import OF_OTHER, SMALL_TALK, TALK, THINGS, WEIGHTS, YES_OR_NO, looks_like, named, weigh
from bot.nlu.scope_words import Evidence, scope_words
from bot.nlu.understanding import Understanding, load_understanding
from evaluation.data import ROOT, Row, beside_the_point, own_rows, patient_questions, patient_turns, typed_scope_rows

LONGEST_TALK = 12  # words; a patient's "okay, all right" says nothing either way
SURE = 0.7
PUBLIC = 3.0  # how much a row of the public set counts among other things
LONGEST_PHRASE = 200  # characters, as in bot/nlu/whole_message.py
LIMITS = {"beside": 0.55, "talk": 0.2, "command": 0.5, "plain": 0.75, "alike": 0.65, "alike_told": 0.8,
           "plain_other": 0.5, "despite_body": 0.75}
HEAD = """# How much each thing counts for a message being beside the point; bot/nlu/scope.py says what the names mean.
# Made by: python -m evaluation.fit_scope --data FOLDER. A weight above nought speaks for it, one below against it.
"""


@dataclass(frozen=True)
class Weighed:
    """What is weighed of a row, whether it is beside the point, and how much it counts."""

    values: dict[str, float]
    out: bool
    share: float


def main() -> None:
    """Fit, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    given = parser.parse_args()
    understanding = load_understanding(given.model)
    public = [row for row in beside_the_point(given.data) if row.half == "tune"]
    turns = [row for row in patient_turns(given.data) if row.half == "tune"]
    questions = [row for row in patient_questions(given.data) if row.half == "tune"]
    sets = (([row for row in own_rows() if row.half == "tune"], 6.0), (public, PUBLIC), (turns, 2.0),
            ([row for row in typed_scope_rows() if row.half == "tune"], 4.0), (questions, 3.0),
            ([Row(text, "inform" if scope == IN else "off_topic", "", "tune") for text, scope in scope_rows()], 1.0))
    of_others = _by_unseen()
    weighed: dict[str, list[Weighed]] = {TALK: [], THINGS: []}
    for rows, share in sets:
        for row, kind, values in _weighed(rows, understanding, of_others, patients=rows is turns or rows is questions):
            out = rows is public or row.intent != "inform"
            if kind == THINGS:
                weighed[THINGS].append(Weighed(values, out, share))
            if rows is not sets[-1][0]:  # talk is told by all that is not from there, and by the rest of what is weighed
                rest = {name: value for name, value in values.items() if name not in OF_OTHER}
                weighed[TALK].append(Weighed(rest, out, 1.0 if rows is public else share))
    WEIGHTS.write_text(_as_yaml({kind: _fit(some) for kind, some in weighed.items()}), encoding="utf-8")


def _by_unseen() -> dict[str, float]:
    """How much each row that the model learned from is like other things, told by one that never saw its file."""
    examples = load_data(str(ROOT / "data" / "nlu")).intent_examples
    always = [*health_rows(), *by_intent((one.get(TEXT), one.get(INTENT)) for one in examples)]
    found = {}
    for path in sorted(SCOPE.glob("*.csv")):
        model = learn([*scope_rows(path.name), *always])
        others = {one.name for one in SCOPE.glob("*.csv")} - {path.name}
        found |= {text: share_of(text, model) for text, _ in scope_rows(*others)}
    return found


def _weighed(
    rows: list[Row], understanding: Understanding, of_others: dict[str, float], patients: bool,
) -> Iterator[tuple[Row, str, dict[str, float]]]:
    phrases, words = CommandPhrases(load_phrases()), scope_words()
    fewer = words.without("elsewhere", "machine")
    for row, understood in zip(rows, understanding.of_many(row.text for row in rows), strict=True):
        evidence = words.evidence(row.text)
        known = len(row.text) <= LONGEST_PHRASE and phrases.whole(row.text)
        idle = patients and understood.ranking and _is_talk(evidence, understood.ranking)
        other = of_others.get(row.text, understood.other)
        if understood.ranking and not known and not idle:
            yield row, _kind(evidence, understood.ranking), weigh(evidence, understood.ranking, other)
            if not patients:  # and as if its words stood on none of the lists of other things
                evidence = fewer.evidence(row.text)
                yield row, _kind(evidence, understood.ranking), weigh(evidence, understood.ranking, other)


def _kind(evidence: Evidence, ranking: dict[str, float]) -> str:
    return looks_like(named(ranking, evidence, LIMITS["command"]))


def _is_talk(evidence: Evidence, ranking: dict[str, float]) -> bool:
    """Whether a patient's turn says nothing by itself ("okay", "thanks, doctor"): that teaches nothing either way."""
    if evidence.only_talk:
        return evidence.count <= LONGEST_TALK
    best = max(ranking, key=lambda name: ranking[name])
    plain = not evidence.body and not evidence.life and evidence.count <= LONGEST_TALK
    return plain and best in SMALL_TALK | YES_OR_NO and ranking[best] >= SURE


def _fit(rows: list[Weighed]) -> dict[str, float]:
    features = np.array([list(row.values.values()) for row in rows])
    middle, spread = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-6)
    model = LogisticRegression(C=1.0, max_iter=5000)
    model.fit((features - middle) / spread, [row.out for row in rows], sample_weight=[row.share for row in rows])
    weights = model.coef_[0] / spread
    start = float(model.intercept_[0] - (weights * middle).sum())
    return {"start": start, **dict(zip(rows[0].values, map(float, weights), strict=True))}


def _as_yaml(weights: dict[str, dict[str, float]]) -> str:
    lines = ["weights:"]
    for kind, some in weights.items():
        lines += [f"  {kind}:", *(f"    {name}: {value:.3f}" for name, value in some.items())]
    limits = [f"  {name}: {value}" for name, value in LIMITS.items()]
    return HEAD + "\n".join([*lines, "# From which confidence, or share, on it is believed.", "limits:", *limits]) + "\n"


if __name__ == "__main__":
    main()
