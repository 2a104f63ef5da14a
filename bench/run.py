"""``python -m bench.run``: Paratoi beside the bot of ``rasa init``, each alone on the machine, in turns.

Exit code 0 when everything could be measured (a missed goal is said, and is no error), 1 when not, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from bench import default_bot, our_system
from bench.load import at_once, one_after_another
from bench.machine import facts
from bench.memory import Sampler
from bench.running import Running
from bench.table import Figures, lines, processes, table
from bench.wire import NoAnswer
from bot.supervisor import NotReady, model
from bot.supervisor.ports import free_port
from bot.supervisor.recipes import ROOT, environment

KEPT = ROOT / "var" / "bench"
TURNS_OF_ONE = 25  # how many turns one person takes; about one preparation with its read-back
OURS, THEIRS = "ours", "theirs"


def main(arguments: Sequence[str] | None = None) -> int:
    wanted = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # by an exception, so that what was started is ended, too
    if not Path("/proc/self/smaps_rollup").exists():
        return _refuse("Memory can only be measured on Linux.")
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    try:
        if wanted.profile:
            from bench.profile_turn import profile  # only here, as it starts its own processes

            print(profile(folder, wanted.turns, say))
            return 0
        result, shown = measure(wanted, folder)
    except (NoAnswer, NotReady) as error:
        _keep_logs(folder)
        return _refuse(f"It could not be measured: {error}\nThe logs are in {KEPT / 'logs'}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    wanted.json.parent.mkdir(parents=True, exist_ok=True)
    wanted.json.write_text(json.dumps(result, indent=2) + "\n")
    print(shown)
    print(f"\nAll figures: {wanted.json}")
    return 0


def measure(wanted: argparse.Namespace, folder: Path) -> tuple[dict[str, Any], str]:
    """Everything. Returns what is written down, and what is shown. Raises: NoAnswer, NotReady."""
    machine = facts()
    model.ensure(say)
    settings = our_system.settings_in(folder / "data")
    same = environment(settings)
    bot = default_bot.made(KEPT / "default-bot", same, wanted.fresh, say)
    people = wanted.turns // TURNS_OF_ONE // wanted.plays
    starts = wanted.plays + wanted.starts
    links = iter(our_system.invite(settings, starts + wanted.plays * (people + wanted.people)))

    def begin(who: str) -> Running:
        if who == OURS:
            return our_system.OurSystem(settings, links, folder / "logs" / "ours.log")
        return default_bot.DefaultBot(bot, free_port(), same, folder / "logs" / "theirs.log")

    figures = {who: Figures([], [], []) for who in (OURS, THEIRS)}
    for number, who, plays in schedule(wanted.starts, wanted.plays):
        say(f"{number}/{2 * starts}  {NAMES[who]}: start" + (f", {people * TURNS_OF_ONE} turns, load" if plays else ""))
        _measure_one(begin, who, figures[who], people if plays else 0, wanted.people)
    compared = lines(figures[OURS], figures[THEIRS], wanted.people)
    result = {
        "machine": machine, "measured_at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "load_after": facts()["load_before"],
        "compared": {one.key: one.as_json() for one in compared},
        "raw": {who: vars(found) for who, found in figures.items()},
    }
    return result, "\n".join([
        "", table(compared), "",
        f"Paratoi's processes, each at its highest: {processes(figures[OURS])}",
        f"{machine['cores']} cores, {machine['memory_gib']} GiB, {machine['processor']}; "
        f"load before {machine['load_before'][0]}; {len(figures[OURS].turns)} turns and {starts} starts of each"])


NAMES = {OURS: "Paratoi", THEIRS: "rasa init"}


def schedule(starts: int, plays: int) -> list[tuple[int, str, bool]]:
    """(number, who, whether turns are taken) for each start. Who goes first alternates, so that drift hits both."""
    found = []
    for number in range(starts + plays):
        pair = (OURS, THEIRS) if number % 2 == 0 else (THEIRS, OURS)
        found += [(2 * number + place, who, number >= starts) for place, who in enumerate(pair, start=1)]
    return found


def _measure_one(begin: Callable[[str], Running], who: str, figures: Figures, people: int, together: int) -> None:
    running = begin(who)
    try:
        with Sampler(running.pid) as memory:
            figures.starts.append(running.first_answer())
            if people:
                figures.plays.append(one_after_another(running, people, TURNS_OF_ONE))
                figures.loads.append(at_once(running, together, TURNS_OF_ONE))
            memory.sample()
    finally:
        running.stop()
    if memory.peak > figures.peak:
        figures.peak, figures.at_peak = memory.peak, memory.at_peak
    known = figures.by_name or {}
    figures.by_name = {name: max(size, known.get(name, 0)) for name, size in {**known, **memory.by_name}.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Measure Paratoi beside a fresh Rasa bot.")
    parser.add_argument("--turns", type=_turns, default=200, help="one after another, of each [200]")
    parser.add_argument("--people", type=int, choices=range(1, 33), metavar="1..32", default=8, help="at once [8]")
    parser.add_argument("--plays", type=int, choices=(1, 2, 4), default=2, help="in how many starts these are [2]")
    parser.add_argument("--starts", type=int, choices=range(6), default=1, help="further starts, without turns [1]")
    parser.add_argument("--fresh", action="store_true", help="make and train the bot of `rasa init` anew")
    parser.add_argument("--profile", action="store_true", help="show where the time of one of our turns goes instead")
    parser.add_argument("--json", type=Path, default=KEPT / "result.json", help="where all figures go")
    return parser


def _turns(text: str) -> int:
    turns = int(text)
    if not 100 <= turns <= 2000 or turns % 100:
        raise argparse.ArgumentTypeError("a multiple of 100, up to 2000")
    return turns


def _keep_logs(folder: Path) -> None:
    for source, name in ((folder / "logs", "logs"), (folder / "data" / "logs", "logs/processes")):
        if source.exists():
            shutil.copytree(source, KEPT / name, dirs_exist_ok=True)


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {text}", file=sys.stderr, flush=True)


def _refuse(text: str) -> int:
    print(text, file=sys.stderr)
    return 1


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
    sys.exit(130)
