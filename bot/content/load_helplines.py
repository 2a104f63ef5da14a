"""Loads the helplines of a place. What a safety text names must be there, or nothing starts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from bot.content.errors import ContentError
from bot.content.read_yaml import read_yaml_file
from bot.core.helplines import Helpline, Helplines

SAFETY_TEXTS = Path(__file__).resolve().parents[2] / "data" / "responses" / "safety.yml"
_PARTS = {"name": "name", "number": "number", "says": "says", "for": "for_what", "source": "source",
          "checked": "checked", "checked_by": "checked_by"}
_MAY_BE_EMPTY = {"checked", "checked_by"}  # nobody has yet; `paratoi doctor` says so. Both or neither
BY_AREA = "by area"  # a service that has one number for each area: its name is said, and people know or find theirs
_SAFETY, _PLACEHOLDER = "utter_safety_", re.compile(r"\{([a-z_]+)\}")


def load_helplines(path: Path, place: str, texts: Path = SAFETY_TEXTS) -> Helplines:
    """The helplines of one place.

    Args:
        texts: the safety wording, whose placeholders say which helplines are needed.
    Raises: ContentError, naming file and key.
    """
    where = f"helplines/{path.name}"
    entries = _read(path, where)
    for key, said_in in needed(texts).items():
        if key not in entries:
            raise ContentError(f"{where} lacks {key}, which {said_in} names. Add it with {', '.join(_PARTS)}.")
    return Helplines(place, {key: _helpline(where, key, entry) for key, entry in entries.items()})


def needed(texts: Path = SAFETY_TEXTS) -> dict[str, str]:
    """Each placeholder of the safety texts, and one text that has it."""
    responses = read_yaml_file(texts)["responses"]
    return {key: name for name, variants in responses.items() if name.startswith(_SAFETY)
            for variant in variants for key in _PLACEHOLDER.findall(variant["text"])}


def _read(path: Path, where: str) -> dict[str, Any]:
    try:
        data = read_yaml_file(path)
    except OSError as error:
        raise ContentError(f"{where} cannot be read: {error.strerror}") from error
    except yaml.YAMLError as error:
        raise ContentError(f"{where} is not YAML: {error}") from error
    if not isinstance(data, dict) or set(data) != {"helplines"} or not isinstance(data["helplines"], dict):
        raise ContentError(f"{where} must hold helplines, and nothing else")
    return data["helplines"]


def _helpline(where: str, key: str, entry: object) -> Helpline:
    if not isinstance(entry, dict):
        raise ContentError(f"{where}: {key} must have {', '.join(_PARTS)}")
    for part in sorted(set(map(str, entry)) - set(_PARTS)):
        raise ContentError(f"{where}: {key} has the unknown part {part}")
    for part in _PARTS:
        if part not in entry:
            raise ContentError(f"{where}: {key} lacks {part}")
        if not isinstance(entry[part], str):
            raise ContentError(f"{where}: put {part} of {key} in quotes")
        if not entry[part].strip() and part not in _MAY_BE_EMPTY:
            raise ContentError(f"{where}: {part} of {key} is empty")
    if entry["number"] != BY_AREA and entry["number"] not in entry["says"]:
        raise ContentError(f"{where}: what {key} says does not hold its number {entry['number']}")
    line = Helpline(**{field: entry[part].strip() for part, field in _PARTS.items()})
    if bool(line.checked) != line.is_checked:
        lacks = "checked_by" if line.checked else "checked"
        raise ContentError(f"{where}: {key} says who checked it or when, and not both; {lacks} lacks its part")
    return line
