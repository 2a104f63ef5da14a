"""Comparing whole messages with known phrases."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_INNER = re.compile(r"[,;:.!?]+|\s+")
_POLITE = re.compile(
    r"^(?:(?:well|erm|um|oh|ah|so|ok|okay)\s+)+(?=\S)"
    r"|(?:\s+(?:please|thanks|thank you|ta|cheers|doctor|doc|love))+$"
)


IN_A_SENTENCE = 140  # so short, words are named inside a sentence of ours, which has its own full stop


def plain(text: str) -> str:
    """Lower case, plain apostrophes, no punctuation at the edges or between words, single spaces."""
    text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES).casefold()
    return " ".join(_INNER.sub(" ", _EDGES.sub("", text)).split())


def is_one_of(text: str, phrases: frozenset[str]) -> bool:
    """Whether the whole message is one of ``phrases`` (themselves :func:`plain`), politeness aside.

    >>> is_one_of("No, thank you.", frozenset({"no"}))
    True
    >>> is_one_of("No pain in the hip", frozenset({"no"}))
    False
    """
    said = plain(text)
    return said in phrases or _POLITE.sub("", said) in phrases


def shortened(text: str, most: int = 90) -> str:
    """The beginning of ``text`` on one line, for naming a thing in a question; the whole is kept elsewhere."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line.removesuffix(".") if most <= IN_A_SENTENCE and not line.endswith("..") else line
    return line[:most].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
