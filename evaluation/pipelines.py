"""Compares pipelines on the same held-back rows: ``python -m evaluation.pipelines [--data FOLDER] [--only a,b]``.

Each is trained and measured in processes of their own. The table goes to docs/pipelines.md, the figures beside it to
docs/pipelines.json; with ``--only`` the others keep the figures they have. FOLDER holds public sets that are not part of
the project: clinc_oos_smalltalk_meta.csv and *_patient_utterances.csv.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evaluation.data import ROOT

CONFIGS = ROOT / "evaluation" / "configs"
FIGURES, PAGE = ROOT / "docs" / "pipelines.json", ROOT / "docs" / "pipelines.md"
HEAD = """# Pipelines compared

Made by `python -m evaluation.pipelines --data FOLDER`; what follows from it is in
[record 22](adr/0022-a-support-vector-machine-and-kinds-of-words-understand-typed-text.md). All figures are from the held
half of `evaluation/rows/intents.csv` and, where the folder was given, from the held halves of the public sets. Times
are from two cores that had other work to do; compare them with each other only. Both DIET models were trained on 190
examples fewer than the others, with larger batches and for 30 and 15 rounds, for each took a quarter of an hour or more.

"""
FOOT = """
- **macro-F1, accuracy**: of the classifier alone, over all intents that are typed; the interval holds 95 of 100
  resamplings of the rows. **with both checks**: after the reviewed phrases and the look for what is beside the point.
- **not stored**: of our own rows off the topic; of public out-of-scope questions, small talk and orders to a machine
  (CLINC); how many are no answer after both checks.
- **answers kept**: of our own rows that are answers. **turns off topic, as a command**: of patients' own turns in visits
  that took place (ACI-Bench, MTS-Dialog), how many are taken for off-topic talk, and for a command that moves the
  conversation. The weights of the check are fitted to the chosen pipeline, so the others have a small handicap there.
- **ms a message**: one by one, 200 messages. **start**: imports, loading and the first message. **memory**: its peak.
"""
COLUMNS: tuple[tuple[str, str], ...] = (
    ("macro-F1", "{macro_f1:.3f} ({macro_f1_low:.3f}–{macro_f1_high:.3f})"), ("accuracy", "{accuracy:.3f}"),
    ("accuracy with both checks", "{final_accuracy:.3f}"), ("own off topic not stored", "{off_topic_not_stored:.3f}"),
    ("answers kept", "{answers_kept:.3f}"), ("CLINC not stored", "{outside_not_stored:.3f}"),
    ("its questions", "{questions_not_stored:.3f}"), ("turns off topic", "{turns_off_topic:.2%}"),
    ("as a command", "{turns_command:.2%}"), ("ms a message, p95", "{ms_median:.1f}, {ms_p95:.1f}"),
    ("memory MiB", "{memory_mib:.0f}"), ("training s", "{train_seconds:.0f}"), ("start s", "{load_seconds:.1f}"),
)


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--only", default="", help="names of configurations, with commas between them")
    parser.add_argument("--models", type=Path, help="use the models trained here before, and keep new ones here")
    parser.add_argument("--half", choices=["tune", "held"], default="held")
    given = parser.parse_args()
    wanted = set(filter(None, given.only.split(",")))
    results = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() and wanted else {}
    with tempfile.TemporaryDirectory() as passing:
        folder = given.models or Path(passing)
        for config in sorted(CONFIGS.glob("*.yml")):
            if not wanted or config.stem in wanted:
                results[config.stem] = _one(config, folder, given.data, given.half)
                print(config.stem, json.dumps(results[config.stem]), flush=True)
                if given.half == "held":
                    FIGURES.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")
                    PAGE.write_text(HEAD + table(results) + FOOT, encoding="utf-8")


def table(results: dict[str, dict[str, Any]]) -> str:
    """The figures as a table; a figure that was not measured is a dash."""
    lines = ["| | " + " | ".join(name for name, _ in COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for stem in sorted(results):
        cells = [_cell(shape, results[stem]) for _, shape in COLUMNS]
        lines.append(f"| {_title(stem)} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(shape: str, figures: dict[str, Any]) -> str:
    try:
        return shape.format(**figures)
    except KeyError:
        return "–"


def _title(stem: str) -> str:
    first = (CONFIGS / f"{stem}.yml").read_text(encoding="utf-8").splitlines()[0]
    return f"{stem.partition('_')[0]}. {first.lstrip('# ').rstrip('.')}"


def _one(config: Path, folder: Path, data: Path | None, half: str) -> dict[str, Any]:
    options = ["--half", half, *(["--data", str(data)] if data else [])]
    trained = folder / f"{config.stem}.json"
    if not trained.exists():
        trained.write_text(json.dumps(_child("train", config, folder)), encoding="utf-8")
    return {**json.loads(trained.read_text(encoding="utf-8")), **_child("measure", config, folder, *options)}


def _child(what: str, config: Path, folder: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-W", "ignore", "-m", "evaluation.one_pipeline", what, str(config), str(folder), *options]
    quiet = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(command, cwd=ROOT, env=quiet, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{config.stem}: {what} failed\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])


if __name__ == "__main__":
    main()
