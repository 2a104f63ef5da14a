"""The way through a preparation: which question comes next, given what was answered and how much room is left.

A path (``bot/content/paths.yml``) lists the questions in their order, each with a weight. Every open question that
applies is a candidate; while there is room for all, they are asked in order. When there is not, the lightest are left
for later. At the read-back nothing more is asked unless the person wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count

from bot.core.answers import key_of
from bot.core.paths import MUST, Path, Stop
from bot.core.preparation import Preparation, is_over
from bot.core.ranking import chosen_for, ranked, ranks_to_ask
from bot.core.route_change import change_applies

READ_BACK = "read_back"


@dataclass(frozen=True)
class Open:
    """A question that could be asked now: its weight, and the room it needs with what follows from it."""

    ref: str
    weight: int
    room: int
    wish: int = 0


def next_question(p: Preparation, path: Path) -> str:
    """The reference of the question that comes next; ``read_back`` when nothing is left to ask."""
    if p.value("consent") not in {"agree", "agree_helping"}:
        return "consent"
    candidates = list(open_questions(p, path))
    if p.reached_the_end:
        return next((one.ref for one in candidates if key_of(one.ref) in p.wanted
                     or (one.weight == MUST and key_of(one.ref) not in path.asks)), READ_BACK)
    fitting = _that_fit(candidates, path.most_questions - len(p.met) - _kept_for_the_end(p), p.met)
    return next((one.ref for one in candidates if one.ref in fitting), READ_BACK)


def left_for_later(p: Preparation, path: Path) -> tuple[str, ...]:
    """The questions that were open when the read-back was reached."""
    anew = replace(p, asking=None, trail=())  # what was passed by on the way is open all the same
    return tuple(dict.fromkeys(key_of(one.ref) for one in open_questions(anew, path)))


def _kept_for_the_end(p: Preparation) -> int:
    """The read-back itself; and, when somebody helped, who has read it."""
    return 2 if p.helped or p.speaker == "helper" else 1


def _that_fit(candidates: list[Open], room: int, met: tuple[str, ...]) -> set[str]:
    """The heaviest candidates for which there is room. The first of a longer part fits when the whole part does.

    What was met before and gone back from has its place already.
    """
    found = {one.ref for one in candidates if one.ref in met}
    for one in sorted((one for one in candidates if one.ref not in met), key=lambda one: -one.weight):
        if one.weight == MUST:
            if room > 0:
                found.add(one.ref)
        elif one.room <= room:
            found.add(one.ref)
        else:
            continue
        room -= min(room, one.room + one.wish)
    return found


def open_questions(p: Preparation, path: Path) -> Iterator[Open]:
    """Every question of the path that applies and has no answer, in the path's order."""
    reached = _how_far(p, path)
    for place, stop in enumerate(path.way):
        if stop.key in {"consent", READ_BACK, "confirmed_by"} or not _opens(p, path, stop.key):
            continue
        if place < reached and stop.weight != MUST and not p.reached_the_end:
            continue  # passed by for want of room; it does not come up again out of its order
        for ref in _LISTS.get(stop.key, _single)(p, path, stop.key):
            yield Open(ref, stop.weight, _room(p, stop), stop.wish)


def _how_far(p: Preparation, path: Path) -> int:
    """The place on the way of the furthest question that was met and not gone back from."""
    places = {stop.key: place for place, stop in enumerate(path.way)}
    return max((places.get(key_of(ref), 0) for ref in (*p.trail, p.asking or "")), default=0)


def _room(p: Preparation, stop: Stop) -> int:
    """The room a question needs; for the open list, what is usually still to come of it and its order."""
    if stop.key == "matters":
        return max(stop.room - asks_of(p, "matters"), 1)
    return stop.room


def _opens(p: Preparation, path: Path, key: str) -> bool:
    """Whether a question applies at all, as things stand."""
    if key in {"why_coming", "hope"} and path.opening not in {None, key}:
        return key in p.wanted
    if key == "helper_role":
        return p.speaker == "helper"
    if key == "person_agrees":  # a patient who began by themselves and was helped later has agreed by that
        return p.speaker == "helper" and p.value("consent") == "agree_helping"
    if key == "found_out":
        return p.episode > 1
    if key == "still_right":
        return key in p.wanted  # there is an earlier preparation, and nothing was said yet in this one
    if key == "gone":
        return p.value("still_right") == "some_gone"
    if key == "split":
        return False  # comes up by itself, when one message holds several things
    applies = change_applies(p, key)
    return True if applies is None else applies


def _single(p: Preparation, path: Path, key: str) -> Iterator[str]:
    if not p.said(key):
        yield key


def _list(p: Preparation, path: Path, key: str) -> Iterator[str]:
    """``key:1``, ``key:2`` … until one is answered with no, or with nothing, or it was asked often enough."""
    if asks_of(p, key) >= path.asks.get(key, 1) and not p.reached_the_end:
        return
    for number in count(1):
        ref = f"{key}:{number}"
        if not p.said(ref):
            yield ref
            return
        if is_over(p.answer(ref)):
            return


def _first_question(p: Preparation, path: Path, key: str) -> Iterator[str]:
    return (ref for ref in _list(p, path, "question") if ref == "question:1")


def _more_questions(p: Preparation, path: Path, key: str) -> Iterator[str]:
    return (ref for ref in _list(p, path, "question") if ref != "question:1")


def _priorities(p: Preparation, path: Path, key: str) -> Iterator[str]:
    before: list = []
    for rank in range(1, ranks_to_ask(p, path.most_priorities) + 1):
        answer = p.answer(f"priority:{rank}")
        item = chosen_for(p, rank, before)
        if item:
            before.append(item)
        elif answer is None or answer.answered:  # never asked, or it points at something that is gone
            yield f"priority:{rank}"
        else:
            return


def _importances(p: Preparation, path: Path, key: str) -> Iterator[str]:
    """How important each priority is. The order always comes first."""
    if any(True for _ in _priorities(p, path, key)):
        return
    for item in ranked(p, path.most_priorities):
        if not p.said(f"importance:{item.number}"):
            yield f"importance:{item.number}"


_LISTS: dict[str, Callable[[Preparation, Path, str], Iterator[str]]] = {
    "matters": _list, "pressures": _list, "gone": _list, "question": _first_question, "question_more": _more_questions,
    "priority": _priorities, "importance": _importances,
}


def asks_of(p: Preparation, key: str) -> int:
    """How often a list was asked on the way, the offers to keep its things apart among them."""
    keys = {key, "split"} if key == "matters" else {key}
    return sum(key_of(ref) in keys for ref in p.met)


def is_last_ask(p: Preparation, ref: str, path: Path) -> bool:
    """Whether ``ref`` is the last time its list is asked, so that all the rest is asked for in one message."""
    most = path.asks.get(key_of(ref))
    earlier = asks_of(replace(p, met=tuple(one for one in p.met if one != ref)), key_of(ref))
    return most is not None and not p.reached_the_end and earlier >= most - 1


