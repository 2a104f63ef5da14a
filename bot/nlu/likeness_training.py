"""Trains the linear models of ``bot.core.findings.likeness`` on the project's own rows, and writes them as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.core.findings.likeness import Likeness

SMALLEST = 0.05  # a weight smaller than this everywhere says nothing


@dataclass(frozen=True)
class Row:
    """One labelled text: its pieces, and the cues that were found in it."""

    pieces: Sequence[str]
    label: str
    cues: Mapping[str, float]


def train(
    rows: Iterable[Row], strength: float, seldom: int = 3, balanced: bool = False, against_rest: bool = False,
) -> Likeness:
    """A model of ``rows``. The same rows give the same model.

    Args:
        strength: how closely to follow the rows (the inverse of the penalty on weights).
        seldom: a piece in fewer rows than this is left out.
        balanced: give every label the same say, however many rows it has.
        against_rest: tell each label from all others by itself: a tenth of the time where there are many rows.
    """
    some = list(rows)
    rarity = TfidfVectorizer(analyzer=_same, min_df=seldom, sublinear_tf=True)
    pieces = rarity.fit_transform([row.pieces for row in some])
    signs = DictVectorizer()
    cues = (
        signs.fit_transform([dict(row.cues) for row in some])
        if any(row.cues for row in some)
        else csr_matrix((len(some), 0))
    )
    way = {"solver": "liblinear", "multi_class": "ovr"} if against_rest else {"max_iter": 1000, "tol": 1e-3}
    model = LogisticRegression(C=strength, class_weight="balanced" if balanced else None, random_state=0, **way)
    model.fit(hstack([pieces, cues]).tocsr(), [row.label for row in some])
    weights, bias = np.round(model.coef_, 3), np.round(model.intercept_, 3)
    if len(model.classes_) == 2:  # scikit-learn keeps one row for two labels: the odds of the second
        weights, bias = np.vstack([-weights / 2, weights / 2]), np.array([-bias[0] / 2, bias[0] / 2])
    names = rarity.get_feature_names_out()
    kept = {
        name: (round(float(rarity.idf_[at]), 3), *map(float, weights[:, at]))
        for at, name in enumerate(names)
        if np.abs(weights[:, at]).max() >= SMALLEST
    }
    found = signs.get_feature_names_out() if cues.shape[1] else ()
    beside = {str(name): tuple(map(float, weights[:, len(names) + at])) for at, name in enumerate(found)}
    return Likeness.of(tuple(map(str, model.classes_)), kept, beside, [float(one) for one in bias], against_rest)


def _same(pieces: Sequence[str]) -> Sequence[str]:
    return pieces
