"""Asks Rasa, over loopback, what to answer."""

from __future__ import annotations

import httpx

from bot.core.messages import Incoming
from bot.core.replies import AssistantUnreachable, Reply

PATIENCE = 10.0  # seconds; a turn takes a few hundredths, so this long means that something is wrong


class RasaClient:
    """One connection pool to the assistant's channel."""

    def __init__(self, url: str, secret: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=url, headers={"x-paratoi-secret": secret}, timeout=httpx.Timeout(PATIENCE, connect=2.0),
            trust_env=False)

    async def answer(self, message: Incoming) -> tuple[Reply, ...]:
        """What the assistant says to ``message``; nothing when its actions could not be reached.

        Raises: AssistantUnreachable when there is no answer at all.
        """
        body = {"conversation": message.conversation_id, "inbox_id": message.id, "kind": message.kind,
                "text": message.text, "value": message.value}
        try:
            response = await self._client.post("/webhooks/paratoi/turn", json=body)
            response.raise_for_status()
            found = response.json()["messages"]
        except (httpx.HTTPError, ValueError, KeyError) as error:
            raise AssistantUnreachable(type(error).__name__) from error
        return tuple(_reply(raw) for raw in found)

    async def ready(self) -> bool:
        """Whether the channel answers."""
        try:
            return (await self._client.get("/webhooks/paratoi/", timeout=1.0)).status_code == 200
        except httpx.HTTPError:
            return False

    async def close(self) -> None:
        await self._client.aclose()


def _reply(raw: dict) -> Reply:
    about = raw["about"]
    step = about.get("step")
    return Reply(
        key=raw["key"] or "", text=raw["text"] or "", question=about.get("question"),
        buttons=tuple({"title": b["title"], "value": b["payload"]} for b in raw["buttons"]),
        scale=raw["custom"].get("scale"), step={"number": step[0], "of": step[1]} if step else None)
