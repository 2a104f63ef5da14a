"""Tells open chat pages of this process that their conversation has something new."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Hub:
    """One event per open page. Pages also look by themselves now and then, for what other processes wrote."""

    def __init__(self) -> None:
        self._pages: dict[str, set[asyncio.Event]] = defaultdict(set)
        self._busy: dict[str, int] = defaultdict(int)

    def notify(self, conversation_id: str) -> None:
        """Something was written in this conversation."""
        for page in self._pages.get(conversation_id, ()):
            page.set()

    def typing(self, conversation_id: str) -> bool:
        """Whether an answer is being made just now."""
        return self._busy.get(conversation_id, 0) > 0

    @contextmanager
    def answering(self, conversation_id: str) -> Iterator[None]:
        """While an answer is being made; tells the pages at both ends."""
        self._busy[conversation_id] += 1
        self.notify(conversation_id)
        try:
            yield
        finally:
            self._busy[conversation_id] -= 1
            if not self._busy[conversation_id]:
                del self._busy[conversation_id]
            self.notify(conversation_id)

    @contextmanager
    def page(self, conversation_id: str) -> Iterator[asyncio.Event]:
        """An open page; its event is set at every change."""
        event = asyncio.Event()
        self._pages[conversation_id].add(event)
        try:
            yield event
        finally:
            self._pages[conversation_id].discard(event)
            if not self._pages[conversation_id]:
                del self._pages[conversation_id]
