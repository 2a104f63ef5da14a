"""Writes conversations down as Markdown: every word as it was said, nothing left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from transcripts.play import Talk

Message = dict[str, Any]
A_WHILE = timedelta(hours=3)
_MARKS = re.compile(r"([\\*_`<>\[\]])")
_STARTS = re.compile(r"^(\d+)\.|^([#+-])(?=\s)")


def transcript(talk: Talk) -> str:
    """One person's conversation, start to end, and what the clinician reads then."""
    person, called = talk.person, talk.person.called
    parts = [f"# {person.name}", person.who, summary(talk), "## The conversation"]
    before: datetime | None = None
    for message in talk.messages:
        now = datetime.fromisoformat(message["at"])
        if before and now - before > A_WHILE:
            parts.append(f"*{_days(now - before)} later.*")
        parts.append(_mine(message, called) if message["from"] == "me" else _theirs(message))
        before = now
    if talk.left_at:
        parts.append(f"*Here {called} closes the page.*")
    parts += ["## What the clinician sees", f"```text\n{talk.sheet.rstrip()}\n```"]
    return "\n\n".join(parts) + "\n"


def summary(talk: Talk) -> str:
    """The figures, in one line."""
    end = f"left at the question `{talk.left_at}`" if talk.left_at else "shared"
    return f"Messages sent: {talk.turns}. Questions met up to the read-back: {len(talk.met)}. Ended: {end}."


def index_rows(talks: Iterable[Talk]) -> list[str]:
    """A table of who talked: link, story, messages sent, questions met, how it ended."""
    rows = ["| who | story | turns | questions met | ended |", "|---|---|---|---|---|"]
    for talk in talks:
        ended = f"left at `{talk.left_at}`" if talk.left_at else "shared"
        person = talk.person
        rows.append(f"| [{person.name}]({person.id}.md) | {person.who} | {talk.turns} | {len(talk.met)} | {ended} |")
    return rows


def _theirs(message: Message) -> str:
    step = message.get("step")
    who = f"**Paratoi** ({step['number']} of {step['of']}):" if step else "**Paratoi:**"
    return "\n\n".join([f"{who} {_plain(message['text'])}", *_answers(message)])


def _answers(message: Message) -> Sequence[str]:
    """What can be tapped under a message."""
    if scale := message.get("scale"):
        return [f"*0 = {scale['low']}, 10 = {scale['high']}*"]
    titles = [_plain(button["title"]) for button in message.get("buttons") or ()]
    return [f"*Buttons:* {' · '.join(titles)}"] if titles else []


def _mine(message: Message, called: str) -> str:
    if message["kind"] == "text":
        said = f"writes: {_plain(message['text'])}"
    else:  # a button under a message, or one of the commands below the page
        title = message["text"].replace("_", " ")
        said = f"taps: **{_plain(title[:1].upper() + title[1:])}**"
    return "\n".join(f"> {line}" for line in f"{called} {said}".split("\n"))


def _plain(text: str) -> str:
    """``text`` so that Markdown shows it letter by letter, line by line."""
    lines = [_STARTS.sub(lambda found: f"{found[1]}\\." if found[1] else f"\\{found[2]}", _MARKS.sub(r"\\\1", line))
             for line in text.strip().split("\n")]
    blocks = "\n".join(lines).split("\n\n")
    return "\n\n".join(block.replace("\n", "\\\n") for block in blocks)


def _days(gap: timedelta) -> str:
    days = round(gap / timedelta(days=1))
    return f"{days} days" if days > 1 else "One day" if days else f"{round(gap / timedelta(hours=1))} hours"
