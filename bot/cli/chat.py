"""``paratoi chat LINK``: the assistant in a terminal, or at the end of a pipe, one line per message."""

from __future__ import annotations

import io
import json
import sys
import threading
import time
from contextlib import suppress
from typing import Annotated

import httpx
import typer

from bot.cli import console
from bot.cli.chat_client import ChatClient, ChatError, Message, NotAccepted
from bot.cli.chat_lines import COMMANDS, Line, lines_of, understand

FIRST_WORDS_WITHIN = 60.0  # seconds


class Terminal:
    """Shows each message once, in order, and remembers what was asked last."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self.asked: Message | None = None

    def show(self, messages: list[Message]) -> None:
        for message in messages:
            if message["from"] != "paratoi":
                continue
            if message.get("question") or message.get("buttons"):
                self.asked = message
            lines = [json.dumps(message, ensure_ascii=False)] if self._as_json else ["", *lines_of(message)]
            sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()


def chat(
    link: Annotated[str, typer.Argument(help="An invitation link, as `paratoi run --demo` prints them.")],
    as_json: Annotated[bool, typer.Option("--json", help="One message per line, as JSON.")] = False,
) -> None:
    """Talk with the assistant here, or from a pipe: one line is one message.

    Type a quick reply's number to choose it. Also: /skip /back /help /stop /why /repeat /startagain /quit

    [bold]paratoi chat http://localhost:8080/i/…[/bold]
    [bold]printf 'yes\\nmy knee hurts on stairs\\n' | paratoi chat --json LINK[/bold]
    """
    _read_anything()
    terminal = Terminal(as_json)
    refused = 0
    try:
        client = ChatClient.for_link(link, console.step)
        client.open()
        terminal.show(_first_words(client))
        turn = threading.Lock()
        if sys.stdin.isatty():
            threading.Thread(target=_follow, args=(client, terminal, turn), daemon=True).start()
        for typed in iter(sys.stdin.readline, ""):
            line = understand(typed, terminal.asked)
            if line.kind == "quit":
                break
            with turn:
                refused += not _say(client, terminal, line)
    except ChatError as error:
        console.stop(str(error))
    except KeyboardInterrupt:
        return
    except BrokenPipeError:
        sys.stderr.close()  # nobody reads any more; Python would complain about it at the very end
        return
    if refused:
        raise typer.Exit(1)


def _read_anything() -> None:
    """Read what is not UTF-8 as well: such a byte becomes the sign for one, and the rest of the line is kept."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def _say(client: ChatClient, terminal: Terminal, line: Line) -> bool:
    """Send a line and show what came back. Returns whether it was taken."""
    if line.kind == "unknown":
        console.error(f"{line.text} is not a command here.", f"There are: {' '.join(COMMANDS)} /quit")
        return False
    if line.kind != "nothing":
        try:
            terminal.show(client.send(line.kind, line.text, line.value, line.question))
        except NotAccepted as error:
            console.error(str(error))
            return False
    return True


def _first_words(client: ChatClient) -> list[Message]:
    """What was said so far; on a first visit the welcome, which may take a moment."""
    until = time.monotonic() + FIRST_WORDS_WITHIN
    while True:
        found = client.fetch()
        if any(message["from"] == "paratoi" for message in found) or time.monotonic() > until:
            return found
        client.sleep(0.2)


def _follow(client: ChatClient, terminal: Terminal, turn: threading.Lock) -> None:
    """Show what comes by itself, such as a check-in; reconnects as long as the terminal is open."""
    while True:
        with suppress(httpx.HTTPError, ChatError):  # the next line typed says what is wrong; until then, once more
            for _ in client.stream():
                with turn:
                    terminal.show(client.fetch())
        time.sleep(2)
