"""The ways in which people type a command or a bare yes or no, as reviewed phrases, and whether a message is one."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import spacy
from spacy.matcher import PhraseMatcher

from bot.content.read_yaml import read_yaml_file
from bot.core.phrases import plain

PHRASES = Path(__file__).resolve().parent.parent / "content" / "commands.yml"
ALIKE = 0.75  # share of letters in common, in order; "skpi" and "skip" have 0.75
_POLITE = (" please", " thanks", " thank you")


class PhrasesError(ValueError):
    """The file of phrases is not as it must be; the message names the phrase."""


class CommandPhrases:
    """Finds the intent whose phrase a whole message is.

    Args:
        phrases: for each intent, the ways of writing it.
    """

    def __init__(self, phrases: dict[str, list[str]]) -> None:
        self.intents = frozenset(phrases)
        self._phrases = {intent: [plain(text) for text in texts] for intent, texts in phrases.items()}
        self._language = spacy.blank("en")
        self._matcher = PhraseMatcher(self._language.vocab, attr="LOWER")
        for intent, texts in self._phrases.items():
            self._matcher.add(intent, [self._language.make_doc(text) for text in texts])

    def whole(self, text: str) -> str | None:
        """The intent whose phrase the whole of ``text`` is; None when it is none's.

        Politeness at the end ("skip please") does not count.
        """
        said = plain(text)
        for ending in ("", *_POLITE):
            doc = self._language.make_doc(said.removesuffix(ending))
            for match, start, end in self._matcher(doc):
                if start == 0 and end == len(doc):
                    return self._language.vocab.strings[match]
        return None


    def resembles(self, text: str, intent: str) -> bool:
        """Whether ``text`` is a slip of the finger away from one of the intent's phrases ("skpi", "go bak").

        Word by word: "help mum" is not "help me".
        """
        said = plain(text).split()
        return any(_alike(said, phrase.split()) for phrase in self._phrases.get(intent, ()))


def _alike(said: list[str], phrase: list[str]) -> bool:
    return len(said) == len(phrase) and all(
        SequenceMatcher(None, one, other).ratio() >= ALIKE for one, other in zip(said, phrase, strict=True))


def load_phrases(path: Path = PHRASES) -> dict[str, list[str]]:
    """The phrases by intent. Raises: PhrasesError for a phrase that stands under two intents."""
    phrases: dict[str, list[str]] = read_yaml_file(path)
    seen: dict[str, str] = {}
    for intent, texts in phrases.items():
        for text in texts:
            if seen.setdefault(plain(text), intent) != intent:
                raise PhrasesError(f"{path.name}: {text!r} stands under {seen[plain(text)]} and under {intent}")
    return phrases
