"""Who talks, and what each of them says to which question, read from ``people.yml`` and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.cli.demo.script import Said, said_of
from bot.core.answers import key_of
from bot.core.invitation_list import NEEDS, TYPES
from bot.core.questions import QuestionBook

FILE = Path(__file__).resolve().parent / "people.yml"
_MOVES = {"away", "wait", "day", "leave"}
_KNOWN = {"id", "name", "called", "who", "type", "needs", "visit_in", "answers"}


class PeopleError(ValueError):
    """The file cannot be used; the message names the person and the part."""


@dataclass(frozen=True)
class Act:
    """One thing somebody does when they are asked.

    Args:
        said: what they write, tap or command; None when they do something else.
        away: days until they open their link again.
        wait: days until a check-in reaches them on the open page.
        day: they write the date of the day that is so many days off.
        leave: whether they close the page for good.
    """

    said: Said | None = None
    away: int = 0
    wait: int = 0
    day: int = 0
    leave: bool = False


@dataclass(frozen=True)
class Person:
    """One invented person; see the head of ``people.yml``. ``called``: who writes, in the transcript."""

    id: str
    name: str
    who: str
    called: str = ""
    type: str = "follow_up"
    needs: str = ""
    visit_in: int = 7
    answers: Mapping[str, Sequence[Act]] = field(default_factory=dict)


@dataclass(frozen=True)
class People:
    """Everybody, and what anybody answers where their own part says nothing."""

    everybody: Mapping[str, Act]
    people: tuple[Person, ...]


def load_people(book: QuestionBook, path: Path = FILE) -> People:
    """Raises: PeopleError for a part that is missing, or a question or type that does not exist."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    everybody = {key: _act(entry, "everybody") for key, entry in raw["everybody"].items()}
    people = tuple(_person(entry) for entry in raw["people"])
    for who, keys in [("everybody", everybody), *((one.id, one.answers) for one in people)]:
        if unknown := {key for key in keys if key_of(key) not in book.questions}:
            raise PeopleError(f"{who}: there is no question {', '.join(sorted(unknown))}")
    if len({one.id for one in people}) != len(people):
        raise PeopleError("two people have the same id")
    return People(everybody, people)


def _person(raw: dict[str, Any]) -> Person:
    who = raw.get("id", "somebody without an id")
    if unknown := set(raw) - _KNOWN:
        raise PeopleError(f"{who}: {', '.join(sorted(unknown))} is not known in people.yml")
    if missing := {"id", "name", "who", "answers"} - set(raw):
        raise PeopleError(f"{who}: {', '.join(sorted(missing))} is missing in people.yml")
    if raw.get("type", "follow_up") not in TYPES or raw.get("needs", "") not in {"", *NEEDS}:
        raise PeopleError(f"{who}: no such type or need")
    answers = {key: tuple(_act(entry, who) for entry in _listed(given)) for key, given in raw["answers"].items()}
    return Person(**{"called": raw["name"].split()[0], **raw, "answers": answers})


def _listed(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _act(entry: Any, who: str) -> Act:
    try:
        if isinstance(entry, dict) and set(entry) & _MOVES:
            return Act(**entry)
        return Act(said_of(entry))
    except (TypeError, ValueError, KeyError) as error:
        raise PeopleError(f"{who}: {entry!r} is nothing anybody can do") from error
