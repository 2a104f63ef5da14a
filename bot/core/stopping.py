"""Whether a whole message is a wish to stop, or start again, what we send unasked."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LONGEST = 200  # a wish to stop is short; anything longer is somebody telling us something


@dataclass(frozen=True)
class StoppingPhrases:
    """Reviewed phrases, in lower case: whole messages, and words that may stand around them ("please", "hi")."""

    stop: frozenset[str]
    start: frozenset[str]
    around: frozenset[str]


def is_stop(text: str, phrases: StoppingPhrases) -> bool:
    """True when the whole message asks for no more messages ("STOP.", "please stop messaging me", "/stop").

    A sentence that only holds the word ("I want to stop smoking") is not one. Never raises.
    """
    return _is_one_of(text, phrases.stop, phrases.around)


def is_start(text: str, phrases: StoppingPhrases) -> bool:
    """True when the whole message asks for messages again ("START", "/start", "unstop"). Never raises."""
    return _is_one_of(text, phrases.start, phrases.around)


def _is_one_of(text: str, wanted: frozenset[str], around: frozenset[str]) -> bool:
    if len(text) > _LONGEST:
        return False
    if len(text.split()) == 2 and text.strip().startswith("/start "):
        return False  # a link's own code follows: that is an arrival, not a wish
    words = _words(text)
    if " ".join(words) in wanted:
        return True
    while words and words[0] in around:
        words = words[1:]
    while words and words[-1] in around:
        words = words[:-1]
    return bool(words) and " ".join(words) in wanted


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("‘", "'").casefold()
    return [_shorten(word.replace("'", "")) for word in _WORD.findall(plain)]


def _shorten(word: str) -> str:
    """"stopppp" to "stopp": nobody doubles a letter three times on purpose."""
    return re.sub(r"(.)\1{2,}", r"\1\1", word)
