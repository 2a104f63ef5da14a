"""The numbers to ring in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Helpline:
    """One service people can ring or text.

    Args:
        number: as it is dialled; ``by area`` where each area has its own.
        says: how a sentence names it, e.g. ``Samaritans on 116 123``.
        for_what: what it is for.
        source: where the number can be checked. checked, checked_by: when it last was, and by whom; empty for nobody.
    """

    name: str
    number: str
    says: str
    for_what: str
    source: str
    checked: str
    checked_by: str

    @property
    def is_checked(self) -> bool:
        """Whether somebody has put their name to it."""
        return bool(self.checked_by) and not self.checked_by.casefold().startswith("nobody")


@dataclass(frozen=True)
class Helplines:
    """The helplines of one place, by the placeholder of the safety wording that stands for each."""

    place: str
    lines: dict[str, Helpline]

    @property
    def numbers(self) -> dict[str, str]:
        """What fills the placeholders of the safety wording, e.g. ``{"emergency": "999"}``."""
        return {key: line.says for key, line in self.lines.items()}
