"""Compares what was said with what stands on the sheet: each turn once, in its place, letter by letter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from real_input.player import Played, Told

_THEIR_WORDS = frozenset({"answered", "unclear"})  # a no or a skip has at most a button's title


@dataclass(frozen=True)
class Alarm:
    """A turn the safety net noticed. ``taken_out``: it was answered with help instead of being kept."""

    turn: int
    kind: str
    rule: str
    taken_out: bool


@dataclass(frozen=True)
class Checked:
    """What became of the turns of one visit.

    Attributes:
        kept: how many stand on the sheet as they were said.
        lost: those that should and do not, with why. alarms: those the safety net noticed.
        leaked: numbers of turns the safety net took out that stand on the sheet all the same.
        added: how many texts stand on the sheet that were not said there, or stand there once too often.
    """

    kept: int
    lost: tuple[Told, ...]
    alarms: tuple[Alarm, ...]
    leaked: tuple[int, ...]
    added: int

    @property
    def whole(self) -> bool:
        """Whether the sheet holds everything it should and nothing else."""
        return not self.lost and not self.leaked and not self.added


def texts_on(shared: Mapping[str, Any] | None) -> dict[str, list[str]]:
    """The person's own texts on a sheet (the ``shared`` part of its JSON), by the question they answer."""
    if shared is None:
        return {}
    change = shared["change"] or {}
    lines = {
        "matters": [one["item"] for one in shared["priorities"]] + shared["other_items"],
        "question": shared["questions"], "hope": [shared["hope"]],
        "change_topic": [change["topic"]] if change else [],
        "first_step": [change["first_step"]] if change else [],
    }
    return {key: [line["words"] for line in found if line["state"] in _THEIR_WORDS] for key, found in lines.items()}


def check(played: Played, shared: Mapping[str, Any] | None, flags: Mapping[str, tuple[str, str]]) -> Checked:
    """Compare.

    Args:
        shared: the ``shared`` part of the sheet's JSON; None when nothing was shared.
        flags: kind and rule of each flag, by the id of the message that raised it.
    """
    there = {key: Counter(texts) for key, texts in texts_on(shared).items()}
    everywhere = sum(there.values(), Counter())
    lost, leaked, kept = [], [], 0
    for told in played.told:
        text, here = told.turn.text.strip(), there.get(told.key, Counter())
        if told.outcome == "flagged":
            continue
        if here[text]:
            here[text] -= 1
            everywhere[text] -= 1
            kept += 1
        else:
            lost.append(told)
    for told in played.told:
        if told.outcome == "flagged" and everywhere[told.turn.text.strip()]:
            leaked.append(told.turn.number)
    alarms = tuple(
        Alarm(told.turn.number, *flags.get(told.message_id or "", ("unknown", "unknown")), told.outcome == "flagged")
        for told in played.told if told.outcome == "flagged" or (told.message_id or "") in flags
    )
    added = sum(count for texts in there.values() for count in texts.values()) - len(leaked)
    return Checked(kept, tuple(lost), alarms, tuple(leaked), added)
