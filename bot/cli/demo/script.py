"""What the demo's people say, read from ``bot/content/demo.yml`` and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.content.read_yaml import read_yaml_file
from bot.core.answers import key_of, number_of
from bot.core.clinic import ClinicFacts, NewContact

MOST_TURNS = 60
FILE = Path(__file__).resolve().parents[2] / "content" / "demo.yml"
ACTS = {"tap": "value", "pick": "pick", "command": "command"}
KNOWN = {"reference", "name", "clinician", "visit", "state", "opens", "until", "turns", "answers", "later", "flag"}


class ScriptError(ValueError):
    """The demo's file cannot be used; the message names the person and the part."""


@dataclass(frozen=True)
class Said:
    """One thing a person does: writes ``text``, taps the quick reply with ``value`` or the one that reads ``pick``
    somewhere, or gives a ``command``."""

    text: str = ""
    value: str | None = None
    command: str | None = None
    pick: str | None = None


@dataclass(frozen=True)
class Person:
    """One invented person; see the head of ``demo.yml``."""

    reference: str
    name: str
    clinician: str
    day: int
    at: time
    state: str
    kind: str = "follow_up"
    opens: bool = True
    until: str = "afterwards"
    turns: int = MOST_TURNS
    answers: Mapping[str, Sequence[Sequence[Said]]] = field(default_factory=dict)
    check_in: Said | None = None
    check_in_after: int = 0
    flag_note: str = ""

    def starts_at(self, today: date, zone: str) -> datetime:
        """When their appointment is, counted from ``today``."""
        return datetime.combine(today + timedelta(days=self.day), self.at, ZoneInfo(zone))

    def stops_at(self, ref: str) -> bool:
        """Whether this is the question they leave open."""
        return self.until in {ref, key_of(ref)}

    def answer(self, ref: str, times_before: int) -> Said | None:
        """What they answer to ``ref`` when it was put ``times_before`` times already; None when nothing is left."""
        given = self.answers.get(key_of(ref), ())
        place = number_of(ref) - 1
        tries = given[place] if place < len(given) else ()
        return tries[times_before] if times_before < len(tries) else None


@dataclass(frozen=True)
class Script:
    """The whole demo."""

    clinic: ClinicFacts
    staff: Mapping[str, Mapping[str, str]]
    people: tuple[Person, ...]


def load_script(path: Path = FILE) -> Script:
    """Raises: ScriptError for a part that is unknown or missing."""
    raw = read_yaml_file(path)
    people = tuple(_person(entry) for entry in raw["people"])
    contacts = tuple(NewContact(**one) for one in raw["clinic"].get("contacts", ()))
    clinic = {**raw["clinic"], "topics": tuple(raw["clinic"].get("topics", ())), "contacts": contacts}
    return Script(ClinicFacts(**clinic, demo=True), raw["staff"], people)


def _person(raw: dict[str, Any]) -> Person:
    who = raw.get("reference", "somebody without a reference")
    if unknown := set(raw) - KNOWN:
        raise ScriptError(f"{who}: {', '.join(sorted(unknown))} is not known in demo.yml")
    try:
        later = raw.get("later")
        return Person(
            reference=raw["reference"],
            name=raw["name"],
            clinician=raw["clinician"],
            day=int(raw["visit"]["day"]),
            at=time.fromisoformat(raw["visit"]["at"]),
            state=raw["state"],
            kind=raw["visit"].get("type", "follow_up"),
            opens=raw.get("opens", True),
            until=raw.get("until", "afterwards"),
            turns=raw.get("turns", MOST_TURNS),
            answers={key: [_tries(entry) for entry in entries] for key, entries in raw.get("answers", {}).items()},
            check_in=said_of(later["answers"]) if later else None,
            check_in_after=later["days"] if later else 0,
            flag_note=raw.get("flag", ""),
        )
    except KeyError as error:
        raise ScriptError(f"{who}: {error.args[0]} is missing in demo.yml, or nothing anybody can do") from error


def _tries(entry: Any) -> list[Said]:
    """An entry is one answer, or a list of what is said first, second … when the same question is put again."""
    return [said_of(one) for one in entry] if isinstance(entry, list) else [said_of(entry)]


def said_of(entry: Any) -> Said:
    """What an entry of the file stands for: words, a number on a scale, or ``{tap|pick|command: which}``."""
    if isinstance(entry, dict):
        ((what, which),) = entry.items()
        return Said(**{ACTS[what]: str(which)})
    return Said(value=str(entry)) if isinstance(entry, int) else Said(text=str(entry))
