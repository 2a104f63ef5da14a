from __future__ import annotations

import os
import socket
from contextlib import closing

import pytest

from bot.supervisor import InUse, PortTaken, System
from bot.supervisor.lock import DirectoryLock
from bot.supervisor.ports import free_port, holder_of, is_taken


@pytest.fixture
def listening() -> int:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_a_port_somebody_listens_on_is_taken_and_the_holder_is_known(listening) -> None:
    assert is_taken(listening)
    assert f"process {os.getpid()}" in holder_of(listening)


def test_a_free_port_is_free_and_nobody_holds_it() -> None:
    port = free_port()
    assert not is_taken(port)
    assert holder_of(port) == ""


@pytest.mark.parametrize("which", ["port", "rasa_port", "actions_port"])
def test_a_port_in_use_stops_the_start_and_says_which_and_what_to_do(which, listening, tmp_path) -> None:
    system = System(tmp_path, **{which: listening})
    with pytest.raises(PortTaken, match=rf"{listening}.*process {os.getpid()}[\s\S]*choose another port"):
        system.start()


def test_a_second_run_on_the_same_directory_is_refused_kindly(tmp_path) -> None:
    first = DirectoryLock(tmp_path)
    first.take()
    with pytest.raises(InUse, match=rf"process {os.getpid()}[\s\S]*--data-dir"):
        System(tmp_path).start()
    first.release()
    DirectoryLock(tmp_path).take()


def test_a_refused_start_leaves_the_directory_free(listening, tmp_path) -> None:
    with pytest.raises(PortTaken):
        System(tmp_path, port=listening).start()
    DirectoryLock(tmp_path).take()
