"""After all the killing: no log holds what anybody said."""

from __future__ import annotations

from running import Running

from tests.restart.logs import words_in_logs
from tests.restart.person import Person


def test_no_log_holds_what_was_said_while_processes_were_killed(running: Running) -> None:
    Person(running, "Demo Ottoline Fernsby").opens_the_link().plays(">agree", "a kite stuck in the walnut tree")
    assert words_in_logs(running) == []
