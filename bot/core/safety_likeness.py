"""What may add to the safety rules, and never takes away: how much a message is like others that told of danger.

The rules know phrases; this knows the company words keep, and how far each rule and hint can be trusted beside them. It
speaks up for a stretch of words when a trained model is sure enough. What a rule read as denied, past or somebody else's
is told to the model too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.findings.likeness import Likeness
from bot.core.safety_text import Reading

_WINDOW, _STEP = 24, 12  # words; in a long stretch without a full stop, overlapping pieces are read
_LONG, _PIECE, _PIECE_STEP = 300, 30, 26  # words
_FIRST, _LAST = 20, 12  # pieces
_MOST = 60  # stretches of one message
PART = 0.1  # of belief; a part of a message says less than the whole
_SHORTEST_ALONE = 6  # words; fewer keep too little company to speak without a rule or hint
RULE, WITH = "resembles_", "_and_likeness"
CUE = 0.5  # how much a rule or hint weighs beside the words, whose weights together have length one


@dataclass(frozen=True)
class Cue:
    """A rule or hint that was found in words ``first`` to the word before ``after``."""

    name: str
    first: int
    after: int


@dataclass(frozen=True)
class Resembling:
    """Words ``first`` to ``after`` of a reading are like messages of ``kind``; ``belief`` is 0 to 1.

    ``hinted``: a rule or hint of that kind stands in them, and means it now.
    """

    kind: str
    first: int
    after: int
    belief: float
    hinted: bool = False


@dataclass(frozen=True)
class Believed:
    """What the model believes of words ``first`` to ``after``: a share for each kind, together 1.

    ``cues``: the rules and hints in them. ``part``: they are not the whole message, and must be believed a little more.
    """

    first: int
    after: int
    shares: Mapping[str, float]
    cues: Collection[str] = ()
    part: bool = False

    def belief(self, kind: str) -> float:
        """How much the words are believed to tell of ``kind``, 0 to 1."""
        return max(0.0, self.shares.get(kind, 0.0) - (PART if self.part else 0.0))

    @property
    def may_speak(self) -> bool:
        """Whether the words are enough to go by: so few keep too little company without a rule or hint."""
        return bool(self.cues) or self.after - self.first >= _SHORTEST_ALONE

    def is_hinted(self, kind: str) -> bool:
        """Whether a rule or hint of ``kind`` stands in the words, and means it now."""
        return any(cue_name(how, any_of(kind), now=True) in self.cues for how in ("rule", "hint"))


@dataclass(frozen=True)
class Resemblance:
    """A trained model, and how sure it must be of each kind.

    Attributes:
        enough: for each kind the belief from which it counts. Kinds that are missing never count.
        unhinted: a higher one, where no rule or hint of that kind stands in the words.
        gently: a lower belief from which a kind is kept as low mood, which is answered and reviewed and never alarms.
    """

    model: Likeness
    enough: Mapping[str, float]
    gently: Mapping[str, float] = field(default_factory=dict)
    unhinted: Mapping[str, float] = field(default_factory=dict)

    def of(self, reading: Reading, cues: Sequence[Cue] = ()) -> list[Believed]:
        """What the model believes of each stretch of a message, with the cues in it. Pure; never raises."""
        found = list(stretches(reading))
        inside = [
            counted(cue for cue in cues if first <= cue.first and cue.after <= after) for first, after in found
        ] if cues else [{}] * len(found)
        shares = self.model.of_stretches(reading.words, found, inside)
        return [
            Believed(first, after, one, some.keys(), after - first < len(reading.words))
            for (first, after), one, some in zip(found, shares, inside, strict=True)
        ]

    def find(self, believed: Sequence[Believed]) -> list[Resembling]:
        """For each kind the stretch that is most like it, where that is enough. Pure; never raises."""
        best: dict[str, Resembling] = {}
        for one in believed:
            first, after = one.first, one.after
            if not one.may_speak:
                continue
            for kind in self.enough.keys() | self.gently.keys():
                found = Resembling(kind, first, after, round(one.belief(kind), 3), one.is_hinted(kind))
                if (self.alarms(found) or found.belief >= self.gently.get(kind, 2.0)) and (
                    kind not in best or self._weight(found) > self._weight(best[kind])
                ):
                    best[kind] = found
        return [best[kind] for kind in sorted(best)]

    def alarms(self, one: Resembling) -> bool:
        """Whether the belief is enough for what its kind calls for, and not only for low mood."""
        mark = self.enough.get(one.kind, 2.0)
        return one.belief >= (mark if one.hinted else max(mark, self.unhinted.get(one.kind, mark)))

    def _weight(self, one: Resembling) -> tuple[bool, float]:
        return self.alarms(one), one.belief


def cue_name(how: str, what: str, now: bool) -> str:
    """What the model calls a ``rule`` or ``hint`` that is found: by its id, and once more as :func:`any_of` its kind."""
    return f"{how} {what} {'now' if now else 'not'}"


def any_of(kind: str) -> str:
    """The name of whatever is found of ``kind``."""
    return f"any {kind}"


def counted(cues: Iterable[Cue]) -> dict[str, float]:
    """Cues as the model takes them: each once, by its name."""
    return {cue.name: CUE for cue in cues}


def stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """What is looked at by itself: the whole message, each sentence, and each two neighbouring sentences; pieces of what is
    long."""
    count = len(reading.words)
    if not count:
        return
    if count > _LONG:  # a long story is read in pieces that hardly overlap; of the very longest, the beginning and the end
        pieces = [(at, min(at + _PIECE, count)) for at in range(0, count - _PIECE + _PIECE_STEP, _PIECE_STEP)]
        yield from pieces if len(pieces) <= _FIRST + _LAST else [*pieces[:_FIRST], *pieces[-_LAST:]]
        return
    ends = sorted(set(reading.sentence_end))
    sentences = list(zip([0, *ends[:-1]], ends, strict=True))
    found = [(0, count)] if count <= 4 * _WINDOW else []
    found += [one for one in sentences if len(sentences) > 1]
    found += [(one[0], other[1]) for one, other in zip(sentences, sentences[1:], strict=False)]
    kept: dict[tuple[int, int], None] = {}
    for first, after in found if found else [(0, count)]:
        if after - first <= _WINDOW + _STEP:
            kept[first, after] = None
        else:
            kept.update({(at, min(at + _WINDOW, after)): None for at in range(first, after - _STEP, _STEP)})
            if after - first <= 4 * _WINDOW:
                kept[first, after] = None
    yield from list(kept)[:_MOST]
