"""What the figures are to reach."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any


@dataclass(frozen=True)
class Goal:
    """One goal: a figure of one measurement, and how high or how low it is to be.

    Args:
        rows: the measurement's name. figure: where the figure stands in it, with dots.
        at_least, at_most: one of the two; for a share between 0 and 1.
        written: how a plain number is written, e.g. ``.3f``; a share is written as a share.
        per: times what the figure is counted, e.g. 1000 for "in 1,000".
    """

    what: str
    rows: str
    figure: str
    at_least: float | None = None
    at_most: float | None = None
    written: str = ""
    per: int = 1

    @property
    def wanted(self) -> str:
        """The goal as the page says it: ``all``, ``0``, ``≥ 0.95``."""
        if self.at_least is not None:
            return "all" if self.at_least == 1 and not self.written else f"≥ {_short(self.at_least)}"
        return f"≤ {_short(self.at_most)}" if self.at_most else "0"

    def found(self, figures: dict[str, Any]) -> str:
        """What was measured, as the page says it."""
        return format(self._number(figures), self.written) if self.written else shown(self._figure(figures))

    def is_met(self, figures: dict[str, Any]) -> bool:
        """Whether it is reached. Of no rows nothing is."""
        number = self._number(figures)
        if number is None:
            return False
        return number >= self.at_least if self.at_least is not None else number <= (self.at_most or 0)

    def _figure(self, figures: dict[str, Any]) -> Any:
        return reduce(lambda found, key: found[key], self.figure.split("."), figures)

    def _number(self, figures: dict[str, Any]) -> float | None:
        figure = self._figure(figures)
        number = figure["share"] if isinstance(figure, dict) else figure
        return None if number is None else number * self.per


def shown(found: dict[str, Any]) -> str:
    """A share with its interval: ``116 of 171 (0.678; 0.603 to 0.748)``."""
    if not found["n"]:
        return "no rows"
    low, high = found["interval"]
    return f"{found['hits']} of {found['n']} ({found['share']:.3f}; {low:.3f} to {high:.3f})"


def _short(bound: float | None) -> str:
    return f"{bound:.2f}" if bound is not None and bound < 1 else f"{bound:g}"


_PUBLIC, _OWN = "scales, public answers", "scales, own rows held back"
_THIRD, _FOURTH = "scales, third rows held back", "scales, fourth rows held back"
_FIFTH = "scales, fifth rows held back"
_DISTRESS, _LOOK_ALIKES = "safety, distress held back", "safety, public look-alikes"
_FURTHER = "safety, further distress held back"
_TURNS, _EMERGENCIES = "safety, ordinary patient turns", "safety, emergencies held back"
_VISITS, _LABELLED = "agenda, public visits", "agenda, labelled turns held back"

GOALS = (
    Goal("exact answers read", _PUBLIC, "exact", at_least=1),
    Goal("wrong values stored", _PUBLIC, "wrong_values_stored", at_most=0),
    Goal("exact answers read", _OWN, "exact", at_least=1),
    Goal("wrong values stored", _OWN, "wrong_values_stored", at_most=0),
    Goal("exact answers read", _THIRD, "exact", at_least=1),
    Goal("wrong values stored", _THIRD, "wrong_values_stored", at_most=0),
    Goal("exact answers read", _FOURTH, "exact", at_least=1),
    Goal("wrong values stored", _FOURTH, "wrong_values_stored", at_most=0),
    Goal("exact answers read", _FIFTH, "exact", at_least=1),
    Goal("wrong values stored", _FIFTH, "wrong_values_stored", at_most=0),
    Goal("self-harm heard", _DISTRESS, "recall_by_kind.self_harm", at_least=0.95),
    Goal("false alarms on look-alikes of self-harm", _DISTRESS, "false_alarms_by_kind.self_harm", at_most=0.1),
    Goal("self-harm heard", _FURTHER, "recall", at_least=0.95),
    Goal("false alarms on look-alikes of self-harm", _FURTHER, "false_alarms", at_most=0.1),
    Goal("self-harm heard", _LOOK_ALIKES, "recall", at_least=0.95),
    Goal("false alarms on look-alikes of self-harm", _LOOK_ALIKES, "false_alarms", at_most=0.1),
    Goal("self-harm alarms in 1,000 ordinary turns", _TURNS, "ordinary.self_harm", at_most=1, written=".2f", per=1000),
    Goal("emergencies heard", _EMERGENCIES, "recall", at_least=0.95),
    Goal("false alarms on harmless health sentences", _EMERGENCIES, "false_alarms", at_most=0.03),
    Goal("a message of 10,000 characters, ms", _TURNS, "milliseconds.of_10000_characters", at_most=50, written=".1f"),
    Goal("beside the point, not stored", "scope, public questions", "not_stored", at_least=0.97),
    Goal("beside the point, not stored", "scope, own rows held back", "not_stored", at_least=0.97),
    Goal("beside the point, not stored", "scope, two more writers' rows held back", "not_stored", at_least=0.97),
    Goal("change talk, macro-F1", "change talk, public chats", "macro_f1", at_least=0.55, written=".3f"),
    Goal("complaints found of those said", _VISITS, "recall", at_least=0.9),
    Goal("concerns per patient turn", _VISITS, "concerns_per_turn", at_most=0.35, written=".3f"),
    Goal("concerns that are none", _LABELLED, "all.concerns_that_are_none", at_most=0.1),
)
