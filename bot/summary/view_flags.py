"""A safety flag as every format of the sheet shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.summary.moments import Moment


@dataclass(frozen=True)
class Acknowledged:
    """Who has seen a flag."""

    by: str
    at: Moment
    note: str | None


@dataclass(frozen=True)
class Told:
    """A safety contact who was told of a flag. ``mail`` as in :class:`bot.core.flags.Told`; ``text`` says it all."""

    name: str
    at: Moment
    due: Moment
    mail: str
    text: str


@dataclass(frozen=True)
class Remark:
    """What the person said about a flag afterwards. ``how``: ``typed`` or ``tapped``."""

    words: str
    how: str
    at: Moment


@dataclass(frozen=True)
class Also:
    """A further danger found in the same message; ``text`` is its kind in words."""

    kind: str
    text: str
    words: str


@dataclass(frozen=True)
class Flag:
    """A safety flag; ``acknowledged`` is None until somebody has."""

    id: str
    kind: str
    text: str
    words: str
    raised: Moment
    acknowledged: Acknowledged | None
    told: tuple[Told, ...] = ()
    remarks: tuple[Remark, ...] = ()
    also: tuple[Also, ...] = ()
