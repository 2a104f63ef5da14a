"""Which tests run beside which, where pytest has more than one process (``-n 2``).

All that start or use a running system go through one lane, one after the other: the system is started once, and nothing
else of its weight stands beside it. The others go file by file, so that what a file makes once is made once.
"""

from __future__ import annotations

import pytest

RUNNING = "a running system"
FOLDERS = frozenset({"bad_days", "browser", "real_input", "restart", "supervisor"})


def lane(item: pytest.Item) -> str:
    """The name of the lane of ``item``."""
    folder = item.path.parent.name
    return RUNNING if folder in FOLDERS or "running" in getattr(item, "fixturenames", ()) else item.path.stem + "/" + folder


def put_in_lanes(items: list[pytest.Item]) -> None:
    """Mark every test with its lane, for ``--dist loadgroup``."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(lane(item)))
