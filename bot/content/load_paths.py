"""Reads ``paths.yml`` and refuses what does not fit the questions, naming the key."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as File
from typing import Any

from bot.content.load_questions import ContentError
from bot.content.read_yaml import read_yaml_file
from bot.core.paths import MUST, NOT_NOW, FitRule, Path, PathBook, Stop
from bot.core.questions import QuestionBook

PATHS = File(__file__).parent / "paths.yml"
_TOP = {"most_questions", "paths", "rules", "modules"}
_PATH = {"most_priorities", "asks", "way"}
_RULE = {"id", "when", "way", "with_helper", "opening", "says", "why", "source", "reviewed"}
_WHEN = {"type", "needs"}
_NOT_IN_THE_BOOK = {"question_more", "card"}  # the same question once more; a card that is kept, not asked


def load_paths(book: QuestionBook, file: File = PATHS) -> PathBook:
    """The paths and rules.

    Raises: ContentError for an unknown key, a question the book does not have, a way that is none, or when the last
    rule does not fit everybody.
    """
    raw = read_yaml_file(file)
    _known(file, "the file", raw, _TOP)
    paths = {name: _path(file, name, parts, raw["most_questions"], book) for name, parts in raw["paths"].items()}
    rules = tuple(_rule(file, parts, paths) for parts in raw["rules"])
    if not rules or rules[-1].when:
        raise ContentError(f"{file.name}: the last rule must fit everybody")
    for name, keys in raw["modules"].items():
        _known(file, f"the module {name}", keys, set(book.questions) | _NOT_IN_THE_BOOK)
    return PathBook(paths, rules, {name: tuple(keys) for name, keys in raw["modules"].items()})


def _path(file: File, name: str, parts: dict[str, Any], most: int, book: QuestionBook) -> Path:
    _known(file, name, parts, _PATH)
    _known(file, f"the way of {name}", parts["way"], set(book.questions) | _NOT_IN_THE_BOOK)
    way = tuple(_stop(file, key, weight) for key, weight in parts["way"].items())
    return Path(name, way, parts["asks"], parts["most_priorities"], most)


def _stop(file: File, key: str, weight: object) -> Stop:
    """``must``, a weight, or either with the room kept for what follows: ``75/7``, ``75/7-12`` (at least, at best)."""
    heavy, _, rooms = str(weight).partition("/")
    room, _, best = rooms.partition("-")
    if not (heavy == "must" or heavy.isdecimal()) or not all(one.isdecimal() for one in (room or "1", best or "1")):
        raise ContentError(f"{file.name}: {key} weighs {weight!r}, which is neither must nor a number")
    return Stop(key, MUST if heavy == "must" else int(heavy), int(room or 1),
                max(int(best or 0) - int(room or 1), 0))


def _rule(file: File, parts: dict[str, Any], paths: dict[str, Path]) -> FitRule:
    where = f"the rule {parts.get('id')}"
    _known(file, where, parts, _RULE)
    _known(file, where, parts["when"], _WHEN)
    if missing := {"id", "when", "way", "why", "source", "reviewed"} - set(parts):
        raise ContentError(f"{file.name}: {where} lacks {', '.join(sorted(missing))}")
    if parts["way"] not in {*paths, NOT_NOW}:
        raise ContentError(f"{file.name}: {where} has the unknown way {parts['way']!r}")
    if parts["way"] == NOT_NOW and not parts.get("says"):
        raise ContentError(f"{file.name}: {where} lacks what is said instead")
    path = paths.get(parts["way"])
    return FitRule(
        id=parts["id"], when=parts["when"], path=replace(path, opening=parts.get("opening")) if path else None,
        with_helper=bool(parts.get("with_helper")), says=parts.get("says"), why=parts["why"], source=parts["source"],
        reviewed=str(parts["reviewed"]),
    )


def _known(file: File, where: str, found: Any, known: set[str]) -> None:
    if unknown := set(found) - known:
        raise ContentError(f"{file.name}: {where} has unknown keys: {', '.join(sorted(map(str, unknown)))}")
