"""Runs a module in this process, and ends the process when whoever started it is gone.

``python -m bot.leash FD MODULE ARGUMENTS…`` — ``FD`` is the reading end of a pipe whose writing end only the starter
holds. When the starter dies, however suddenly, the pipe closes, and this process is asked to end and then made to.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading
import time

SECONDS_TO_END_WELL = 5.0


def _watch(pipe: int) -> None:
    while os.read(pipe, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END_WELL)
    os._exit(1)


def main() -> None:
    """Start watching, then become the module that was asked for."""
    pipe, module = int(sys.argv[1]), sys.argv[2]
    threading.Thread(target=_watch, args=(pipe,), daemon=True, name="leash").start()
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
