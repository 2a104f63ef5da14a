"""What to say to danger in a message that belongs to no conversation, so that nobody can be told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.core.helplines import Helplines
from bot.core.safety import check
from bot.core.safety_likeness import Resemblance
from bot.core.safety_rules import SafetyRules
from bot.services.raise_flag import flagged, texts_for


class Sentences(Protocol):
    def say(self, key: str, avoid: str | None = None, **words: str) -> str: ...


@dataclass(frozen=True)
class SafetyAnswer:
    """The fixed words for a present danger. Within a conversation it is ``RaiseFlag`` that answers."""

    rules: SafetyRules
    helplines: Helplines
    wording: Sentences
    resemblance: Resemblance | None = None

    def __call__(self, text: str) -> str | None:
        """The words to say, or nothing when ``text`` speaks of no present danger."""
        found = flagged(check(text, self.rules, None, self.resemblance))
        if not any(one.alert for one in found):
            return None
        keys = texts_for(tuple(one.kind for one in found))
        return "\n\n".join(self.wording.say(key, **self.helplines.numbers) for key in keys)
