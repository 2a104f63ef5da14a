"""Every measurement that is published, by name: which command, on which rows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROWS = Path(__file__).resolve().parent / "rows"
PARATOI = [sys.executable, "-m", "bot.cli"]


@dataclass(frozen=True)
class Measurement:
    """One call of ``paratoi evaluate``.

    Args:
        name: what it is called on the page. what: the command's word. own: files of ``evaluation/rows``.
        shared: files of the public development sets. half: only rows marked so.
        beside: further options with files of the public sets.
    """

    name: str
    what: str
    own: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    half: str = ""
    beside: tuple[tuple[str, str], ...] = ()

    def command(self, folder: Path | None) -> list[str] | None:
        """The command; None when it needs the public sets and they are not there."""
        if (self.shared or self.beside) and folder is None:
            return None
        files = [ROWS / name for name in self.own] + [Path(folder or "") / name for name in self.shared]
        options = [part for path in files for part in ("--data", str(path))]
        options += [part for option, name in self.beside for part in (option, str(Path(folder or "") / name))]
        return [*PARATOI, "evaluate", self.what, *options, *(["--half", self.half] if self.half else [])]


_TURNS = ("aci_patient_utterances.csv", "mts_patient_utterances.csv")
_TEXTS = tuple(("--texts", name) for name in _TURNS)
MEASUREMENTS = (
    Measurement("scales, public answers", "scales", shared=("scale_answers_dev.csv",)),
    Measurement("scales, number expressions", "scales", shared=("number_expressions.csv",)),
    Measurement("scales, own rows held back", "scales", own=("scales.csv",), half="held"),
    Measurement("scales, own rows seen", "scales", own=("scales.csv",), half="tune"),
    Measurement("scales, more rows held back", "scales", own=("scales_more.csv",), half="held"),
    Measurement("scales, more rows seen", "scales", own=("scales_more.csv",), half="tune"),
    Measurement("scales, third rows held back", "scales", own=("scales_third.csv",), half="held"),
    Measurement("scales, third rows seen", "scales", own=("scales_third.csv",), half="tune"),
    Measurement("scales, fourth rows held back", "scales", own=("scales_fourth.csv",), half="held"),
    Measurement("scales, fourth rows seen", "scales", own=("scales_fourth.csv",), half="tune"),
    Measurement("scales, fifth rows held back", "scales", own=("scales_fifth.csv",), half="held"),
    Measurement("scales, fifth rows seen", "scales", own=("scales_fifth.csv",), half="tune"),
    Measurement("safety, public look-alikes", "safety", shared=("safety_hard_dev.csv",)),
    Measurement("safety, emergencies held back", "safety", own=("emergencies.csv",), half="held"),
    Measurement("safety, emergencies seen", "safety", own=("emergencies.csv",), half="tune"),
    Measurement("safety, further emergencies and harm held back", "safety", own=("emergencies_more.csv",), half="held"),
    Measurement("safety, distress held back", "safety", own=("distress.csv",), half="held"),
    Measurement("safety, further distress held back", "safety", own=("distress_more.csv",), half="held"),
    Measurement("safety, thirteen writers' rows held back", "safety", own=("danger_fresh.csv",)),
    Measurement("safety, distress seen", "safety", own=("distress.csv",), half="tune"),
    Measurement("safety, all emergencies", "safety", own=("emergencies.csv",)),
    Measurement("safety, ordinary patient turns", "safety", shared=_TURNS),
    Measurement("change talk, public chats", "change-talk", shared=("mibot_client_talk_silver.csv",)),
    Measurement("scope, public questions", "scope", shared=("clinc_oos_smalltalk_meta.csv",)),
    Measurement("scope, own rows held back", "scope", own=("scope.csv",), half="held"),
    Measurement("scope, two more writers' rows held back", "scope", own=("scope_second.csv",), half="held"),
    Measurement("scope, own rows seen", "scope", own=("scope.csv",), half="tune"),
    Measurement("agenda, public visits", "agenda", shared=("aci_encounters.jsonl",)),
    Measurement("agenda, labelled turns held back", "agenda", own=("agenda_labels_held.jsonl",), beside=_TEXTS),
    Measurement("agenda, labelled turns seen", "agenda", own=("agenda_labels_first.jsonl",), beside=_TEXTS),
    Measurement("agenda, further turns held back", "agenda", own=("agenda_labels_second.jsonl",), half="held"),
    Measurement("agenda, further turns seen", "agenda", own=("agenda_labels_second.jsonl",), half="tune"),
    Measurement("agenda, typed messages held back", "agenda", own=("agenda_typed.jsonl",), half="held"),
    Measurement("agenda, typed messages seen", "agenda", own=("agenda_typed.jsonl",), half="tune"),
    Measurement("intents, own rows held back", "intents", own=("intents.csv",), half="held"),
)


def measure_all(folder: Path | None, say: Callable[[str], None]) -> dict[str, dict[str, Any]]:
    """The figures of each measurement that can be made, by its name.

    Raises: RuntimeError with the command's own words when one fails.
    """
    found = {}
    for one in MEASUREMENTS:
        command = one.command(folder)
        if command is None:
            say(f"left out, it needs the public sets (--data): {one.name}")
            continue
        say(f"measuring {one.name}")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{one.name}: {done.stderr.strip()}")
        found[one.name] = json.loads(done.stdout)
    return found
