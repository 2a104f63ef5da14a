"""The web page: a message is delivered by being there, and the page shows it when it is next looked at."""

from __future__ import annotations

from bot.channels.base import Capabilities
from bot.core.delivery import Delivery, Receipt


class WebChannel:
    """Sends nothing anywhere: the gateway streams the rows of the outbox."""

    name = "web"
    can = Capabilities(reaches_out=False, needs_address=False)

    async def send(self, message: Delivery) -> Receipt:
        return Receipt("on_page")

    async def close(self) -> None:
        return None
