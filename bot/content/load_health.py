"""Loads the reviewed words that name what troubles people: ``health/<language>.yml``, one list for each kind."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from bot.content.read_yaml import read_yaml_file
from bot.core.findings.vocabulary import KINDS, HealthWords

CONTENT = Path(__file__).resolve().parent / "health"
_ABOUT = {"author", "date", "source"}


class HealthWordsError(ValueError):
    """The file of words is not as it must be; the message names file and key."""


@lru_cache
def load_health(language: str = "en", folder: Path = CONTENT) -> HealthWords:
    """The words of one language. Raises: HealthWordsError for a language we have no words in, or an unknown key."""
    path = folder / f"{language}.yml"
    if not path.is_file():
        raise HealthWordsError(f"There are no words for the language “{language}”: {path.name} is missing")
    data = read_yaml_file(path)
    for key in sorted({*KINDS, *_ABOUT} ^ set(data)):
        raise HealthWordsError(f"{path.name}: {'lacks' if key in {*KINDS, *_ABOUT} else 'has the unknown key'} {key}")
    return HealthWords(
        {
            kind: tuple(word for line in data[kind].splitlines() for one in line.split(",") if (word := one.strip()))
            for kind in KINDS
        }
    )
