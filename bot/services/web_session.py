"""Exchanges an opened invitation for a cookie, and a cookie for the one conversation it may speak in."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from bot.clock import Clock
from bot.core.invitation import InvitationState


@dataclass(frozen=True)
class WebSessionDesk:
    """Args: work and reading open units with ``web_sessions`` and ``messages``."""

    work: Callable[[], AbstractContextManager[Any]]
    reading: Callable[[], AbstractContextManager[Any]]
    clock: Clock

    def begin(self, invitation: InvitationState) -> str:
        """A fresh cookie for an opened invitation; only its digest is stored. It lasts as long as the link."""
        token = secrets.token_urlsafe(32)
        with self.work() as unit:
            unit.web_sessions.add(
                _digest(token), invitation.conversation_id, invitation.id, self.clock.now(), invitation.expires_at)
        return token

    def conversation(self, token: str | None) -> str | None:
        """The conversation of a cookie; None for none, an unknown or an ended one."""
        if not token:
            return None
        with self.reading() as unit:
            return unit.web_sessions.conversation(_digest(token), self.clock.now())


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
