"""Watches over the processes: notes which can do their work, starts again the ones that died."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.supervisor.process import Process
from bot.supervisor.restarts import HOPELESS, Restarts

Say = Callable[[str], None]


@dataclass
class Watched:
    """One process and what is known about it."""

    process: Process
    restarts: Restarts = field(default_factory=Restarts)
    answered: bool = False
    start_at: float | None = None
    on_purpose: bool = False

    @property
    def name(self) -> str:
        return self.process.recipe.name

    @property
    def ready(self) -> bool:
        return self.answered and self.process.pid is not None


class Watch:
    """Looks after started processes; :meth:`look` is called again and again by one thread.

    ``now`` gives seconds on a clock that never jumps; ``say`` is told what happened, in a sentence.
    """

    def __init__(self, processes: Sequence[Process], now: Callable[[], float], say: Say) -> None:
        self.all = {process.recipe.name: Watched(process) for process in processes}
        self.given_up = ""
        self._now = now
        self._say = say

    @property
    def ready(self) -> bool:
        return all(one.ready for one in self.all.values())

    def waiting_for(self) -> list[str]:
        """The names of those that cannot do their work yet."""
        return [one.name for one in self.all.values() if not one.ready]

    def look(self) -> None:
        """Go round once."""
        for one in self.all.values():
            if one.start_at is not None:
                self._start_when_due(one)
            elif one.process.outcome():
                self._has_died(one)
            elif not one.answered and one.process.pid and one.process.recipe.is_ready():
                one.answered = True
                one.restarts.was_ready()

    def killed_on_purpose(self, name: str) -> None:
        """The coming death of ``name`` is wanted: start it again at once, and do not count it."""
        self.all[name].on_purpose = True
        self.all[name].answered = False

    def _has_died(self, one: Watched) -> None:
        one.answered = False
        wait = 0.0 if one.on_purpose else one.restarts.after_death(self._now())
        if wait is None:
            self.given_up = self.given_up or (
                f"{one.name} {one.process.outcome()} {HOPELESS} times without ever being ready. "
                f"Its log says why: {one.process.log}"
            )
            return
        if not one.on_purpose:
            soon = f"in {wait:.0f} s" if wait else "now"
            self._say(f"{one.name} {one.process.outcome()}; starting it again {soon}. Its log: {one.process.log}")
        one.on_purpose = False
        one.start_at = self._now() + wait
        self._start_when_due(one)

    def _start_when_due(self, one: Watched) -> None:
        if self._now() >= one.start_at:
            one.start_at = None
            one.process.start()
