"""Runs one of our processes with a stopwatch at the seams: ``python -m bench.timed FILE MODULE ARGUMENTS…``.

Each call through a seam adds a line to FILE: name, seconds, seconds without the seams inside it, and seconds of the
process's CPU without the seams inside it. The last hardly depends on what else the machine does. The stopwatch itself
costs some microseconds a call.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import runpy
import sys
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, TextIO

from bot.assistant.lean import leave_out_what_is_not_used

# By the module that is run: where (module, class or nothing, function) and what the time there is called.
SEAMS: dict[str, tuple[tuple[str, str, str, str], ...]] = {
    "uvicorn": (
        ("bot.gateway.chat_api", "", "conversation_of", "gateway: whose cookie it is"),
        ("bot.services.receive_web", "ReceiveWeb", "__call__", "gateway: keep the message"),
        ("bot.services.handle_inbox", "HandleInbox", "_begin", "gateway: take the lease; safety, STOP"),
        ("bot.assistant.client", "RasaClient", "answer", "gateway: wait for Rasa"),
        ("bot.services.handle_inbox", "HandleInbox", "_finish", "gateway: keep the replies"),
        ("bot.gateway.chat_api", "", "_history", "gateway: read what is shown"),
    ),
    "bot.assistant": (
        ("rasa.core.agent", "Agent", "handle_message", "rasa: everything else"),
        ("rasa.core.processor", "MessageProcessor", "parse_message", "rasa: understand"),
        ("rasa.core.processor", "MessageProcessor", "_predict_next_with_tracker", "rasa: policy"),
        ("rasa.core.tracker_store", "SQLTrackerStore", "retrieve", "rasa: read the tracker"),
        ("rasa.core.tracker_store", "SQLTrackerStore", "retrieve_full_tracker", "rasa: read the tracker"),
        ("rasa.core.tracker_store", "SQLTrackerStore", "save", "rasa: write the tracker"),
        ("rasa.core.actions.action", "RemoteAction", "_action_call_format", "rasa: tracker to JSON"),
        ("rasa.utils.endpoints", "EndpointConfig", "request", "rasa: wait for the action"),
        ("bot.assistant.responses", "VariedResponses", "generate", "rasa: choose the words"),
        ("rasa.core.actions.forms", "FormAction", "_temporary_tracker", "rasa: copy the tracker"),
        ("rasa.core.actions.forms", "FormAction", "run", "rasa: the form"),
        ("rasa.core.actions.action", "ActionExtractSlots", "run", "rasa: extract slots"),
    ),
    "actions": (
        ("rasa_sdk.executor", "ActionExecutor", "run", "actions: read and write JSON"),
        ("bot.services.take_turn", "TakeTurn", "__call__", "actions: decide and keep the turn"),
    ),
}
_around: ContextVar[list[float] | None] = ContextVar("around", default=None)


def main() -> None:
    file, module = sys.argv[1], sys.argv[2]
    if module == "bot.assistant":
        leave_out_what_is_not_used()  # as that module does itself, but before the seams import Rasa
    with open(file, "a", buffering=1) as output:
        for place in SEAMS.get(module, ()):
            put_in(*place, output)
        sys.argv = [module, *sys.argv[3:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)


def put_in(module: str, owner: str, function: str, name: str, output: TextIO) -> None:
    """Put a stopwatch around a function or method. Raises: AttributeError when there is no such one any more."""
    place = importlib.import_module(module)
    place = getattr(place, owner) if owner else place
    plain = inspect.getattr_static(place, function)
    setattr(place, function, watched(plain, name, output))


def watched(function: Callable[..., Any], name: str, output: TextIO) -> Callable[..., Any]:
    """``function`` with a stopwatch; what seams inside it took is known through the context, also across threads."""
    if isinstance(function, staticmethod):
        return staticmethod(watched(function.__func__, name, output))
    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def awaited(*args: Any, **kwargs: Any) -> Any:
            with _Stopwatch(name, output):
                return await function(*args, **kwargs)

        return awaited

    @functools.wraps(function)
    def called(*args: Any, **kwargs: Any) -> Any:
        with _Stopwatch(name, output):
            return function(*args, **kwargs)

    return called


class _Stopwatch:
    def __init__(self, name: str, output: TextIO) -> None:
        self._name, self._output = name, output

    def __enter__(self) -> None:
        self._inside = [0.0, 0.0]
        self._outer = _around.get()
        self._token = _around.set(self._inside)
        self._began, self._cpu = time.perf_counter(), time.process_time()

    def __exit__(self, *_: object) -> None:
        took, cpu = time.perf_counter() - self._began, time.process_time() - self._cpu
        _around.reset(self._token)
        if self._outer is not None:
            self._outer[0] += took
            self._outer[1] += cpu
        alone, cpu_alone = took - self._inside[0], cpu - self._inside[1]
        self._output.write(f"{self._name}\t{took:.6f}\t{alone:.6f}\t{cpu_alone:.6f}\n")


if __name__ == "__main__":
    main()
