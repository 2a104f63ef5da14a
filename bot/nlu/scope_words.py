"""The words by which a message is told to be about the person, about something else, or about nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bot.content.read_yaml import read_yaml_file

WORDS = Path(__file__).resolve().parent / "scope_words.yml"
GROUPS = ("body", "life", "elsewhere", "machine", "talk", "own", "us")
CONTENT = ("body", "life", "elsewhere", "machine")
LONGEST_ENTRY = 3  # words that are joined with "_" in the file

_ASKS = re.compile(
    r"^(?:(?:but|and|so|also|sorry|please|hey|ok|okay|well|hello|hi|hiya|just|now|oh|um|er|ai|yo) )*"
    r"(?:what|whats|when|whens|where|wheres|who|whos|whose|why|whys|how|hows|howd|which|should|shall|can|could|would|"
    r"will|is|are|am|was|were|do|does|did|may|might|has|any|"
    r"i wonder|i (?:would|d) like (?:you )?to (?:know|hear|learn|see)|id like (?:you )?to (?:know|hear|learn|see)|"
    r"i (?:want|need|wanna|gotta|must|wish|have) (?:you )?(?:to )?(?:know|hear|learn|switch|change|find|get|tell|set|turn|"
    r"connect|hear about|return|send back|book|order|buy|sell|cancel)|"
    r"(?:tell|give|get|show|find|play|sing|set|book|order|turn|switch|change|read|list|name|define|explain|translate|"
    r"convert|calculate|call|text|email|send|add|put|remind|open|close|search|look up|check|transfer|pay|buy|cancel|"
    r"roll|flip|spell|speak|talk|say|use|make|let|lets|increase|decrease|raise|lower|bring|reset|restore|sync|connect|"
    r"disconnect|pair|stop|start|go|help me|whisper|mute|adjust|modify|update|revise|alter|enable|disable|activate|"
    r"describe|research|do you|have you|did you|wake|track|renew|freeze|schedule|pick|write|draw|inform me|select|rename|"
    r"respond|halt|abort|refrain|slow (?:down|it|the)|hit me|imagine|suppose you|if you (?:had|were|could|did))\b|"
    r"i(?:d| would)? (?:love|like|want|need) (?:you )?to (?:be told|hear|know)\b|i am needing to know\b)")
# Asked for oneself ("can I still swim", "when will we know"): rarely asked of a machine, unless it names its things.
_FOR_THEMSELVES = re.compile(
    r"^(?:(?:but|and|so|also|sorry|please|ok|okay|well|hello|hi|yes|no|yeah|um|er|oh|doctor|then|alright) )*"
    r"(?:(?:when|why|if|how (?:long|soon|often|much)) )?"
    r"(?:can|could|will|would|should|shall|do|did|am|are|may|might|must|have|was|were) (?:i|we|my|our)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
FEWEST_TOLD = 3  # words; fewer tell nothing ("Thank you.")
_POINTS = frozenset("this that these those it its them they he she him her".split())
_FILLER = re.compile(r"\b(?:you know|do you know what i mean|you see|thank you|see you|mind you)\b")  # said to nobody
_WILL = re.compile(r"\b(i|you|we|they|he|she|it|that)\s?['’]\s?ll\b")  # else "I'll" would be ill
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Evidence:
    """What stands in a message.

    Args:
        body, life, elsewhere, machine: how many words of each group.
        own: whether somebody speaks of themselves or theirs.
        us: whether somebody speaks to us.
        asks: whether it is put as a question or an order.
        strange: how many words no group knows.
        only_talk: whether every word is one that says nothing by itself.
        count: how many words there are.
        for_themselves: whether something is asked for oneself ("can I …", "do we have to …").
        points: whether it points at something that was named before ("what is this for").
        opens: whether its first words ask or order something, with or without a question mark, and nothing is told after.
    """

    body: int
    life: int
    elsewhere: int
    machine: int
    own: bool
    us: bool
    asks: bool
    strange: int
    only_talk: bool
    count: int
    for_themselves: bool = False
    points: bool = False
    opens: bool = False


class ScopeWords:
    """The groups of ``scope_words.yml``, ready for looking up."""

    def __init__(self, groups: dict[str, str]) -> None:
        if set(groups) != set(GROUPS):
            raise ValueError(f"{WORDS.name}: the groups are {', '.join(GROUPS)}")
        self._groups = groups
        self._whole = {name: frozenset(one for one in groups[name].split() if one[-1] != "*") for name in GROUPS}
        self._begin = {name: re.compile(_starts(groups[name])) for name in GROUPS}

    def without(self, *names: str) -> ScopeWords:
        """The same with the groups of these names empty."""
        return ScopeWords({name: "" if name in names else words for name, words in self._groups.items()})

    def evidence(self, text: str) -> Evidence:
        """What stands in ``text``. Never raises."""
        words = words_of(text)
        said = " ".join(words)
        us = _FILLER.sub("", said).split()
        found = self._counted(words)
        strange = sum(not any(self._holds(name, word) for name in GROUPS) for word in words)
        only_talk = bool(words) and all(word in self._whole["talk"] for word in words)
        opens = _ASKS.match(said) is not None
        rest = [words_of(one) for one in _SENTENCE.split(text) if not one.rstrip().endswith("?")] if opens else []
        return Evidence(
            found["body"], found["life"], found["elsewhere"], found["machine"], found["own"] > 0,
            any(word in self._whole["us"] for word in us), opens or text.rstrip().endswith("?"), strange, only_talk, len(words),
            _FOR_THEMSELVES.match(said) is not None, not _POINTS.isdisjoint(words),
            opens and all(len(one) < FEWEST_TOLD or _ASKS.match(" ".join(one)) for one in rest))

    def _counted(self, words: list[str]) -> dict[str, int]:
        """How many entries of each group stand in ``words``; what a longer entry holds is not looked at again."""
        found = {name: sum(self._holds(name, word) for word in words) for name in GROUPS if name not in CONTENT}
        found |= dict.fromkeys(CONTENT, 0)
        taken: set[int] = set()
        for length in range(LONGEST_ENTRY, 0, -1):
            for at in range(len(words) - length + 1):
                run, places = "_".join(words[at:at + length]), range(at, at + length)
                held = [name for name in CONTENT if self._holds(name, run)] if taken.isdisjoint(places) else []
                taken.update(places if held else ())
                for name in held:
                    found[name] += 1
        return found

    def _holds(self, group: str, run: str) -> bool:
        return run in self._whole[group] or self._begin[group].fullmatch(run) is not None


def _starts(group: str) -> str:
    """A pattern for the group's words with a star; an ending stays within one word."""
    starts = [re.escape(word[:-1]) for word in group.split() if word.endswith("*")]
    return f"(?:{'|'.join(starts)})[^_]*" if starts else "(?!)"


def words_of(text: str) -> list[str]:
    """The words in lower case, without apostrophes and punctuation."""
    text = _WILL.sub(r"\1 will", text.casefold())
    return _WORD.findall(re.sub(r"(?<=\w)\s?['’`]\s?(?=(?:s|t|m|d|re|ve|ll)\b)", "", text))


@lru_cache(maxsize=1)
def scope_words() -> ScopeWords:
    """The reviewed words, read once. Raises: ValueError for an unknown or missing group."""
    return ScopeWords(read_yaml_file(WORDS))
