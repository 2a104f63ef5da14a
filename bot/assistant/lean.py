"""Starts Rasa without TensorFlow, and lets it check an action's answer without re-reading the rule each time.

Rasa imports TensorFlow for parts that our pipeline does not have, which is half of its start and more than half of its
memory. Eight modules are stood in for: importing them works, using them does not. A test starts Rasa this way and fails
when a release of Rasa needs one of them; Rasa is pinned in the lock file.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Sequence
from typing import Any

NOT_USED = frozenset({
    "rasa.nlu.classifiers.diet_classifier", "rasa.core.policies.ted_policy",
    "rasa.core.policies.unexpected_intent_policy", "rasa.nlu.selectors.response_selector",
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer", "rasa.nlu.featurizers.dense_featurizer.convert_featurizer",
    "rasa.utils.tensorflow.callback", "rasa.utils.tensorflow.data_generator",
})


class StandIn(types.ModuleType):
    """A module in which every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (), {"__module__": self.__name__})
        setattr(self, name, made)
        return made


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds a stand-in for each module that is not used, before Python looks for the real one."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: types.ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(fullname, self) if fullname in NOT_USED else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        return StandIn(spec.name)

    def exec_module(self, module: types.ModuleType) -> None:
        """Nothing to run."""


def leave_out_what_is_not_used() -> None:
    """Call this before anything of Rasa is imported."""
    sys.meta_path.insert(0, Finder())


def check_actions_quickly() -> None:
    """Build the check of an action's answer once; Rasa builds it for every call, which took half of a turn's time."""
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    validator = validator_for(schema)(schema)

    def check(_: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = check
