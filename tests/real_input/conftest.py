"""Every test that asks for a ``visit`` runs once for each; the last lines of a test run say which there were."""

from __future__ import annotations

import pytest
from real_visits import FILE, FOLDER, OWN, REAL


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "visit" in metafunc.fixturenames:
        found = OWN + REAL
        metafunc.parametrize("visit", found, ids=[visit.id for visit in found])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FOLDER:
        terminalreporter.write_line(f"real input: {len(OWN)} invented visits and {len(REAL)} real ones are played")
        return
    terminalreporter.write_line(
        f"real input: {len(OWN)} invented visits are played and NO real one, as {FILE} was not found. "
        "Set PARATOI_DATA_FOLDER to the folder that holds it.")
