"""What a typed line means in the terminal chat, and how a message looks there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Message = dict[str, Any]

COMMANDS = {
    "/skip": "skip",
    "/back": "back",
    "/help": "help",
    "/stop": "stop",
    "/why": "why",
    "/repeat": "repeat",
    "/later": "later",
    "/person": "person",
    "/copy": "copy",
    "/add": "add_more",
    "/helper": "swap",
    "/startagain": "start_again",
    "/start": "start",
}


@dataclass(frozen=True)
class Line:
    """What to send for a typed line; ``kind`` is one of the chat API's, or ``quit``, ``nothing``, ``unknown``."""

    kind: str
    text: str = ""
    value: str | None = None
    question: str | None = None


def buttons_are_numbered(message: Message | None) -> bool:
    """Whether a number stands for a quick reply: not where a number may be the answer itself."""
    if not message or not message.get("buttons") or message.get("scale"):
        return False
    return not any(button["title"].strip().isdigit() for button in message["buttons"])


def understand(typed: str, asked: Message | None) -> Line:
    """What ``typed`` means while ``asked`` is the last question shown (None: nothing was asked)."""
    text = typed.strip()
    question = asked.get("question") if asked else None
    if not text:
        return Line("nothing")
    if text.lower() in {"/quit", "/exit"}:
        return Line("quit")
    if text.lower() in COMMANDS:
        return Line("command", text, COMMANDS[text.lower()], question)
    if text.startswith("/"):
        return Line("unknown", text)
    if text.isdecimal() and buttons_are_numbered(asked) and 1 <= int(text) <= len(asked["buttons"]):
        button = asked["buttons"][int(text) - 1]
        return Line("tap", button["title"], button["value"], question)
    return Line("text", text, None, question)


def lines_of(message: Message) -> list[str]:
    """The message as lines for a terminal, quick replies below it."""
    lines = message["text"].splitlines() or [""]
    if step := message.get("step"):
        lines[0] = f"({step['number']} of {step['of']}) {lines[0]}"
    if scale := message.get("scale"):
        lines.append(f"  0 = {scale['low']} … 10 = {scale['high']}: type a number from 0 to 10")
    titles = [button["title"] for button in message.get("buttons") or []]
    if buttons_are_numbered(message):
        lines += [f"  {number}. {title.removeprefix(f'{number}. ')}" for number, title in enumerate(titles, 1)]
    elif titles and not message.get("scale"):
        lines.append("  " + " · ".join(titles))
    return lines
