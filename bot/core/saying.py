"""What Paratoi decided to say: keys of sentences and the words that go into them, never the sentences themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Choice:
    """A quick reply: what it stands for, and the sentence (with its words) that is its title."""

    value: str
    key: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Say:
    """One message.

    Args:
        key: the sentence, e.g. ``utter_asks_hope``.
        words: what goes into its placeholders.
        lines: further sentences that are filled first and put, one below the other, into ``{lines}``.
        question: the question the message asks, when it asks one; its quick replies belong to it.
        choices: quick replies.
        step: (number, of), the progress to show.
    """

    key: str
    words: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Say, ...] = ()
    question: str | None = None
    choices: tuple[Choice, ...] = ()
    step: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        return {
            "key": self.key, "words": dict(self.words), "lines": [line.to_dict() for line in self.lines],
            "question": self.question, "choices": [[c.value, c.key, dict(c.words)] for c in self.choices],
            "step": list(self.step) if self.step else None,
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Say:
        return cls(
            key=raw["key"], words=raw["words"], lines=tuple(cls.from_dict(line) for line in raw["lines"]),
            question=raw["question"], choices=tuple(Choice(*parts) for parts in raw["choices"]),
            step=tuple(raw["step"]) if raw["step"] else None,
        )


@dataclass(frozen=True)
class Turn:
    """What one inbound message led to: what is said, what is asked now, and how which questions were answered."""

    says: tuple[Say, ...]
    asking: str | None
    answered: Mapping[str, str] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {"says": [say.to_dict() for say in self.says], "asking": self.asking, "answered": dict(self.answered)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Turn:
        return cls(tuple(Say.from_dict(say) for say in raw["says"]), raw["asking"], raw["answered"])
