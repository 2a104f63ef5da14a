"""What Paratoi says, read from ``data/responses``: the same sentences Rasa says, for when Rasa is not asked.

Safety answers, STOP and "I cannot answer just now" must be said even while Rasa is down, so the gateway reads them
here.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.content.read_yaml import read_yaml

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class WordingError(ValueError):
    """A sentence is missing, doubled or malformed; the message names file and key."""


@dataclass(frozen=True)
class Variant:
    """One way of saying a thing."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    scale: dict[str, str] | None = None


@dataclass(frozen=True)
class Wording:
    """All sentences by key, and a version that changes when any of them does."""

    version: str
    variants: dict[str, tuple[Variant, ...]] = field(repr=False)

    def choose(self, key: str, avoid: str | None = None, **words: str) -> tuple[str, Variant]:
        """Fill a variant of ``key``; one that would repeat ``avoid`` is passed over when there is another.

        Returns: the filled text, and the variant it was made from.
        Raises: WordingError when the key or a placeholder's words are missing.
        """
        if key not in self.variants:
            raise WordingError(f"no sentence has the key {key}")
        filled = [(_fill(key, variant.text, words), variant) for variant in self.variants[key]]
        fresh = [pair for pair in filled if pair[0] != avoid]
        return random.choice(fresh or filled)

    def say(self, key: str, avoid: str | None = None, **words: str) -> str:
        """The text alone; see :meth:`choose`."""
        return self.choose(key, avoid, **words)[0]


def _fill(key: str, text: str, words: dict[str, str]) -> str:
    missing = set(_PLACEHOLDER.findall(text)) - set(words)
    if missing:
        raise WordingError(f"{key} wants {', '.join(sorted(missing))}")
    return _PLACEHOLDER.sub(lambda match: words[match.group(1)], text)


def load_wording(folder: Path, of_the_place: Mapping[str, str] | None = None) -> Wording:
    """Read every ``*.yml`` below ``folder``.

    Args:
        of_the_place: words for placeholders that are the same in every sentence here, e.g. ``{"emergency": "999"}``;
            without them the placeholders stay, for whoever says the sentence to fill.
    Raises: WordingError for a key in two files (Rasa would silently use one), or an entry of another shape.
    """
    variants: dict[str, tuple[Variant, ...]] = {}
    where: dict[str, str] = {}
    same = dict(of_the_place or {})
    digest = hashlib.sha256("".join(f"{key}={same[key]}\n" for key in sorted(same)).encode())
    for path in sorted(folder.rglob("*.yml")):
        raw = path.read_bytes()
        digest.update(raw)
        for key, entries in (read_yaml(raw, path.name) or {}).get("responses", {}).items():
            if key in where:
                raise WordingError(f"{key} stands in {where[key]} and in {path.name}")
            where[key] = path.name
            variants[key] = tuple(_with(_variant(path, key, entry), same) for entry in entries)
    return Wording(digest.hexdigest()[:12], variants)


def _with(variant: Variant, words: Mapping[str, str]) -> Variant:
    text = _PLACEHOLDER.sub(lambda match: words.get(match.group(1), match.group()), variant.text)
    return replace(variant, text=text)


def _variant(path: Path, key: str, entry: Any) -> Variant:
    known = {"text", "buttons", "custom", "condition", "metadata"}
    if not isinstance(entry, dict) or set(entry) - known or not entry.get("text"):
        raise WordingError(f"{path.name}: {key} has an entry without text, or with an unknown part")
    buttons = tuple((b["title"], str(b["payload"])) for b in entry.get("buttons", ()))
    return Variant(entry["text"], buttons, (entry.get("custom") or {}).get("scale"))
