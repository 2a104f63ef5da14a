"""What Telegram's errors mean in our own words."""

from __future__ import annotations

from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.core.delivery import Receipt

# Which exception is which of our words; the first that fits counts, so the more special ones stand first.
OUTCOMES: tuple[tuple[type[TelegramError], str], ...] = (
    (Forbidden, "blocked"),
    (InvalidToken, "wrong_token"),
    (RetryAfter, "slow_down"),
    (ChatMigrated, "unknown_address"),
    (BadRequest, "refused"),
    (Conflict, "unreachable"),
    (TimedOut, "unsure"),
    (NetworkError, "unreachable"),
    (TelegramError, "unsure"),
)
# sendMessage's own words for a chat that is not there (or not any more).
_NO_SUCH_CHAT = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")
# Ended before a byte of the message left us, so it certainly did not arrive.
_NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)
# Ended after it may have left: it may have arrived.
_CUT_OFF = (httpx.ReadError, httpx.ReadTimeout, httpx.WriteTimeout, httpx.RemoteProtocolError, httpx.CloseError)


def outcome_of(error: TelegramError) -> Receipt:
    """The receipt for an error of the Bot API or of the way to it."""
    if isinstance(error.__cause__, _NEVER_LEFT):
        return Receipt("unreachable")
    if isinstance(error.__cause__, _CUT_OFF):
        return Receipt("unsure")
    if isinstance(error, BadRequest) and any(words in error.message.lower() for words in _NO_SUCH_CHAT):
        return Receipt("unknown_address")
    word = next(word for kind, word in OUTCOMES if isinstance(error, kind))
    return Receipt(word, wait=_wait(error) if isinstance(error, RetryAfter) else None)


def _wait(error: RetryAfter) -> timedelta:
    after = error._retry_after  # the public property changes its type with a setting, and warns until then
    return max(after, timedelta(seconds=1))
