"""What an appointment is, and what the team notes about it: these decide which questions are asked, or none."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.core.invitation_list import NEEDS, TYPES
from bot.core.paths import PathBook

NOTHING = "nothing"


class FitError(ValueError):
    """The appointment is not there, or the type or need is none; the message says what to write."""


@dataclass(frozen=True)
class Fit:
    """What an appointment is now, and the rule and path that follow from it. ``path`` is None when nothing is asked."""

    kind: str
    needs: str
    rule: str
    path: str | None
    with_helper: bool


class _Rows(Protocol):
    def matching(self, reference: str, clinic: str) -> list[tuple[str, str, str]]: ...
    def set(self, appointment_id: str, kind: str, needs: str) -> None: ...


class _Unit(Protocol):
    fits: _Rows


class _Units(Protocol):
    def work(self) -> AbstractContextManager[_Unit]: ...


class SetFit:
    """Shows, and if wanted changes, an appointment's type and needs."""

    def __init__(self, units: _Units, paths: PathBook) -> None:
        self._units = units
        self._paths = paths

    def __call__(self, reference: str, clinic: str = "", kind: str = "", needs: str = "") -> Fit:
        """What the appointment is after the change.

        Args:
            clinic: its short name; may be empty while only one clinic has the reference.
            kind, needs: empty leaves them as they are; ``nothing`` takes the need away.
        Raises: FitError.
        """
        if kind and kind not in TYPES:
            raise FitError(f"There is no type '{kind}'. Write one of {', '.join(TYPES)}.")
        if needs and needs not in {*NEEDS, NOTHING}:
            raise FitError(f"There is no need '{needs}'. Write one of {', '.join((*NEEDS, NOTHING))}.")
        with self._units.work() as unit:
            found = unit.fits.matching(reference, clinic)
            if not found:
                raise FitError(f"There is no appointment {reference}. `paratoi invite` brings a list in.")
            if len(found) > 1:
                raise FitError(f"Several clinics have {reference}. Say which with --clinic.")
            appointment_id, old_kind, old_needs = found[0]
            new_needs = "" if needs == NOTHING else needs or old_needs
            unit.fits.set(appointment_id, kind or old_kind, new_needs)
        rule = self._paths.rule_for(kind or old_kind, new_needs)
        return Fit(kind or old_kind, new_needs, rule.id, rule.path.name if rule.path else None, rule.with_helper)
