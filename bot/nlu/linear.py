"""A linear classifier over the words and letters of a message: logistic regression, or a linear support vector machine.

Unlike Rasa's own, it looks at whether something stands in a message, not how often, and gives each featurizer the same
weight whatever a message's length; so a long story is judged like a short one. What was learned is a matrix of numbers.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, INTENT_NAME_KEY, PREDICTED_CONFIDENCE_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

RANKING = "intent_ranking"
_FILE = "linear.npz"
_FOLDS = 4
_SHARPEST = np.geomspace(0.5, 16.0, 40)  # how sharply a margin becomes a confidence; tried from soft to sharp


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearClassifier(GraphComponent):
    """Finds a message's intent, with a confidence for every intent it knows."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """``model``: ``logistic`` or ``svm``. ``C``, ``class_weight``, ``max_iter``, ``random_state`` as in scikit-learn."""
        return {"model": "logistic", "C": 10.0, "class_weight": "balanced", "max_iter": 400, "random_state": 1}

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
        execution_context: ExecutionContext, **kwargs: Any,
    ) -> LinearClassifier:
        made = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / _FILE, allow_pickle=False) as kept:
            made.names, made.weights, made.start = [str(name) for name in kept["names"]], kept["weights"], kept["start"]
        return made

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, model_storage, resource
        self.names: list[str] = []
        self.weights = np.zeros((0, 0), dtype=np.float32)
        self.start = np.zeros(0, dtype=np.float32)

    def train(self, training_data: TrainingData) -> Resource:
        examples = [one for one in training_data.intent_examples if one.get(TEXT)]
        features, intents = _matrix(examples), np.array([one.get(INTENT) for one in examples])
        fit = _fit_svm if self._config["model"] == "svm" else _fit_logistic
        names, weights, start = fit(features, intents, self._config)
        self.names = [str(name) for name in names]
        self.weights, self.start = weights.astype(np.float32), start.astype(np.float32)
        with self._storage.write_to(self._resource) as folder:
            np.savez_compressed(folder / _FILE, names=np.array(self.names), weights=self.weights, start=self.start)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        spoken = [message for message in messages if message.get(TEXT) and message.features]
        if not spoken or not self.names:
            return messages
        scores = np.asarray(_matrix(spoken) @ self.weights.T) + self.start
        for message, row in zip(spoken, _softmax(scores), strict=True):
            ranking = [{INTENT_NAME_KEY: self.names[at], PREDICTED_CONFIDENCE_KEY: float(row[at])}
                       for at in np.argsort(-row)]
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set(RANKING, ranking, add_to_output=True)
        return messages


def _matrix(messages: list[Message]) -> scipy.sparse.csr_matrix:
    """A row for each message: per featurizer what stands in it, scaled to length one."""
    blocks: dict[str, list[scipy.sparse.csr_matrix]] = {}
    for message in messages:
        for one in message.features:
            if one.attribute == TEXT and one.type == FEATURE_TYPE_SENTENCE and one.is_sparse():
                blocks.setdefault(one.origin, []).append(scipy.sparse.csr_matrix(one.features))
    return scipy.sparse.hstack([_scaled(scipy.sparse.vstack(rows).tocsr()) for rows in blocks.values()]).tocsr()


def _scaled(block: scipy.sparse.csr_matrix) -> scipy.sparse.csr_matrix:
    if np.issubdtype(block.dtype, np.integer):  # counts; features that are weights already stay as they are
        block = block.astype(np.float32)
        block.data[:] = 1.0
        lengths = np.sqrt(np.asarray(block.sum(axis=1)).ravel())
        return scipy.sparse.diags(1.0 / np.maximum(lengths, 1.0)) @ block
    return block


def _softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _fit_logistic(
    features: scipy.sparse.csr_matrix, intents: np.ndarray, config: dict[str, Any],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=config["C"], class_weight=config["class_weight"], max_iter=config["max_iter"],
                               random_state=config["random_state"], multi_class="multinomial")
    model.fit(features, intents)
    return model.classes_, model.coef_, model.intercept_


def _fit_svm(
    features: scipy.sparse.csr_matrix, intents: np.ndarray, config: dict[str, Any],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """One margin for each intent; how sharply margins become confidences is found on parts that were not learned from."""
    from sklearn.model_selection import StratifiedKFold, cross_val_predict
    from sklearn.svm import LinearSVC

    model = LinearSVC(C=config["C"], class_weight=config["class_weight"], random_state=config["random_state"])
    folds = StratifiedKFold(_FOLDS, shuffle=True, random_state=config["random_state"])
    margins = cross_val_predict(model, features, intents, cv=folds, method="decision_function")
    names, truth = np.unique(intents, return_inverse=True)
    losses = [-np.log(_softmax(sharp * margins)[np.arange(len(truth)), truth] + 1e-12).mean() for sharp in _SHARPEST]
    sharp = _SHARPEST[int(np.argmin(losses))]
    model.fit(features, intents)
    return names, sharp * model.coef_, sharp * model.intercept_
