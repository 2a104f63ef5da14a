"""What came of a conversation, as far as the person who had it can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from real_input.visits import Turn


def lines_of(turns: Sequence[Turn]) -> str:
    """One turn as it is; several with one on each line, without white space at the ends of the lines."""
    return turns[0].text if len(turns) == 1 else "\n".join(turn.text.strip() for turn in turns)


@dataclass(frozen=True)
class Told:
    """A message with a turn, or with several on a line each, and what became of it there and then.

    Attributes:
        key: the question whose answer it should stand as.
        outcome: ``taken``; ``parked`` (kept for another list with a yes); ``flagged`` (the safety net answered and
            nothing else did); ``asked_again``; ``ended_list`` (no more was asked for afterwards); ``command`` (taken
            for one); ``refused`` (not accepted); ``not_said`` (there was no place for it any more).
        in_parts: whether it may stand on the sheet in parts: it was offered so and they said yes, or it holds several
            turns.
    """

    key: str
    turns: tuple[Turn, ...]
    outcome: str
    message_id: str | None = None
    in_parts: bool = False

    @property
    def text(self) -> str:
        """The message as it was typed."""
        return lines_of(self.turns)


@dataclass
class Played:
    """What came of a conversation.

    Attributes:
        read_back: whether it came that far. broke: why it ended before it was shared; empty when it was.
        late: how many messages came back without their answer, which then had to be fetched.
        offers: how often several things in one message were offered apart.
        said_again: messages of several turns that were not taken, and whose turns were then said one by one.
        added: how often something was added at the read-back.
        met: the questions met on the way to the read-back, and the read-back.
        seconds: how long each message took. said: both sides' messages in order, as who said what.
    """

    told: list[Told] = field(default_factory=list)
    late: int = 0
    read_back: bool = False
    broke: str = ""
    offers: int = 0
    said_again: int = 0
    added: int = 0
    met: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)
