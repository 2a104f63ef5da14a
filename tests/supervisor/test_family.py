"""Processes live and die together, tried with tiny ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.supervisor import family as family_module
from bot.supervisor.errors import NotReady
from bot.supervisor.family import Family
from bot.supervisor.process import Recipe
from bot.supervisor.recipes import ROOT


def soon(condition: Callable[[], object], seconds: float = 5.0) -> bool:
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "(zombie)" not in Path(f"/proc/{pid}/status").read_text()


def recipe(name: str, mode: str, folder: Path, last: bool = False) -> Recipe:
    folder.mkdir(exist_ok=True)
    arguments = (mode, str(folder))
    return Recipe(name, "tests.supervisor.dummy", arguments, lambda: any(folder.glob("up-*")), last=last)


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def start(tmp_path: Path, said: list[str]):
    made = []

    def start_family(**modes: str) -> Family:
        recipes = [recipe(name, mode, tmp_path / name) for name, mode in modes.items()]
        made.append(Family(recipes, dict(os.environ), ROOT, tmp_path / "logs", said.append))
        made[-1].start()
        return made[-1]

    yield start_family
    for one in made:
        one.stop()


def starts(folder: Path) -> int:
    return len(list(folder.glob("start-*")))


def test_all_are_ready_once_each_has_said_so(start, tmp_path) -> None:
    family = start(one="plain", two="plain")
    family.wait_ready(5)
    assert starts(tmp_path / "one") == starts(tmp_path / "two") == 1
    assert family.pid("one") != family.pid("two")


def test_one_that_is_killed_from_outside_is_started_again_and_that_is_said(start, tmp_path, said) -> None:
    family = start(one="plain", two="plain")
    family.wait_ready(5)
    other = family.pid("two")
    os.kill(family.pid("one"), signal.SIGKILL)
    assert soon(lambda: starts(tmp_path / "one") == 2)
    family.wait_ready(5)
    assert family.pid("two") == other
    assert len(said) == 1
    assert "one killed by SIGKILL" in said[0]


def test_a_death_on_purpose_is_followed_by_a_start_at_once_however_often(start, tmp_path, said, monkeypatch) -> None:
    monkeypatch.setattr(family_module, "CALM", 0.02)
    family = start(one="plain")
    for time_of_death in range(1, 8):
        family.wait_ready(5)
        family.kill("one", signal.SIGKILL)
        assert soon(lambda count=time_of_death: starts(tmp_path / "one") == count + 1, 3)
    assert said == []


def test_one_that_never_gets_ready_is_given_up_with_the_place_of_its_log(start, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("bot.supervisor.restarts.FREE", 99)  # the waiting itself is tried elsewhere
    family = start(one="dies")
    with pytest.raises(NotReady, match=r"one ended with code 3 5 times .*one\.log"):
        family.wait_ready(10)
    assert starts(tmp_path / "one") == 5


def test_waiting_too_long_names_who_is_missing(tmp_path, said) -> None:
    never = Recipe("slow", "tests.supervisor.dummy", ("plain", str(tmp_path)), lambda: False)
    family = Family([never], dict(os.environ), ROOT, tmp_path / "logs", said.append)
    family.start()
    try:
        with pytest.raises(NotReady, match="slow"):
            family.wait_ready(0.3)
    finally:
        family.stop()


def test_stopping_lets_each_end_well(start, tmp_path) -> None:
    family = start(one="polite")
    family.wait_ready(5)
    pid = family.pid("one")
    family.stop()
    assert (tmp_path / "one" / "left").exists()
    assert not alive(pid)


def test_one_that_does_not_listen_is_made_to_end(start, monkeypatch) -> None:
    monkeypatch.setattr(family_module, "SECONDS_TO_END_WELL", 0.3)
    family = start(one="deaf")
    family.wait_ready(5)
    pid = family.pid("one")
    family.stop()
    assert not alive(pid)


def test_those_that_others_need_start_first_and_end_last(tmp_path, said) -> None:
    recipes = [recipe("user", "polite", tmp_path / "user"), recipe("needed", "polite", tmp_path / "needed", last=True)]
    family = Family(recipes, dict(os.environ), ROOT, tmp_path / "logs", said.append)
    seen = []
    family.start(before_users=lambda: seen.append((family.pid("needed") is not None, family.pid("user"))))
    family.wait_ready(5)
    family.stop()
    assert seen == [(True, None)]
    left = [(tmp_path / name / "left").stat().st_mtime_ns for name in ("user", "needed")]
    assert left == sorted(left)


def test_nobody_is_left_behind_when_the_starter_is_killed(tmp_path) -> None:
    program = (
        "import os, pathlib, time\n"
        "from tests.supervisor.test_family import Family, ROOT, recipe\n"
        f"folder = pathlib.Path({str(tmp_path)!r})\n"
        "family = Family([recipe('one', 'plain', folder / 'one')], dict(os.environ), ROOT, folder / 'logs', print)\n"
        "family.start()\n"
        "time.sleep(60)\n"
    )
    starter = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    assert soon(lambda: any((tmp_path / "one").glob("up-*")), 15)
    child = int(next((tmp_path / "one").glob("up-*")).name.removeprefix("up-"))
    assert alive(child)
    starter.kill()
    starter.wait()
    assert soon(lambda: not alive(child), 5)
