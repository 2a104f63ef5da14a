"""The numbers to ring in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Helplines:
    """``numbers`` fill the placeholders of the safety wording, e.g. ``{"emergency": "999"}``."""

    place: str
    numbers: dict[str, str]
