"""What is stood in for when Rasa starts lean must not be what our pipeline uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml

from bot.assistant.lean import NOT_USED

ROOT = Path(__file__).resolve().parents[2]


def test_rasa_starts_without_tensorflow_and_checks_actions_with_one_validator() -> None:
    code = (
        "from bot.assistant.lean import *; leave_out_what_is_not_used(); check_actions_quickly();"
        "import sys, rasa.core.agent, rasa.server; assert 'tensorflow' not in sys.modules;"
        "from rasa.core.actions.action import RemoteAction; import jsonschema;"
        "one = RemoteAction('x', None); assert one._validate_action_result({'events': [], 'responses': []});\n"
        "try: one._validate_action_result({'events': 3})\n"
        "except jsonschema.ValidationError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "refused", done.stderr[-2000:]


def test_nothing_of_the_pipeline_is_stood_in_for() -> None:
    config = yaml.safe_load((ROOT / "config.yml").read_text())
    used = {part["name"] for part in config["pipeline"] + config["policies"]}
    stood_in = {"DIETClassifier", "TEDPolicy", "UnexpecTEDIntentPolicy", "ResponseSelector",
                "LanguageModelFeaturizer", "ConveRTFeaturizer"}
    assert not used & stood_in
    assert len(NOT_USED) == 8
