"""No log holds what a person said, nor a name, however badly the day went."""

from __future__ import annotations

import signal
import time
from datetime import timedelta

import httpx
from running import Running

from bot.store import tables
from tests.bad_days.test_parts_away import DANGER, writing_nothing
from tests.restart.logs import words_in_logs
from tests.restart.person import Person, until

SECRET = "the marmalade cat sat upon my bicycle pump"


def test_no_log_holds_a_persons_words(running: Running) -> None:
    person = Person(running, "Demo Zephyrine Quillfeather").opens_the_link().plays(">agree", f"{SECRET} one")
    with writing_nothing(running, "actions"):  # an action fails
        person.sends(f"{SECRET} two")
    person.is_answered("two")
    person.plays(DANGER)
    _a_message_that_no_longer_exists(running, person)
    for name, words in (("actions", f"{SECRET} three"), ("gateway", f"{SECRET} four")):
        sent = person.sends_meanwhile(words)
        time.sleep(0.03)
        running.system.kill(name, signal.SIGKILL)
        running.house.clock.forward(timedelta(seconds=31))  # the dead one's hold on the conversation is over
        sent.result()
        person.is_answered(words)
    running.system.wait_ready()
    assert len([row for row in person.rows(tables.Inbox) if SECRET in row.text]) == 4
    until(lambda: (running.system.logs / "rasa.log").exists(), "a log")
    assert words_in_logs(running) == []


def _a_message_that_no_longer_exists(running: Running, person: Person) -> None:
    """The action raises what nobody foresaw, with the person's words in Rasa's hands."""
    settings = running.system.settings
    body = {"conversation": person.conversation_id, "inbox_id": "gone", "kind": "text", "text": f"{SECRET} gone",
            "value": None}
    headers = {"x-paratoi-secret": settings.resolved_rasa_secret()}
    answer = httpx.post(f"{settings.rasa_url}/webhooks/paratoi/turn", json=body, headers=headers, timeout=30,
                        trust_env=False)
    assert "Traceback" not in answer.text
    assert not (answer.is_success and answer.json()["messages"])
