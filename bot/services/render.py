"""Puts a decided message into words: for the assistant, the parts it cannot fill; without it, the whole message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from bot.core.replies import Reply
from bot.core.saying import Say

KEYED = frozenset({"label", "mark"})  # placeholders whose words are themselves a sentence of data/responses

LISTED = "labels"  # several such keys, with commas between them


class Wording(Protocol):
    def say(self, key: str, avoid: str | None = None, **words: str) -> str: ...

    def choose(self, key: str, avoid: str | None = None, **words: str) -> tuple[str, Any]: ...


def words_of(say: Say, wording: Wording) -> dict[str, str]:
    """The words for a message's placeholders, its lines put one below the other."""
    words = _spelt_out(say.words, wording)
    if say.lines:
        words["lines"] = "\n".join(wording.say(line.key, **_spelt_out(line.words, wording)) for line in say.lines)
    return words


def _spelt_out(words: Mapping[str, str], wording: Wording) -> dict[str, str]:
    """The words with each label and mark, which the core names by its key, as it reads."""
    return {name: _by_key(name, word, wording) for name, word in words.items()}


def _by_key(name: str, word: str, wording: Wording) -> str:
    if name == LISTED:
        return ", ".join(_small(wording.say(key)) for key in word.split(","))
    return wording.say(word) if word and name in KEYED else word


def _small(label: str) -> str:
    """A label as it stands inside a line: its first letter small, unless it is the word "I"."""
    return label if label.startswith("I ") else label[:1].lower() + label[1:]


def buttons_of(say: Say, wording: Wording) -> tuple[dict[str, str], ...]:
    """A message's quick replies: ``title`` and ``value`` each."""
    return tuple(
        {"title": wording.say(c.key, **_spelt_out(c.words, wording)), "value": c.value} for c in say.choices)


def render(say: Say, wording: Wording, avoid: str | None = None) -> Reply:
    """The whole message in words; ``avoid`` is what was said last."""
    text, variant = wording.choose(say.key, avoid, **words_of(say, wording))
    step = {"number": say.step[0], "of": say.step[1]} if say.step else None
    return Reply(say.key, text, say.question, buttons_of(say, wording), variant.scale, step)
