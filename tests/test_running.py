"""The running system that other tests use does what it says."""

from __future__ import annotations

import time

from running import Running

from bot.cli.chat_client import ChatClient


def test_somebody_invited_is_greeted_by_name(running: Running) -> None:
    client = ChatClient.for_link(running.invite("Demo Ffion Rees"))
    client.open()
    until, said = time.monotonic() + 30, []
    while not said and time.monotonic() < until:  # the greeting is made in the background
        time.sleep(0.1)
        said = client.fetch()
    assert any("Demo Ffion Rees" in message["text"] for message in said)
