"""What every channel offers, and what it can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from bot.core.delivery import Delivery, Receipt


@dataclass(frozen=True)
class Capabilities:
    """What a channel can do.

    Attributes:
        reaches_out: a message arrives although nobody has a page open.
        needs_address: it sends to a binding's address.
        longest_text: characters in one message; longer texts are split. Nothing: no limit.
    """

    reaches_out: bool
    needs_address: bool
    longest_text: int | None = None


class Channel(Protocol):
    """One way to a person."""

    name: str
    can: Capabilities

    async def send(self, message: Delivery) -> Receipt:
        """Send one message. Every ending is a receipt; nothing the provider does is raised."""

    async def close(self) -> None:
        """Give back what was opened."""
