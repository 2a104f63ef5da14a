"""Domain, rules and training data fit together, read as Rasa itself reads them."""

import re

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import RuleStep
from rasa.shared.importers.importer import TrainingDataImporter

from bot.assistant.channel import INTENT_OF_COMMAND, INTENT_OF_KIND
from bot.content.wording import load_wording
from bot.core.hearing import COMMAND_OF_INTENT, INTENTS_THAT_AFFIRM, INTENTS_THAT_DENY
from tests.architecture.source import ROOT

SET_BY_THE_GATEWAY = {"begin", "tap", "check_in_due"}  # never typed, so never trained


@pytest.fixture(scope="module")
def importer() -> TrainingDataImporter:
    return TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")])


@pytest.fixture(scope="module")
def domain(importer: TrainingDataImporter) -> Domain:
    return importer.get_domain()


@pytest.fixture(scope="module")
def examples(importer: TrainingDataImporter) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for example in importer.get_nlu_data().intent_examples:
        found.setdefault(example.get("intent"), []).append(example.get("text"))
    return found


def test_rasa_sees_every_sentence_that_the_gateway_sees(domain: Domain) -> None:
    ours = load_wording(ROOT / "data" / "responses").variants
    assert {key: len(variants) for key, variants in domain.responses.items()} == {
        key: len(variants) for key, variants in ours.items()}


def test_no_sentence_has_a_name_by_which_rasa_would_ask_it_by_itself(domain: Domain) -> None:
    by_itself = {f"utter_ask_{slot.name}" for slot in domain.slots}
    by_itself |= {f"utter_ask_{form}_{slot.name}" for form in domain.form_names for slot in domain.slots}
    assert by_itself & set(domain.responses) == set()


def test_every_intent_that_is_typed_has_training_data(domain: Domain, examples: dict[str, list[str]]) -> None:
    ours = {intent for intent in domain.intents if intent in _written("intents")}
    assert ours - set(examples) == SET_BY_THE_GATEWAY
    assert set(examples) <= ours
    assert all(len(texts) >= 5 for texts in examples.values())


def test_no_example_stands_under_two_intents(examples: dict[str, list[str]]) -> None:
    texts = [text.casefold() for found in examples.values() for text in set(found)]
    assert sorted(text for text in texts if texts.count(text) > 1) == []


def test_every_rules_intent_and_action_is_in_the_domain(importer: TrainingDataImporter, domain: Domain) -> None:
    steps = importer.get_stories().story_steps
    assert steps and all(isinstance(step, RuleStep) for step in steps)
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "data/rules").glob("*.yml"))
    intents = set(re.findall(r"intent: (\w+)", text))
    actions = set(re.findall(r"action: (\w+)", text))
    assert intents <= set(domain.intents)
    assert actions <= set(domain.action_names_or_texts)


def test_a_rule_takes_up_every_intent() -> None:
    """Whatever somebody says first, after weeks, is answered."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "data/rules").glob("*.yml"))
    assert _written("intents") - set(re.findall(r"intent: (\w+)", text)) == set()


def test_rules_are_titled_as_sentences() -> None:
    for path in (ROOT / "data/rules").glob("*.yml"):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            assert rule["rule"][0].isupper() and len(rule["rule"].split()) >= 4, rule["rule"]


def test_no_slot_influences_rasas_policies_and_none_is_filled_by_rasa(domain: Domain) -> None:
    """What was said stays in the store; Rasa holds only how a question was answered."""
    for slot in domain.slots:
        if slot.name in _written("slots"):
            assert not slot.influence_conversation
            assert [mapping["type"] for mapping in slot.mappings] == ["custom"]


def test_what_the_gateway_and_the_core_call_an_intent_is_one(domain: Domain) -> None:
    named = set(INTENT_OF_KIND.values()) | set(INTENT_OF_COMMAND.values()) | INTENTS_THAT_AFFIRM | INTENTS_THAT_DENY
    named |= {intent for intent in COMMAND_OF_INTENT if intent != "back"}  # Rasa keeps "back" for itself
    assert named <= set(domain.intents)


def _written(part: str) -> set[str]:
    """What stands in domain.yml itself, without what Rasa adds."""
    return set(yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))[part])
