"""Whether a message, after a safety text, says that it was not meant: "I'm fine, it was a figure of speech"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

FINE = "/fine"  # what the button under a safety text stands for
# So long after a flag, words about the words before are still taken to be about it.
SOON = timedelta(hours=2)
WHOLE, PART = "whole", "part"
_LONGEST = 400  # a remark is short; anything longer is somebody telling us something
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
Words = tuple[str, ...]


@dataclass(frozen=True)
class RemarkPhrases:
    """Reviewed phrases, as words each; see ``bot/content/remarks``."""

    about_the_words: frozenset[Words] = frozenset()
    fine: frozenset[Words] = frozenset()
    going_on: frozenset[Words] = frozenset()
    about_the_danger: frozenset[Words] = frozenset()
    around: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()


def read_remark(text: str, phrases: RemarkPhrases, straight_after: bool) -> str | None:
    """``whole`` when the message says nothing else, ``part`` when it says more as well, or nothing.

    Args:
        straight_after: the safety text was the last thing said; only then does "I'm fine" count.
    """
    if len(text) > _LONGEST:
        return None
    words = words_of(text)
    about, left = _without(words, phrases.about_the_words)
    fine, left = _without(left, phrases.fine)
    left = [word for word in left if word not in phrases.around and not _is_laughter(word)]
    if not about and not (fine and straight_after and not left):
        return None
    if any(word in phrases.denying for word in left):
        return None
    return PART if left else WHOLE


def wants_to_go_on(text: str, phrases: RemarkPhrases) -> bool:
    """Whether a message asks to go on with the questions, and says nothing else."""
    if len(text) > _LONGEST:
        return False
    found, left = _without(words_of(text), phrases.going_on)
    return found and all(word in phrases.around for word in left)


def is_about_the_danger(text: str, phrases: RemarkPhrases) -> bool:
    """Whether a message speaks of the danger, of help for it, or of who gets to know."""
    return _without(words_of(text), phrases.about_the_danger)[0]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, without apostrophes."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").casefold()
    return [word.replace("'", "") for word in _WORD.findall(plain)]


def _without(words: list[str], phrases: Iterable[Words]) -> tuple[bool, list[str]]:
    """Whether any of ``phrases`` is in ``words``, and the words without them; the longest phrase counts first."""
    by_length = sorted(phrases, key=len, reverse=True)
    found, left, place = False, [], 0
    while place < len(words):
        phrase = next((one for one in by_length if tuple(words[place:place + len(one)]) == one), None)
        if phrase is None:
            left.append(words[place])
            place += 1
        else:
            found, place = True, place + len(phrase)
    return found, left


def _is_laughter(word: str) -> bool:
    return bool(re.fullmatch(r"(?:ha|he|hi|lo|l)+[hl]?", word)) and word not in {"he", "hi"}
