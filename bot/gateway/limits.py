"""How many messages one person may send, so that a stuck key or a script does not drown the others."""

from __future__ import annotations

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

SECONDS = 10


class TooMany(Exception):
    """Too many messages; ``seconds`` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"wait {seconds} s")
        self.seconds = seconds


class Rate:
    """Counts messages per conversation, in this process."""

    def __init__(self, burst: int) -> None:
        """``burst`` messages in ten seconds; far above what anybody types or taps."""
        self._storage = MemoryStorage()  # the limiter itself holds it only weakly
        self._limiter = MovingWindowRateLimiter(self._storage)
        self._limit = parse(f"{burst} per {SECONDS} second")

    def count(self, conversation_id: str) -> None:
        """Count one message. Raises: TooMany."""
        if not self._limiter.hit(self._limit, conversation_id):
            raise TooMany(SECONDS // 2)
