"""A child process for the supervisor's tests: ``dummy.py MODE FOLDER``. It leaves one file per start there."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

mode, folder = sys.argv[1], Path(sys.argv[2])
starts = len(list(folder.glob("start-*")))
(folder / f"start-{starts}-{os.getpid()}").touch()
if mode == "dies":
    sys.exit(3)
if mode == "deaf":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
if mode == "polite":

    def leave(*_: object) -> None:
        (folder / "left").touch()
        sys.exit(0)

    signal.signal(signal.SIGTERM, leave)
(folder / f"up-{os.getpid()}").touch()
while True:
    time.sleep(0.05)
