"""Which visits are played in the tests: our own everywhere, and ten real ones where the folder with them is there."""

from __future__ import annotations

import os
from pathlib import Path

from real_input.visits import FILE, load

TESTS = Path(__file__).resolve().parent
EVERY = 9  # every ninth of the 87 makes ten, from all three ways in which they were recorded


def data_folder() -> Path | None:
    """The folder from the setting, or ``shared/data`` beside the checkout; None when neither holds the visits."""
    places = [Path(os.environ["PARATOI_DATA_FOLDER"])] if os.environ.get("PARATOI_DATA_FOLDER") else []
    places.append(TESTS.parent.parent / "shared" / "data")
    return next((place for place in places if (place / FILE).is_file()), None)


FOLDER = data_folder()
OWN = load(TESTS / "real_input" / "visits.jsonl")
REAL = load(FOLDER)[::EVERY] if FOLDER else []
