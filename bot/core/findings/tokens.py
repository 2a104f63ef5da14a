"""A message as words with their places, so that what is found can be cut out of it as it was written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_PIECE = re.compile(
    r"(?P<word>[^\W_]+(?:[.](?=[^\W_][.\s])[^\W_])*(?:['’‘`´-][^\W_]+)*['’]?|['’]\w+)"
    r"|(?P<stop>[.!?;…\n\r]+)|(?P<pause>[,:()\[\]/–—]+|--+)"
)
_APOSTROPHES = str.maketrans("’‘`´", "''''")
_NOT = re.compile(r"^(do|does|did|ca|can|could|wo|would|is|are|was|were|has|have|had|should|ai|need)n'?t$")
_SCOTS = re.compile(r"^(ca|di|do|does|did|could|would|wi|will|is|was|has|have|should)n(?:nae|na|ae)$")
_SHORT = {"ca": "can't", "can": "can't", "wo": "won't", "will": "won't", "ai": "isn't", "di": "don't", "wi": "won't"}
_NO_PLURAL = ("ss", "is", "us", "'s")
_LONGEST = 10_000  # characters


@dataclass(frozen=True)
class Words:
    """The words of a text.

    Attributes:
        text: as it was written.
        said: each word in lower case with plain apostrophes.
        ones: the same without a plural s ("knees" → "knee").
        starts, ends: places in ``text``.
        stops: the numbers of words before which a sentence ends. pauses: likewise for commas and brackets.
    """

    text: str
    said: tuple[str, ...]
    ones: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    stops: frozenset[int]
    pauses: frozenset[int]

    def cut(self, first: int, after: int) -> str:
        """What was written from word ``first`` to the word before ``after``."""
        return self.text[self.starts[first] : self.ends[after - 1]]

    @cached_property
    def line(self) -> str:
        """All words, one space between, with a space at either end."""
        return f" {' '.join(self.said)} "

    def __len__(self) -> int:
        return len(self.said)


def words_of(text: str) -> Words:
    """Split ``text`` into words. Of a text over 10,000 characters only the first are read. Never raises."""
    said: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    stops: set[int] = set()
    pauses: set[int] = set()
    for piece in _PIECE.finditer(text[:_LONGEST]):
        if piece.lastgroup == "stop":
            stops.add(len(said))
        elif piece.lastgroup == "pause":
            pauses.add(len(said))
        else:
            _add(piece.group().translate(_APOSTROPHES).casefold(), piece.start(), piece.end(), said, starts, ends)
    return Words(
        text,
        tuple(said),
        tuple(singular(word) for word in said),
        tuple(starts),
        tuple(ends),
        frozenset(stops),
        frozenset(pauses),
    )


def _add(word: str, start: int, end: int, said: list[str], starts: list[int], ends: list[int]) -> None:
    if word in ("n't", "nt", "'nt") and said:  # "do n't", as transcripts have it
        said[-1] = _SHORT.get(said[-1], said[-1] + "n't")
        ends[-1] = end
        return
    if (match := _SCOTS.match(word)) or (match := _NOT.match(word)):
        word = _SHORT.get(match[1], match[1] + "n't")
    said.append("can't" if word == "cannot" else word)
    starts.append(start)
    ends.append(end)


def singular(word: str) -> str:
    """The word without a plural s, where it has one. "knees" → "knee", "ankle's" → "ankle", "arthritis" stays."""
    word = word.removesuffix("'s").rstrip("'")
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")) and not word.endswith("aches"):
        return word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL) else word
