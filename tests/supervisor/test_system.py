"""The real processes, started and watched as `paratoi run` does it."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot.supervisor.recipes import NAMES, ROOT

LISTENING = "0A"
LOOPBACK = "0100007F"


def addresses_of(port: int) -> set[str]:
    """The addresses that are listened on at ``port``, as the kernel writes them."""
    lines = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    lines += [line.split() for line in Path("/proc/net/tcp6").read_text().splitlines()[1:]]
    places = [(columns[1].rsplit(":", 1)) for columns in lines if columns[3] == LISTENING]
    return {address for address, number in places if int(number, 16) == port}


def chat(link: str, *lines: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "bot.cli", "chat", link]
    return subprocess.run(command, cwd=ROOT, input="\n".join(lines), capture_output=True, text=True, timeout=120)


def test_rasa_and_the_action_server_listen_on_this_machine_only(running) -> None:
    for port in (running.system.settings.rasa_port, running.system.settings.actions_port):
        assert addresses_of(port) == {LOOPBACK}


def test_somebody_at_the_end_of_a_pipe_is_answered_line_by_line(running) -> None:
    done = chat(running.invite("Demo Piper"), "1", "my knee locks on the stairs", "/nonsense", "/quit")
    assert "Traceback" not in done.stderr
    assert done.returncode == 1  # one line was no command, and that is said
    assert "/nonsense is not a command" in done.stderr
    assert done.stdout.index("1 of 7") < done.stdout.index("2 of 7")


@pytest.mark.parametrize("name", NAMES)
def test_a_process_that_is_killed_comes_back_and_the_conversation_goes_on(running, name) -> None:
    link = running.invite(f"Demo {name}")
    chat(link, "1")
    before = running.system.pid(name)
    running.system.kill(name, signal.SIGKILL)
    running.system.wait_ready(120)
    assert running.system.pid(name) not in {None, before}
    assert httpx.get(f"{running.url}/health").status_code == 200
    done = chat(link, "my knee locks on the stairs")
    assert done.returncode == 0
    assert "something else" in done.stdout
