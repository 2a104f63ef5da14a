"""How one of our messages looks on Telegram: texts that fit, and keyboards whose payload names their question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.core.delivery import Delivery

# Limits of the Bot API (core.telegram.org/bots/api): sendMessage's text, InlineKeyboardButton's callback_data.
LONGEST_TEXT = 4096
LONGEST_PAYLOAD = 64
# Two short titles fit beside each other on a small phone; longer ones get a row each so that nothing is cut.
SHORT_TITLE = 14
_PAYLOAD = re.compile(r"([0-9a-f]{32}):([0-9]{1,3})")
_PARAGRAPH, _SENTENCE, _WORD = re.compile(r"\n\s*\n|\n"), re.compile(r"(?<=[.?!…])\s+"), re.compile(r"\s+")


def payload(row: str, place: int) -> str:
    """What a button carries: the outbox row it stands under, and its place there. 36 bytes at most."""
    return f"{row}:{place}"


def read_payload(data: str) -> tuple[str, int] | None:
    """The row and place of a payload; nothing for one we did not make."""
    match = _PAYLOAD.fullmatch(data)
    return (match[1], int(match[2])) if match else None


def keyboard(message: Delivery) -> InlineKeyboardMarkup | None:
    """The message's quick replies: 0–5 above 6–10 for a scale, then the others; nothing when there are none."""
    buttons = [
        InlineKeyboardButton(title, callback_data=payload(message.id, place))
        for place, (title, _value) in enumerate(message.choices())
    ]
    if not buttons:
        return None
    numbers, others = (buttons[:11], buttons[11:]) if message.scale else ([], buttons)
    rows = [numbers[:6], numbers[6:]] if numbers else []
    return InlineKeyboardMarkup([*rows, *_rows(others)])


def _rows(buttons: list[InlineKeyboardButton]) -> Iterator[list[InlineKeyboardButton]]:
    row: list[InlineKeyboardButton] = []
    for button in buttons:
        if row and (len(row) == 2 or len(row[0].text) > SHORT_TITLE or len(button.text) > SHORT_TITLE):
            yield row
            row = []
        row.append(button)
    if row:
        yield row


def split_text(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """Parts of at most ``longest`` characters as Telegram counts them (UTF-16), cut where a paragraph, else a
    sentence, else a word ends. Joined again they differ from ``text`` only in the white space at the cuts.
    """
    parts = []
    rest = text.strip()
    while _length(rest) > longest:
        cut = _cut(rest, longest)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest else parts


def _cut(text: str, longest: int) -> int:
    room = _fits(text, longest)
    for ending in (_PARAGRAPH, _SENTENCE, _WORD):
        ends = [match.start() for match in ending.finditer(text, 0, room + 1) if match.start() > 0]
        # A cut in the first quarter would leave a crumb; the next finer one reads better.
        if ends and ends[-1] >= room // 4:
            return min(ends[-1], room)
    return room


def _fits(text: str, longest: int) -> int:
    """How many of ``text``'s first characters fit."""
    if len(text) <= longest // 2:
        return len(text)
    used = 0
    for place, letter in enumerate(text):
        used += 2 if ord(letter) > 0xFFFF else 1
        if used > longest:
            return place
    return len(text)


def _length(text: str) -> int:
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)
