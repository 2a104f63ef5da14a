"""What else is in a message never takes plain danger back: bodies, dates, other people, other illnesses, other troubles."""

from functools import lru_cache
from itertools import cycle
from pathlib import Path

import pytest
import yaml

from bot.content.load_safety import CONTENT, load_rules
from bot.core.safety import check
from bot.core.safety_rules import SafetyRules

SAID = yaml.safe_load((Path(__file__).parent / "data" / "company.yml").read_text(encoding="utf-8"))
KINDS = sorted(SAID["plain"])
JOINED = ("{company} and {plain}", "{plain} and {company}", "{company}, {plain}", "{plain}, {company}", "{company} but {plain}",
          "{plain} because {company}")
RUN_ON = ("{company} {plain}", "{plain} {company}")


@lru_cache
def rules() -> SafetyRules:
    return load_rules(CONTENT / "safety" / "uk")


def alarms(text: str) -> bool:
    return any(finding.alert for finding in check(text, rules()))


def missed(kind: str, ways: tuple[str, ...]) -> tuple[list[str], int]:
    way = cycle(ways)
    texts = [next(way).format(company=company, plain=plain) for plain in SAID["plain"][kind] for company in SAID["company"]]
    return [text for text in texts if not alarms(text)], len(texts)


@pytest.mark.parametrize("kind", KINDS)
def test_danger_said_plainly_is_heard_by_the_rules_alone(kind: str) -> None:
    assert [plain for plain in SAID["plain"][kind] if not alarms(plain)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_another_sentence_takes_nothing_away(kind: str) -> None:
    assert missed(kind, ("{company}. {plain}.", "{plain}. {company}."))[0] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_sentence_takes_hardly_anything_away(kind: str) -> None:
    texts, many = missed(kind, JOINED)
    assert len(texts) <= 0.01 * many, texts


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_without_full_stops_hides_little(kind: str) -> None:
    texts, many = missed(kind, RUN_ON)
    assert len(texts) <= 0.08 * many, texts


@pytest.mark.parametrize("text", [
    "When I was 16 I tried to kill myself, never since", "my brother killed himself", "I don't want to die",
    "she said she wanted to die, that was in 1998", "I'd rather die than eat kale", "work is killing me",
    "I had chest pain last year and it was fine", "I want to die of old age", "I'm dying to see the grandchildren",
    "no chest pain and no breathlessness", "My mum had a stroke and her face dropped, years ago",
])
def test_grammar_still_tells_what_is_no_danger_now(text: str) -> None:
    assert not alarms(text)
