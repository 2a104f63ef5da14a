"""Telegram's updates in our own words."""

from __future__ import annotations

from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatType

from bot.channels.telegram_layout import read_payload
from bot.core.arrivals import COMMANDS, Arrival, Tap

# What we ask Telegram to send; everything else never reaches us.
WANTED = (
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "my_chat_member",
)


def read_update(raw: dict[str, Any], bot: Bot) -> Arrival:
    """What one update means. An update we cannot read is ``ignored``: it must not hold up those behind it.

    Raises: KeyError when it has no ``update_id``, without which it is not an update at all.
    """
    external_id = str(raw["update_id"])
    try:
        update = Update.de_json(raw, bot)
    except (KeyError, TypeError, ValueError, AttributeError):
        return Arrival(external_id, "", "ignored")
    if update.callback_query:
        return _tap(external_id, update.callback_query)
    if update.my_chat_member:
        return _membership(external_id, update.my_chat_member)
    if update.channel_post or update.edited_channel_post:
        return Arrival(external_id, str(update.effective_chat.id), "group")
    if update.edited_message:
        return _message(external_id, update.edited_message, edited=True)
    if update.message:
        return _message(external_id, update.message)
    return Arrival(external_id, "", "ignored")


def _message(external_id: str, message: Message, edited: bool = False) -> Arrival:
    address = str(message.chat.id)
    if message.chat.type != ChatType.PRIVATE:
        return Arrival(external_id, address, "group")
    if edited:
        when = int(message.edit_date.timestamp()) if message.edit_date else external_id
        words = (message.text or message.caption or "").strip().removeprefix("/")
        return Arrival(external_id, address, "edited", words, edit=f"edit {message.message_id} {when}")
    if message.text is None:
        caption = (message.caption or "").strip()
        kind = "text" if caption else "wordless"
        return Arrival(external_id, address, kind, caption, words_missing=True)
    if message.text.startswith("/"):
        return _command(external_id, address, message.text)
    return Arrival(external_id, address, "text", message.text)


def _command(external_id: str, address: str, text: str) -> Arrival:
    name, _, rest = text[1:].partition(" ")
    name = name.partition("@")[0].lower()
    if name == "start":
        return Arrival(external_id, address, "start", rest.strip())
    if rest.strip() or not name.isidentifier():
        # Words follow, and words are read to their end: "/stop I feel like dying", "/help my chest hurts", "/8 or 9".
        return Arrival(external_id, address, "text", text[1:])
    return Arrival(external_id, address, "command" if name in COMMANDS else "unknown_command", name)


def _tap(external_id: str, query: CallbackQuery) -> Arrival:
    if query.message is None:
        return Arrival(external_id, "", "ignored")
    address = str(query.message.chat.id)
    if query.message.chat.type != ChatType.PRIVATE:
        return Arrival(external_id, address, "group")
    row, place = read_payload(query.data or "") or (None, 0)
    return Arrival(external_id, address, "tap", tap=Tap(query.id, row, place, query.message.message_id))


def _membership(external_id: str, change: ChatMemberUpdated) -> Arrival:
    address = str(change.chat.id)
    gone = change.new_chat_member.status in ("kicked", "left")
    if change.chat.type == ChatType.PRIVATE:
        return Arrival(external_id, address, "blocked" if gone else "ignored")
    return Arrival(external_id, address, "ignored" if gone else "group")
