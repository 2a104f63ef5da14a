"""Telegram, the way in, and the small courtesies that are not messages of a conversation."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from telegram import BotCommand
from telegram.error import TelegramError

from bot.channels.telegram_bot import Connection
from bot.channels.telegram_outcomes import outcome_of
from bot.channels.telegram_reader import WANTED, read_update
from bot.core.arrivals import Arrival
from bot.core.delivery import Receipt

logger = logging.getLogger(__name__)

# Telegram keeps a long poll open for so many seconds at most (core.telegram.org/bots/api#getupdates suggests long).
LONG_POLL = timedelta(seconds=25)
_READ_MARGIN = 10


class LineDown(Exception):
    """Telegram could not be asked. ``receipt`` says why, and how long to wait where that is known."""

    def __init__(self, receipt: Receipt) -> None:
        super().__init__(receipt.outcome)
        self.receipt = receipt


class TelegramLine:
    """Listens to one bot's updates. ``Down`` is what it raises when Telegram cannot be asked."""

    Down = LineDown
    LONG_POLL = LONG_POLL

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._bot = connection.bot

    async def updates(self, offset: int | None, wait: timedelta = LONG_POLL) -> list[Arrival]:
        """The updates from ``offset`` on, waiting up to ``wait`` for the first.

        Asking with an offset confirms everything before it: Telegram forgets those. The library's own
        ``get_updates`` raises for the whole batch when one update cannot be read, so the raw ones are asked for.

        Raises: LineDown.
        """
        asked = {"timeout": int(wait.total_seconds()), "allowed_updates": list(WANTED)}
        if offset is not None:
            asked["offset"] = offset
        try:
            raw = await self._bot.do_api_request(
                "getUpdates", api_kwargs=asked, read_timeout=wait.total_seconds() + _READ_MARGIN
            )
        except TelegramError as error:
            raise LineDown(outcome_of(error)) from error
        return [self.read(update) for update in raw]

    def read(self, raw: dict[str, Any]) -> Arrival:
        """One update as a webhook brings it. Raises: KeyError when it is not an update."""
        return read_update(raw, self._bot)

    async def name(self) -> str:
        """The bot's @name without the @. Raises: LineDown, with ``wrong_token`` when Telegram refuses the token."""
        try:
            return (await self._bot.get_me()).username
        except TelegramError as error:
            raise LineDown(outcome_of(error)) from error

    async def poll(self) -> None:
        """Tell Telegram that we ask for updates ourselves. Raises: LineDown."""
        await self._must(self._bot.delete_webhook())

    async def be_called(self, url: str, secret: str) -> None:
        """Tell Telegram to call ``url``, with ``secret`` in a header. Raises: LineDown."""
        await self._must(self._bot.set_webhook(url, secret_token=secret, allowed_updates=list(WANTED)))

    async def introduce(self, commands: Mapping[str, str]) -> None:
        """Show these commands (name → what it does) in Telegram's menu."""
        await self._try(self._bot.set_my_commands([BotCommand(name, does) for name, does in commands.items()]))

    async def answer_tap(self, callback_id: str, text: str | None = None) -> None:
        """End the tapped button's waiting sign. A tap older than Telegram remembers is past answering."""
        await self._try(self._bot.answer_callback_query(callback_id, text=text))

    async def take_buttons_away(self, address: str, message_id: int) -> None:
        """Remove a message's keyboard."""
        await self._try(self._bot.edit_message_reply_markup(int(address), message_id, reply_markup=None))

    async def show_chosen(self, address: str, message_id: int, text: str) -> None:
        """Put ``text`` in place of the message; its keyboard goes with it."""
        await self._try(self._bot.edit_message_text(text, int(address), message_id, reply_markup=None))

    async def say(self, address: str, text: str) -> None:
        """A word to a chat that has no conversation, and so no outbox."""
        await self._try(self._bot.send_message(int(address), text))

    async def leave(self, address: str) -> None:
        """Leave a group or channel."""
        await self._try(self._bot.leave_chat(int(address)))

    async def close(self) -> None:
        await self._connection.close()

    async def _try(self, call: Any) -> bool:
        """Await a call whose failure must not stop anything; the outcome is logged."""
        try:
            await call
        except TelegramError as error:
            logger.info("telegram courtesy failed outcome=%s", outcome_of(error).outcome)
            return False
        return True

    async def _must(self, call: Any) -> None:
        try:
            await call
        except TelegramError as error:
            raise LineDown(outcome_of(error)) from error
