"""Rasa's tracker store on SQLite, with the same settings as our own, and without reading back what it just wrote."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import create_engine, event
from sqlalchemy.orm import sessionmaker
from sqlalchemy.pool import QueuePool

KEPT = 200  # conversations held in memory, the ones used last; a tracker takes some hundred kilobytes at most


class WriteAheadTrackerStore(SQLTrackerStore):
    """As Rasa's, with a write-ahead log, kept connections, and the trackers used last at hand.

    Reading a tracker back takes a fifth of a turn. One at hand is used only while the database holds exactly as many
    events as it does: another server, a failed turn or a fresh session makes it be read again. It is handed out once
    and comes back with ``save``, so a turn that breaks off leaves nothing half-done behind.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        url = self.engine.url
        self.engine.dispose()
        self.engine = create_engine(
            url, poolclass=QueuePool, hide_parameters=True, connect_args={"check_same_thread": False, "timeout": 15})
        event.listen(self.engine, "connect", _settings)
        self.sessionmaker = sessionmaker(bind=self.engine)
        self._at_hand: OrderedDict[str, DialogueStateTracker] = OrderedDict()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation's tracker; nothing for a new one."""
        tracker = self._at_hand.pop(sender_id, None)
        if tracker is not None and self._stored(sender_id) == len(tracker.events):
            return tracker
        return await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store what is new, and keep the tracker at hand if the database now holds the same."""
        await super().save(tracker)
        if self._stored(tracker.sender_id) == len(tracker.events):
            self._at_hand[tracker.sender_id] = tracker
            if len(self._at_hand) > KEPT:
                self._at_hand.popitem(last=False)

    def _stored(self, sender_id: str) -> int:
        """How many events of the present session the database holds."""
        with self.session_scope() as session:
            return self._event_query(session, sender_id, fetch_events_from_all_sessions=False).count()


def _settings(connection: Any, _record: object) -> None:
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
