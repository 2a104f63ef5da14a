"""What stands in a chat with the bot, and the person who reads it and taps."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.channels.bot_api_server import BotApi

BOT = {"id": 123456, "is_bot": True, "first_name": "Paratoi", "username": "paratoi_demo_bot"}


class Refused(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class Hangs(Exception):
    """No answer: the connection is cut after ``seconds``. The call was carried out if ``done``."""

    def __init__(self, seconds: float = 0.0, done: bool = False) -> None:
        super().__init__("no answer")
        self.seconds, self.done = seconds, done


@dataclass
class SentMessage:
    """One message in a chat as the person sees it now."""

    message_id: int
    chat_id: int
    text: str
    buttons: list[list[dict[str, str]]] = field(default_factory=list)
    raw: dict[str, Any] = field(default_factory=dict)

    @property
    def titles(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]


class Person:
    """Somebody with a chat of their own with the bot."""

    def __init__(self, api: BotApi, chat_id: int) -> None:
        self._api, self.chat_id = api, chat_id
        self.chat = {"id": chat_id, "type": "private", "first_name": "Demo"}
        self._user = {"id": chat_id, "is_bot": False, "first_name": "Demo"}
        api.known.add(chat_id)

    @property
    def sees(self) -> list[SentMessage]:
        return [message for message in self._api.messages if message.chat_id == self.chat_id]

    def writes(self, text: str) -> int:
        return self.sends(text=text)

    def sends(self, **content: Any) -> int:
        return self._api.gives(message=self.message(**content))

    def edits(self, text: str) -> int:
        return self._api.gives(edited_message={**self.message(text=text), "edit_date": 1_700_000_100})

    def taps(self, title: str, message: SentMessage | None = None) -> int:
        """Tap a button of the newest message that has it, or of the given one as it was sent."""
        for one in [message] if message else reversed(self.sees):
            for row in check_buttons(one.raw.get("reply_markup")):
                for button in row:
                    if button["text"] == title:
                        return self.taps_data(button["callback_data"], one)
        raise AssertionError(f"no button {title!r} in {[one.titles for one in self.sees]}")

    def taps_data(self, data: str, message: SentMessage) -> int:
        callback_id = f"tap-{self._api.new_id()}"
        self._api.taps_wait(callback_id)
        return self._api.gives(callback_query={
            "id": callback_id, "from": self._user, "chat_instance": "1", "data": data, "message": as_message(message),
        })

    def blocks(self, tells: bool = True) -> None:
        """Block the bot; ``tells``: Telegram says so by an update, too."""
        self._api.blocked.add(self.chat_id)
        if tells:
            me, then = {"user": BOT}, {"user": BOT, "status": "kicked", "until_date": 0}
            self._api.gives(my_chat_member={
                "chat": self.chat, "from": self._user, "date": 1_700_000_000,
                "old_chat_member": {**me, "status": "member"}, "new_chat_member": then,
            })

    def message(self, **content: Any) -> dict[str, Any]:
        return {
            "message_id": self._api.new_id(), "date": 1_700_000_000, "chat": self.chat, "from": self._user, **content,
        }


def as_message(message: SentMessage) -> dict[str, Any]:
    chat = {"id": message.chat_id, "type": "private", "first_name": "Demo"}
    said = {"message_id": message.message_id, "date": 1_700_000_000, "chat": chat, "from": BOT, "text": message.text}
    return {**said, "reply_markup": {"inline_keyboard": message.buttons}} if message.buttons else said


def check_text(text: str) -> None:
    if not text.strip():
        raise Refused(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > 4096:
        raise Refused(400, "Bad Request: message is too long")


def check_buttons(markup: dict[str, Any] | None) -> list[list[dict[str, str]]]:
    rows = (markup or {}).get("inline_keyboard", [])
    for button in (button for row in rows for button in row):
        if not 1 <= len(button["callback_data"].encode()) <= 64 or not button["text"]:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return rows


def eventually(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether it comes to hold within so many seconds."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True
