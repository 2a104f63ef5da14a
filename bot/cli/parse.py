"""``paratoi parse``: what is understood of each line, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from bot.cli import console
from bot.cli.understanding import loaded
from bot.services.understand import Asked

BATCH = 256


def parse(
    question: Annotated[str, typer.Option(help="What was asked; the lines are answers to it.")] = "",
    now: Annotated[str, typer.Option(help="Reckon days from this moment, such as 2026-12-03T10:00. [now]")] = "",
    zone: Annotated[str, typer.Option(help="Where the person is, such as Europe/London.")] = "Europe/London",
) -> None:
    """Read lines from standard input, and write what is understood of each as one line of JSON.

    A line is a message as typed, or JSON with text and perhaps question (what was asked) and context (the line before).
    Empty lines are answered too, so that line 7 of what comes out belongs to line 7 of what went in.

    Examples:

        echo "my knee hurts and I can't sleep" | paratoi parse
        echo "about a 6" | paratoi parse --question "How important is that, from 0 to 10?"
        paratoi parse < messages.jsonl > understood.jsonl
    """
    if sys.stdin.isatty():
        console.step("Type a message and press Enter; Ctrl-D ends.")
    understand = loaded(now, zone)
    for batch in _batches(_asked(question)):
        for found in understand(batch):
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _asked(question: str) -> Iterator[Asked]:
    for line in _lines():
        written = line.rstrip("\r\n")
        row = _object(written) if written.lstrip().startswith("{") else None
        if row is None:
            yield Asked(written, question or None)
        else:
            yield Asked(str(row["text"]), _text(row, "question") or question or None, _text(row, "context"))


def _lines() -> Iterator[str]:
    """Standard input as UTF-8; what is none is shown as a replacement sign, and loses nobody's line."""
    stream = sys.stdin.buffer
    while raw := stream.readline():
        yield raw.decode("utf-8", errors="replace")


def _object(written: str) -> dict[str, Any] | None:
    """The line as a JSON object with a text; None for a message that only looks like one."""
    try:
        row = json.loads(written)
    except json.JSONDecodeError:
        return None
    return row if isinstance(row, dict) and isinstance(row.get("text"), str) else None


def _text(row: dict[str, Any], name: str) -> str | None:
    return str(row[name]) if row.get(name) else None


def _batches(messages: Iterator[Asked]) -> Iterator[list[Asked]]:
    """As many as are there at once from a file; one by one from a person who types."""
    size = 1 if sys.stdin.isatty() else BATCH
    batch: list[Asked] = []
    for message in messages:
        batch.append(message)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
