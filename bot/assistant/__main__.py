"""``python -m bot.assistant run …``: Rasa's own command line, started lean; the words after it are Rasa's."""

from __future__ import annotations

import runpy
import sys

from bot.assistant.lean import check_actions_quickly, leave_out_what_is_not_used


def main() -> None:
    leave_out_what_is_not_used()
    check_actions_quickly()
    sys.argv[0] = "rasa"
    runpy.run_module("rasa", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
