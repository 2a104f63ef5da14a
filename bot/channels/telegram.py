"""Telegram, the way out: one row of the outbox becomes one message, or several where it is too long for one."""

from __future__ import annotations

from collections.abc import Callable

from telegram import LinkPreviewOptions
from telegram.error import TelegramError

from bot.channels.base import Capabilities
from bot.channels.telegram_bot import Connection
from bot.channels.telegram_layout import LONGEST_TEXT, keyboard, split_text
from bot.channels.telegram_outcomes import outcome_of
from bot.core.delivery import Delivery, Receipt

Say = Callable[..., str]
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramChannel:
    """Sends to chats. ``say`` fills a sentence by its key."""

    name = "telegram"
    can = Capabilities(reaches_out=True, needs_address=True, longest_text=LONGEST_TEXT)

    def __init__(self, connection: Connection, say: Say) -> None:
        self._connection = connection
        self._bot = connection.bot
        self._say = say
        self._parts_sent: dict[str, int] = {}

    async def send(self, message: Delivery) -> Receipt:
        """Send plain text with its quick replies under the last part.

        When one part of a long text fails, the next try goes on with that part. That memory is this process's own:
        after a restart a half-sent text is sent from its beginning.
        """
        if not message.address:
            return Receipt("no_address")
        parts = split_text(self._text(message))
        done = self._parts_sent.pop(message.id, 0)
        sent_id = None
        for place in range(done, len(parts)):
            last = place == len(parts) - 1
            try:
                sent = await self._bot.send_message(
                    int(message.address), parts[place], reply_markup=keyboard(message) if last else None,
                    link_preview_options=_NO_PREVIEW,
                )
            except TelegramError as error:
                if place:
                    self._parts_sent[message.id] = place
                return outcome_of(error)
            sent_id = str(sent.message_id)
        return Receipt("sent", external_id=sent_id)

    async def close(self) -> None:
        await self._connection.close()

    def _text(self, message: Delivery) -> str:
        if not message.scale:
            return message.text
        return self._say("utter_telegram_scale", text=message.text, **message.scale)
