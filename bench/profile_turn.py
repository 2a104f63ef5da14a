"""Where the time of one of our turns goes: a stopwatch at each seam, in every process (``--profile``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bench import our_system
from bench.wire import NoAnswer, Wire
from bot.supervisor import model, recipes
from bot.supervisor.family import Family

LONGEST_START = 400.0  # seconds
WARM_UP = 10  # turns that are not counted
TURNS_OF_ONE = 25
# Waiting in one process for the next: what is left of it, without the next one's own time, is the way between them.
WAITS = {
    "gateway: wait for Rasa": ("rasa: everything else", "way from gateway to Rasa and back"),
    "rasa: wait for the action": ("actions: read and write JSON", "way from Rasa to actions and back"),
}


@dataclass
class Spent:
    """Over all turns: how often, seconds altogether, and seconds (also of CPU) without the seams inside."""

    calls: int = 0
    whole: float = 0.0
    alone: float = 0.0
    cpu: float = 0.0


def profile(folder: Path, turns: int, say: Callable[[str], None]) -> str:
    """Play ``turns`` and give the table. Raises: NoAnswer, NotReady."""
    settings = our_system.settings_in(folder / "data")
    people = turns // TURNS_OF_ONE
    links = our_system.invite(settings, people + 1)
    trained = model.ensure(say)
    seams = folder / "seams.tsv"
    wanted = [
        replace(one, module="bench.timed", arguments=(str(seams), one.module, *one.arguments))
        for one in recipes.all_of(settings, trained)
    ]
    logs = settings.data_dir / "logs"
    family = Family(wanted, recipes.environment(settings), recipes.ROOT, logs, say)
    try:
        say("Starting Paratoi with a stopwatch at each seam")
        family.start()
        family.wait_ready(LONGEST_START)
        patients = [our_system.Patient(Wire(settings.port), link, number) for number, link in enumerate(links)]
        for _ in range(WARM_UP):
            patients[0].turn()
        seams.write_text("")  # opening the links and warming up are not counted
        seconds = sum(patient.turn() for patient in patients[1:] for _ in range(TURNS_OF_ONE))
        spent = added_up(seams.read_text().splitlines())
    finally:
        family.stop()
    if not spent:
        raise NoAnswer("no seam was passed")
    return shown(spent, seconds, people * TURNS_OF_ONE)


def added_up(lines: Iterable[str]) -> dict[str, Spent]:
    """The stopwatches' lines, by name."""
    found: dict[str, Spent] = {}
    for line in lines:
        name, whole, alone, cpu = line.split("\t")
        one = found.setdefault(name, Spent())
        one.calls += 1
        one.whole += float(whole)
        one.alone += float(alone)
        one.cpu += float(cpu)
    return found


def shown(spent: Mapping[str, Spent], seconds: float, turns: int) -> str:
    """Milliseconds of each seam for one turn, the largest first; they add up to the whole turn.

    The CPU's column says how much of it was work; the rest was waiting, for the disk or for other programs.
    """
    rows = {name: (one.alone, one.cpu, one.calls) for name, one in spent.items() if name not in WAITS}
    for name, (next_one, way) in WAITS.items():
        if name in spent and next_one in spent:
            rows[way] = (spent[name].whole - spent[next_one].whole, spent[name].cpu, spent[name].calls)
    rows["client, HTTP and the gateway's own"] = (seconds - sum(alone for alone, _, _ in rows.values()), 0.0, turns)
    width = max(map(len, rows))
    found = [f"{'':{width}}  ms a turn  share  of it CPU  calls a turn"]
    found += [
        f"{name:{width}}  {alone / turns * 1000:9.2f}  {alone / seconds:5.0%}  {_cpu(cpu / turns)}"
        f"  {calls / turns:12.1f}"
        for name, (alone, cpu, calls) in sorted(rows.items(), key=lambda row: -row[1][0])
    ]
    return "\n".join([*found, f"{'whole turn, mean':{width}}  {seconds / turns * 1000:9.2f}   100%"])


def _cpu(seconds: float) -> str:
    return f"{seconds * 1000:9.2f}" if seconds else f"{'not known':>9}"
