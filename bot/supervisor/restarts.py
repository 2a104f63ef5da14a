"""When to start a process again that has died: at once, after a while, or not any more."""

from __future__ import annotations

from dataclasses import dataclass, field

WINDOW = 60.0  # seconds in which deaths count together
FREE = 2  # deaths in the window that are answered at once
LONGEST = 30.0  # seconds
HOPELESS = 5  # deaths in a row without having been ready once in between


@dataclass
class Restarts:
    """One process's deaths. Times are seconds on a clock that never jumps."""

    _deaths: list[float] = field(default_factory=list)
    _in_vain: int = 0

    def was_ready(self) -> None:
        """It could do its work, so it is not hopeless."""
        self._in_vain = 0

    def after_death(self, now: float) -> float | None:
        """Seconds to wait before starting it again, or None when it is hopeless."""
        self._in_vain += 1
        if self._in_vain >= HOPELESS:
            return None
        self._deaths = [at for at in self._deaths if now - at < WINDOW] + [now]
        too_many = len(self._deaths) - FREE
        return 0.0 if too_many <= 0 else min(LONGEST, 2.0 ** (too_many - 1))
