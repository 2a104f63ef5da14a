"""What our featurizers share: nothing is trained, and they stand behind a tokenizer."""

from __future__ import annotations

from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.sparse_featurizer.sparse_featurizer import SparseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer

Made = TypeVar("Made", bound="UntrainedFeaturizer")


class UntrainedFeaturizer(SparseFeaturizer, GraphComponent):
    """Adds features that follow from the words alone. A subclass has ``process_training_data`` and ``process``."""

    @staticmethod
    def required_components() -> list[type]:
        return [Tokenizer]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing to check."""

    @classmethod
    def create(
        cls: type[Made], config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> Made:
        return cls(execution_context.node_name, config)
