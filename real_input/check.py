"""Compares what was said with what stands on the sheet: each turn once, in its place, letter by letter.

A turn that the person let be kept in parts stands there when ``real_input/parts.py`` finds all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from real_input.parts import find_parts
from real_input.played import Played, Told
from real_input.visits import Turn

_THEIR_WORDS = frozenset({"answered", "unclear"})  # a no or a skip has at most a button's title
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")
ELSEWHERE = "elsewhere"
_OWN, _PARTED = "own", "parted"  # how a turn stands there; an empty text when it does not
_LISTED = ("priorities", "other_items", "questions")


@dataclass(frozen=True)
class Alarm:
    """A message the safety net noticed, by its turns. ``taken_out``: answered with help instead of being kept."""

    turns: tuple[int, ...]
    kind: str
    rule: str
    taken_out: bool


@dataclass(frozen=True)
class Lost:
    """A turn that should stand on the sheet and does not: what was asked, and what seemed to become of it."""

    turn: Turn
    key: str
    outcome: str


@dataclass(frozen=True)
class Checked:
    """What became of the turns of one visit.

    Attributes:
        kept: how many stand on the sheet as they were said. parted: how many of these not as a text of their own, but
            cut in parts or together with a neighbour.
        lost: those that should stand there and do not. alarms: what the safety net noticed.
        leaked: numbers of turns the safety net took out that stand on the sheet all the same.
        added: how many texts stand on the sheet that were not said there, or stand there once too often.
    """

    kept: int
    parted: int
    lost: tuple[Lost, ...]
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
    plan = {fact["key"]: fact["line"] for fact in change.get("plan", ())}
    lines = {
        "matters": [one["item"] for one in shared["priorities"]] + shared["other_items"],
        "question": shared["questions"], "hope": [shared["hope"]], "change_topic": [change.get("topic")],
        "first_step": [plan.get("first_step")], ELSEWHERE: list(_elsewhere(shared, change)),
    }
    return {key: [line["words"] for line in found if line and line["state"] in _THEIR_WORDS and line["words"]]
            for key, found in lines.items()}


def _elsewhere(shared: Mapping[str, Any], change: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What was typed where no turn is kept ready: a line without a value; a tap has one.

    A day to come back is told by ``check_in_on``, so a tapped one stands there without a value.
    """
    about = {key: part for key, part in change.items() if key not in {"topic", "plan", "check_in", "check_ins"}}
    plan = [fact for fact in change.get("plan", ()) if fact["key"] != "first_step"]
    rest = {key: part for key, part in shared.items() if key not in {*_LISTED, "hope", "change"}}
    for line in _lines([rest, about, plan]):
        if line["value"] is None:
            yield line


def _lines(part: Any) -> Iterator[Mapping[str, Any]]:
    """Every answer in a part of the sheet, however deep."""
    if isinstance(part, Mapping) and {"state", "words", "value"} <= set(part):
        yield part
    elif isinstance(part, (Mapping, list)):
        for inner in part.values() if isinstance(part, Mapping) else part:
            yield from _lines(inner)


def check(played: Played, shared: Mapping[str, Any] | None, flags: Mapping[str, tuple[str, str]]) -> Checked:
    """Compare.

    Args:
        shared: the ``shared`` part of the sheet's JSON; None when nothing was shared.
        flags: kind and rule of each flag, by the id of the message that raised it.
    """
    there = {key: [_plain(text) for text in texts] for key, texts in texts_on(shared).items()}
    free = {key: list(range(len(texts))) for key, texts in there.items()}
    due = [told for told in played.told if told.outcome != "flagged"]
    # Letter by letter first, so that no part of one message takes the place of another.
    standing = {id(told): _take_whole(told, there, free) for told in due}
    standing |= {id(told): _take_parts(told, there, free) for told in due if not standing[id(told)]}
    turns = [(told, turn, stands) for told in due for turn, stands in zip(told.turns, standing[id(told)], strict=True)]
    lost = tuple(Lost(turn, told.key, told.outcome) for told, turn, stands in turns if not stands)
    rest = [there[key][place] for key, places in free.items() for place in places]
    flagged = [turn for told in played.told if told.outcome == "flagged" for turn in told.turns]
    leaked = tuple(turn.number for turn in flagged if any(_plain(turn.text) in text for text in rest))
    added = sum(not any(_plain(turn.text) in text for turn in flagged) for text in rest)
    parted = sum(stands == _PARTED for _, _, stands in turns)
    return Checked(len(turns) - len(lost), parted, lost, tuple(_alarms(played, flags)), leaked, added)


def _plain(text: str) -> str:
    return _LINE_ENDS.sub("\n", text).strip()


def _take_whole(told: Told, there: Mapping[str, list[str]], free: Mapping[str, list[int]]) -> tuple[str, ...]:
    """How each turn stands there when the message does letter by letter; its place is taken. Empty when it does not."""
    text = _plain(told.text)
    for place in free.get(told.key, ()):
        if there[told.key][place] == text:
            free[told.key].remove(place)
            return (_OWN if len(told.turns) == 1 else _PARTED,) * len(told.turns)
    return ()


def _take_parts(told: Told, there: Mapping[str, list[str]], free: Mapping[str, list[int]]) -> tuple[str, ...]:
    """How each turn stands there when the message may be in parts, whose places are taken; empty for a lost one."""
    if not told.in_parts or told.key not in there:
        return ("",) * len(told.turns)
    text, texts = _plain(told.text), there[told.key]
    found = find_parts(text, texts, free[told.key])
    free[told.key][:] = [place for place in free[told.key] if place not in found.places]
    stands, position = [], 0
    for turn in map(_plain, (turn.text for turn in told.turns)):
        start = text.index(turn, position)
        position = start + len(turn)
        its_own = any(texts[place] == turn for place in found.places)
        stands.append((_OWN if its_own else _PARTED) if found.holds(start, position) else "")
    return tuple(stands)


def _alarms(played: Played, flags: Mapping[str, tuple[str, str]]) -> Iterator[Alarm]:
    for told in played.told:
        if told.outcome == "flagged" or (told.message_id or "") in flags:
            kind, rule = flags.get(told.message_id or "", ("unknown", "unknown"))
            yield Alarm(tuple(turn.number for turn in told.turns), kind, rule, told.outcome == "flagged")
