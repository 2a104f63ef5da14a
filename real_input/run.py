"""Plays visits one after the other and gathers what became of each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bot.cli.chat_client import ChatClient
from bot.evaluation.agenda_score import AgendaScore, score
from real_input.check import Checked, check, texts_on
from real_input.clinic import Clinic
from real_input.played import Played
from real_input.player import Player
from real_input.visits import Visit, choose


@dataclass(frozen=True)
class Result:
    """One visit, played and looked at."""

    visit: Visit
    chosen: int
    with_change: bool
    played: Played
    checked: Checked
    agenda: AgendaScore

    @property
    def whole(self) -> bool:
        """Whether it was shared, and the sheet holds every chosen turn as it was said and nothing else."""
        return self.played.read_back and not self.played.broke and self.checked.whole


def play(
    visits: Sequence[Visit], clinic: Clinic, seed: int, together: int = 1, split: str = "apart",
) -> Iterator[Result]:
    """Play each visit as a person of its own, ``together`` of them at a time; results come in the visits' order.

    The same visits, seed and ``split`` (``apart`` or ``whole``) give the same answers, however many talk at once.
    """
    people = clinic.invite([f"Demo Visit {visit.id}" for visit in visits])
    with ThreadPoolExecutor(together) as pool:
        yield from pool.map(
            lambda one: _play_one(one[0], clinic, *one[1], seed, split), zip(visits, people, strict=True))


def _play_one(visit: Visit, clinic: Clinic, reference: str, link: str, seed: int, split: str) -> Result:
    """Play one visit through ``link`` and compare its sheet. Half of the visits, by seed, want to talk of a change."""
    dice = random.Random(f"{seed} {visit.id}")  # so that a visit goes the same way alone and among others
    plan = choose(visit, with_change=dice.random() < 0.5)
    played = Player(ChatClient.for_link(link), plan, dice, split).play()
    shared, flags = clinic.sheet(reference)
    texts = texts_on(shared)
    agenda = score(
        visit.complaints, [turn.text for turn in visit.turns], texts.get("matters", []),
        [text for found in texts.values() for text in found],
    )
    with_change = plan.change_topic is not None
    return Result(visit, len(plan.chosen), with_change, played, check(played, shared, flags), agenda)
