"""The only way into Rasa: a channel on loopback that the gateway calls, with a shared secret.

Rasa's own REST channel lets anybody speak as any sender and reads a typed "/restart" as an order. This one asks for the
secret, hands typed text to the understanding only, and gives each answer back with its key and its quick replies.
"""

from __future__ import annotations

import hmac
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.config import load_settings

logger = logging.getLogger(__name__)
LONGEST_FOR_UNDERSTANDING = 2000  # characters; the whole text stays in the store, commands are short
INTENT_OF_KIND = {"begin": "begin", "tap": "tap", "check_in": "check_in_due"}
INTENT_OF_COMMAND = {"back": "go_back"}  # Rasa keeps the name "back" for itself


class Collector(OutputChannel):
    """Keeps whole messages, keys and quick replies included, instead of sending them."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        return "paratoi"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.messages.append({
            "key": message.get("utter_action"), "text": message.get("text"),
            "buttons": message.get("buttons") or [], "custom": message.get("custom") or {},
            "about": message.get("about") or {},
        })


class Gateway(InputChannel):
    """``POST /webhooks/paratoi/turn`` with ``{"conversation", "inbox_id", "kind", "text", "value"}``."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        return "paratoi"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> Gateway:
        return cls(load_settings().resolved_rasa_secret())

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        routes = Blueprint("paratoi_channel", "paratoi_channel")

        @routes.route("/", methods=["GET"])
        async def alive(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            given = request.headers.get("x-paratoi-secret", "")
            if not hmac.compare_digest(given.encode(), self._secret.encode()):
                return response.json({"error": "not for you"}, status=403)
            collector = Collector()
            await on_new_message(_user_message(request.json, collector))
            return response.json({"messages": collector.messages})

        return routes


def _user_message(body: dict[str, Any], collector: Collector) -> UserMessage:
    intent = INTENT_OF_KIND.get(body["kind"])
    if body["kind"] == "command":
        intent = INTENT_OF_COMMAND.get(body["value"], body["value"])
    text = body["text"][:LONGEST_FOR_UNDERSTANDING].lstrip("/ ")
    known = {"text": text, "intent": {"name": intent, "confidence": 1.0}, "entities": []} if intent else None
    return UserMessage(
        text=text, output_channel=collector, sender_id=body["conversation"], parse_data=known, input_channel="paratoi",
        metadata={"inbox_id": body["inbox_id"], "kind": body["kind"]},
    )
