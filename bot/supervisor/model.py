"""The trained model: found by a fingerprint of all it is made from, and trained when there is none."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

from bot.supervisor.errors import NoModel

ROOT = Path(__file__).resolve().parents[2]
_NAMED_FILE = re.compile(r":\s*([\w./-]+\.(?:yml|json|csv))\s*$", re.MULTILINE)  # what a component is configured with
KEPT = 3  # a running Rasa may still need to be started again with an older model


def fingerprint(root: Path = ROOT) -> str:
    """Twelve characters that change when anything the model is made from does."""
    digest = hashlib.sha256(f"rasa {version('rasa')}, python {sys.version_info[:2]}".encode())
    for path in sorted(_inputs(root)):
        digest.update(f"\0{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _inputs(root: Path) -> Iterator[Path]:
    yield from (root / "config.yml", root / "domain.yml")
    yield from (root / name for name in _NAMED_FILE.findall((root / "config.yml").read_text()))
    yield from (root / "data").rglob("*.yml")
    yield from (path for folder in ("danger", "change_talk", "scope") for path in (root / "data" / folder).glob("*.csv"))
    yield from (root / "bot" / "core" / "findings").glob("*.py")
    yield from (root / "bot" / "content" / "safety" / "uk").glob("*.yml")  # spelling, and the rules the word models weigh
    yield from (root / "bot" / "core").glob("safety*.py")
    yield from (path for path in (root / "bot" / "nlu").rglob("*") if path.suffix in {".py", ".yml", ".json", ".csv"})


def path_of(root: Path = ROOT) -> Path:
    """Where the model for the present data is, or would be."""
    return root / "models" / f"{fingerprint(root)}.tar.gz"


def words_of(model: Path) -> Path:
    """Where the word models stand that were trained together with ``model``."""
    return model.with_name(model.name.removesuffix(".tar.gz") + ".words.json")


def ensure(say: Callable[[str], None], may_train: bool = True, force: bool = False, root: Path = ROOT) -> Path:
    """The model for the present data; trained first when it is missing.

    Raises: NoModel when it is missing and may not be trained, or the training failed.
    """
    path = path_of(root)
    if _is_there(path) and not force:
        return path
    others = any(path.parent.glob("*.tar.gz"))
    if not may_train:
        what = "The model was trained for other data" if others else "There is no trained model"
        raise NoModel(f"{what}.\nTrain one with: paratoi train")
    path.parent.mkdir(exist_ok=True)
    with (path.parent / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another command may be training the very same model
        if force or not _is_there(path):
            why = "what it is made from changed" if others else "there is none yet"
            say(f"Training the model, as {'you asked' if force else why}")
            began = time.monotonic()
            _train(path, root)
            say(f"Trained in {time.monotonic() - began:.0f} s")
        _prune(path)  # under the lock too: two at once would look at files that the other takes away
    return path


def _is_there(path: Path) -> bool:
    return path.exists() and words_of(path).exists()


def _train(path: Path, root: Path) -> None:
    """Word models first: they take less time, and the gateway needs them."""
    environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    _run([sys.executable, "-m", "bot.nlu.word_models", str(words_of(path))], root, environment, path.parent / "words.log")
    if not words_of(path).exists():
        raise NoModel(f"The word models could not be trained.\n{path.parent / 'words.log'} says why.")
    unfinished = path.parent / "unfinished"
    command = [sys.executable, "-m", "rasa", "train", "--config", "config.yml", "--domain", "domain.yml"]
    command += ["--data", "data", "--out", str(unfinished), "--fixed-model-name", path.stem.removesuffix(".tar")]
    log = path.parent / "train.log"
    code = _run(command, root, environment, log)
    made = unfinished / path.name
    if code or not made.exists():
        raise NoModel(f"The model could not be trained.\n{log} says why.")
    made.replace(path)


def _run(command: list[str], root: Path, environment: dict[str, str], log: Path) -> int:
    with log.open("wb") as output:
        return subprocess.run(
            command, cwd=root, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output).returncode


def _prune(newest: Path) -> None:
    newest.touch()
    by_age = sorted(newest.parent.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in by_age[KEPT:]:
        old.unlink(missing_ok=True)
        words_of(old).unlink(missing_ok=True)
