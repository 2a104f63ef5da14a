"""What we keep of a message, and what sort of message it is."""

from __future__ import annotations

import re
import unicodedata

from bot.core.numbers import NUMBER_WORDS

_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
# PostgreSQL refuses NUL; lone surrogates cannot be written as UTF-8; other control characters show as nothing.
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_EMOJI_JOINERS = {"\u200d", "\ufe0f", "\ufe0e", "\u20e3"}
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d+)*|[.,]\d+)(?:\s*/\s*\d+)?%?")


def tidy(text: str) -> str:
    r"""What is stored: the person's words as they are.

    Outer white space goes, line ends become ``\n``, and characters no database or page can hold are dropped.
    Nothing else changes. Never raises.
    """
    return _UNSTORABLE.sub("", _LINE_ENDS.sub("\n", text)).strip()


def kind_of_text(text: str) -> str:
    """``empty``, ``emoji`` (nothing else), ``number`` (nothing else, in digits or words) or ``words``. Never raises."""
    kept = tidy(text)
    if not any(character.isprintable() and not character.isspace() for character in kept):
        return "empty"
    if _only_emoji(kept):
        return "emoji"
    if _only_number(kept):
        return "number"
    return "words"


def _only_emoji(text: str) -> bool:
    text = re.sub("[0-9#*]\ufe0f?\u20e3", "\u2b50", text)  # keycaps
    seen = False
    for character in text:
        if character.isspace() or character in _EMOJI_JOINERS or "\U000e0020" <= character <= "\U000e007f":
            continue
        if not _is_emoji(character):
            return False
        seen = True
    return seen


def _is_emoji(character: str) -> bool:
    code = ord(character)
    if 0x1F000 <= code <= 0x1FAFF:
        return True
    return unicodedata.category(character) == "So" and code >= 0x203C or character in "\u203c\u2049\u2640\u2642"


def _only_number(text: str) -> bool:
    plain = unicodedata.normalize("NFKC", text).casefold().strip(" .!?")
    if _NUMBER.fullmatch(plain):
        return True
    words = re.split(r"[\s-]+", plain)
    return all(word in NUMBER_WORDS or word == "and" for word in words) and words[0] != "and"
