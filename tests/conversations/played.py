"""Conversations that were played once: each test that begins with the same turns gets a copy of what they left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.bootstrap import House
from bot.clock import MovableClock
from bot.config import load_settings
from tests.conversations import states
from tests.conversations.tester import PhrasesOnly, Talk, begin_talk

DATABASE = "paratoi.db"
OPENED = ()
# Where a conversation is kept for others to go on from: the states, and the ways that are named beside them.
STOPS = {OPENED, *states.STATES.values(), *(way for way in vars(states).values() if isinstance(way, tuple))}


@dataclass(frozen=True)
class Played:
    """What a conversation left: its database, what the tester and the assistant remember, and when it was."""

    database: Path
    talk: Talk
    lately: dict[str, str]
    ended: datetime


class PlayedOnce:
    """Conversations by their turns; a longer one goes on from where the longest shorter one ended."""

    def __init__(self, empty_database: Path, new_folder: Callable[[], Path]) -> None:
        self._empty, self._new_folder = empty_database, new_folder
        self._made: dict[tuple[tuple[str, ...], datetime | None], Played] = {}

    def after(self, turns: tuple[str, ...], at: datetime | None = None) -> Played:
        """What is left after the link was opened and ``turns`` were played, beginning ``at`` (or now)."""
        if (turns, at) not in self._made:
            self._made[turns, at] = self._play(turns, at)
        return self._made[turns, at]

    def _play(self, turns: tuple[str, ...], at: datetime | None) -> Played:
        house = house_in(self._new_folder())
        if turns == OPENED:
            shutil.copy(self._empty, house.settings.data_dir / DATABASE)
            if at:
                house.clock.forward(at - house.clock.now())
            talk = begin_talk(house).opens_the_link()
        else:
            begun = longest_stop(turns[:-1])
            talk = put_into(house, self.after(begun, at))
            Talk.plays(talk, *turns[len(begun):])
        ended = house.clock.now()
        house.units.database.engine.dispose()  # the last connection that closes leaves everything in one file
        return Played(house.settings.data_dir / DATABASE, replace(talk, house=None), house.assistant.lately, ended)


def longest_stop(turns: tuple[str, ...]) -> tuple[str, ...]:
    """The longest beginning of ``turns`` at which a conversation is kept."""
    return next(turns[:length] for length in range(len(turns), -1, -1) if turns[:length] in STOPS)


def house_in(folder: Path) -> House:
    """A house whose data is in ``folder``, with a clock of its own."""
    settings = load_settings(
        _env_file=None, data_dir=folder, secret="a secret that only the tests know", clock_file=folder / "clock")
    return House(settings, MovableClock(folder / "clock"))


def put_into(house: House, played: Played) -> Talk:
    """The conversation alone in this house's database, a moment after its last turn."""
    house.units.database.engine.dispose()
    file = house.settings.data_dir / DATABASE
    for old in file.parent.glob(f"{DATABASE}*"):
        old.unlink()
    shutil.copy(played.database, file)
    house.clock.forward(played.ended - house.clock.now())
    house.assistant = PhrasesOnly(house, dict(played.lately))
    kept = played.talk
    return Talk(house, kept.conversation_id, list(kept.said), list(kept.transcript), kept._seq)


class FreshTalk(Talk):
    """A conversation whose link was opened. Turns that are played before anything else happened need not be played."""

    played_once: PlayedOnce
    _before: tuple[object, ...]

    @classmethod
    def begun(cls, house: House, played_once: PlayedOnce) -> FreshTalk:
        talk = put_into(house, played_once.after(OPENED))
        fresh = cls(house, talk.conversation_id, talk.said, talk.transcript, talk._seq)
        fresh.played_once, fresh._before = played_once, fresh._as_it_is()
        return fresh

    def plays(self, *turns: str) -> Talk:
        stop = longest_stop(turns)
        if stop == OPENED or self._as_it_is() != self._before:
            return super().plays(*turns)
        there = put_into(self.house, self.played_once.after(stop))
        self.__dict__.update(there.__dict__)
        return super().plays(*turns[len(stop):])

    def _as_it_is(self) -> tuple[object, ...]:
        """Changes with everything that a test may do in its house: write a row, move time, ask for or replace a part."""
        folder = self.house.settings.data_dir
        log = folder / f"{DATABASE}-wal"  # what is written comes here first
        files = tuple((stat.st_mtime_ns, stat.st_ino) for stat in ((folder / name).stat() for name in (DATABASE, "clock")))
        return (*files, log.stat().st_size if log.exists() else 0, self._seq, dict(vars(self.house)))
