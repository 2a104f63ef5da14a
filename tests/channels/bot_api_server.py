"""A local server that speaks the Bot API's JSON, for the real library to talk to.

It keeps chats as Telegram would: messages with their keyboards, updates until they are confirmed, a webhook. It can be
told to fail. Written from https://core.telegram.org/bots/api. Runs in a thread; loopback only.
"""

from __future__ import annotations

import json
import threading
import time
from collections import defaultdict, deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

from tests.channels.bot_api_person import (
    BOT,
    Hangs,
    Person,
    Refused,
    SentMessage,
    as_message,
    check_buttons,
    check_text,
)

TOKEN = "123456:a-token-that-only-the-tests-know"


class BotApi:
    """The state of the server, and what a test may do to it."""

    def __init__(self) -> None:
        self.messages: list[SentMessage] = []
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.commands: list[dict[str, str]] = []
        self.answered_taps: list[str] = []
        self.left: list[int] = []
        self.blocked: set[int] = set()
        self.known: set[int] = set()
        self.webhook: dict[str, Any] = {}
        self.bad_token = False
        self._open_taps: set[str] = set()
        self._updates: deque[dict[str, Any]] = deque()
        self._failures: dict[str, deque[Exception | None]] = defaultdict(deque)
        self._changed = threading.Condition()
        self._last_id = 0
        self._closing = False
        self._server: ThreadingHTTPServer | None = None

    # ------------------------------------------------------------------ for tests
    def __enter__(self) -> BotApi:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_exit: object) -> None:
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def fail(self, method: str, error: Exception | None, times: int = 1) -> None:
        """The next ``times`` calls of ``method`` end with ``error``; None: they go well."""
        self._failures[method].extend([error] * times)

    def gives(self, **update: Any) -> int:
        """Queue an update. Returns its id."""
        with self._changed:
            update_id = self._next()
            self._updates.append({"update_id": update_id, **update})
            self._changed.notify_all()
        return update_id

    def gives_again(self, update: dict[str, Any]) -> None:
        """Queue an update that was given before, under the same id."""
        with self._changed:
            self._updates.append(update)
            self._changed.notify_all()

    def person(self, chat_id: int = 4711) -> Person:
        return Person(self, chat_id)

    @property
    def unconfirmed(self) -> list[dict[str, Any]]:
        return list(self._updates)

    def new_id(self) -> int:
        with self._changed:
            return self._next()

    def taps_wait(self, callback_id: str) -> None:
        self._open_taps.add(callback_id)

    # ------------------------------------------------------------------ the API
    def call(self, method: str, given: dict[str, Any]) -> Any:
        self.calls.append((method, given))
        error = self._failures[method].popleft() if self._failures[method] else None
        if isinstance(error, Hangs) and error.done:
            self._carry_out(method, given)
        if error is not None:
            raise error
        return self._carry_out(method, given)

    def _carry_out(self, method: str, given: dict[str, Any]) -> Any:
        known = getattr(self, f"_{method}", None)
        if known is None:
            raise Refused(404, "Not Found")
        return known(given)

    def _getMe(self, given: dict[str, Any]) -> dict[str, Any]:
        return BOT

    def _getUpdates(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook.get("url"):
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        offset, until = int(given.get("offset", 0)), time.monotonic() + float(given.get("timeout", 0))
        with self._changed:
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
            while not self._updates and not self._closing and (left := until - time.monotonic()) > 0:
                self._changed.wait(left)
            return list(self._updates)[: int(given.get("limit", 100))]

    def _sendMessage(self, given: dict[str, Any]) -> dict[str, Any]:
        chat_id, text = int(given["chat_id"]), given.get("text", "")
        self._must_reach(chat_id)
        check_text(text)
        buttons = check_buttons(given.get("reply_markup"))
        message = SentMessage(self.new_id(), chat_id, text, buttons, given)
        self.messages.append(message)
        return as_message(message)

    def _editMessageReplyMarkup(self, given: dict[str, Any]) -> dict[str, Any]:
        message, buttons = self._found(given), check_buttons(given.get("reply_markup"))
        if message.buttons == buttons:
            raise Refused(400, "Bad Request: message is not modified")
        message.buttons = buttons
        return as_message(message)

    def _editMessageText(self, given: dict[str, Any]) -> dict[str, Any]:
        message = self._found(given)
        check_text(given["text"])
        message.text, message.buttons = given["text"], check_buttons(given.get("reply_markup"))
        return as_message(message)

    def _answerCallbackQuery(self, given: dict[str, Any]) -> bool:
        if given["callback_query_id"] not in self._open_taps:
            raise Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self._open_taps.discard(given["callback_query_id"])
        self.answered_taps.append(given["callback_query_id"])
        return True

    def _setMyCommands(self, given: dict[str, Any]) -> bool:
        self.commands = given["commands"]
        return True

    def _setWebhook(self, given: dict[str, Any]) -> bool:
        self.webhook = given
        return True

    def _deleteWebhook(self, given: dict[str, Any]) -> bool:
        self.webhook = {}
        return True

    def _leaveChat(self, given: dict[str, Any]) -> bool:
        self.left.append(int(given["chat_id"]))
        return True

    def _next(self) -> int:
        self._last_id += 1
        return self._last_id

    def _must_reach(self, chat_id: int) -> None:
        if chat_id in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if chat_id not in self.known:
            raise Refused(400, "Bad Request: chat not found")

    def _found(self, given: dict[str, Any]) -> SentMessage:
        for message in self.messages:
            if message.message_id == int(given["message_id"]) and message.chat_id == int(given["chat_id"]):
                return message
        raise Refused(400, "Bad Request: message to edit not found")


def _handler(api: BotApi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            given = {key: _value(key, value) for key, value in parse_qsl(body, keep_blank_values=True)}
            token, _, method = self.path.removeprefix("/bot").partition("/")
            if api.bad_token or token != TOKEN:
                return self._answer(401, {"ok": False, "error_code": 401, "description": "Unauthorized"})
            try:
                result = api.call(method, given)
            except Refused as no:
                parameters = {"parameters": no.parameters} if no.parameters else {}
                return self._answer(
                    no.code, {"ok": False, "error_code": no.code, "description": no.description, **parameters}
                )
            except Hangs as hangs:
                time.sleep(hangs.seconds)
                self.close_connection = True
                return None
            return self._answer(200, {"ok": True, "result": result})

        def _answer(self, code: int, answer: dict[str, Any]) -> None:
            raw = json.dumps(answer).encode()
            try:
                self.send_response(code)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_said: object) -> None:
            return None

    return Handler


def _value(key: str, text: str) -> Any:
    """The library sends objects and lists as JSON."""
    return json.loads(text) if key in ("reply_markup", "commands", "allowed_updates", "link_preview_options") else text
