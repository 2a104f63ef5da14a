"""Lets the garbage collector leave alone what a process read at its start."""

from __future__ import annotations

import gc


def settle() -> None:
    """Call once, when rules and models are read. They stay as long as the process does, and hold some 100,000 objects; a full
    walk over them takes 50 ms, at any moment, and would hold up a safety check that may take no longer than that."""
    gc.collect()
    gc.freeze()
