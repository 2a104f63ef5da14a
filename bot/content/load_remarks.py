"""Loads the reviewed phrases by which people say, after a safety text, that they did not mean it."""

from __future__ import annotations

from pathlib import Path

from bot.content.errors import ContentError
from bot.content.read_yaml import read_yaml_file
from bot.core.remarks import RemarkPhrases, words_of

FILE = Path(__file__).parent / "remarks" / "en.yml"
_PHRASES, _WORDS = ("about_the_words", "fine", "going_on", "about_the_danger"), ("around", "denying")
_KEYS = {"author", "date", *_PHRASES, *_WORDS}


def load_remarks(path: Path = FILE) -> RemarkPhrases:
    """Read and check the file. Raises: ContentError for a key that is unknown or missing, or is not text."""
    data = read_yaml_file(path)
    if not isinstance(data, dict) or set(data) != _KEYS:
        raise ContentError(f"{path.name}: it must have exactly {', '.join(sorted(_KEYS))}")
    for key in _KEYS:
        if not isinstance(data[key], str) or not data[key].strip():
            raise ContentError(f"{path.name}: {key} must be text")
    lines = {key: frozenset(tuple(words_of(line)) for line in data[key].splitlines() if line.strip())
             for key in _PHRASES}
    words = {key: frozenset(data[key].split()) for key in _WORDS}
    return RemarkPhrases(**lines, **words)
