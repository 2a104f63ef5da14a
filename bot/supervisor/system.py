"""All of Paratoi on one machine: model, tables, ports, and the four processes."""

from __future__ import annotations

import signal
from pathlib import Path

from bot.config import Settings, load_settings
from bot.supervisor import model, recipes
from bot.supervisor.errors import NotReady, PortTaken
from bot.supervisor.family import Family
from bot.supervisor.lock import DirectoryLock
from bot.supervisor.ports import free_port, holder_of, is_taken
from bot.supervisor.watch import Say


def _say_nothing(_: str) -> None:
    pass


class System:
    """Gateway, Rasa, action server and worker.

    Use it as a context manager (ready inside, stopped after), or by hand: ``start()``, ``wait_ready()``, ``stop()``.

    Args:
        data_dir: where database, secret, logs and ``demo.json`` live; made when missing.
        port: the gateway's; a free one is chosen when None, and for Rasa and the action server likewise.
        say: told what happens, one sentence at a time.
        train: whether a missing model may be trained (else NoModel).
        overrides: any setting by its name in :class:`bot.config.Settings`; nothing is read from ``.env``.
    """

    def __init__(
        self,
        data_dir: Path,
        port: int | None = None,
        *,
        say: Say = _say_nothing,
        train: bool = True,
        **overrides: object,
    ) -> None:
        port = port or free_port()
        ports = {"rasa_port": free_port(), "actions_port": free_port(), "public_url": f"http://127.0.0.1:{port}"}
        settings = load_settings(_env_file=None, data_dir=data_dir, port=port, **{**ports, **overrides})
        self._set_up(settings, say, train)

    @classmethod
    def with_settings(cls, settings: Settings, say: Say = _say_nothing, train: bool = True) -> System:
        """The system exactly as ``settings`` say."""
        made = cls.__new__(cls)
        made._set_up(settings, say, train)
        return made

    def _set_up(self, settings: Settings, say: Say, train: bool) -> None:
        self.settings = settings
        self._say = say
        self._may_train = train
        self._lock = DirectoryLock(settings.data_dir)
        self._family: Family | None = None

    @property
    def url(self) -> str:
        """The gateway's address on this machine."""
        return f"http://127.0.0.1:{self.settings.port}"

    def start(self) -> System:
        """Prepare and start every process, without waiting until they are ready.

        Raises: NotReady or one of its kinds; nothing runs then.
        """
        self.settings.data_dir.mkdir(parents=True, exist_ok=True)
        self._lock.take()
        try:
            self._check_ports()
            self.settings.address_file.write_text(f"{self.settings.public_url}\n")
            trained = model.ensure(self._say, self._may_train)
            environment = recipes.environment(self.settings)
            wanted = recipes.all_of(self.settings, trained)
            self._family = Family(wanted, environment, recipes.ROOT, self.logs, self._say)
            # Rasa takes longest, and needs no tables: they are brought up to date while it starts.
            self._family.start(before_users=lambda: recipes.migrate(self.settings))
        except BaseException:
            self.stop()
            raise
        return self

    def _check_ports(self) -> None:
        ours = self.settings
        for name, port, host, setting in (
            ("the gateway", ours.port, ours.host, "PARATOI_PORT or --port"),
            ("Rasa", ours.rasa_port, "127.0.0.1", "PARATOI_RASA_PORT"),
            ("the action server", ours.actions_port, "127.0.0.1", "PARATOI_ACTIONS_PORT"),
        ):
            if is_taken(port, host):
                holder = holder_of(port)
                raise PortTaken(
                    f"Port {port}, for {name}, is in use{f' by {holder}' if holder else ''}.\n"
                    f"Stop that program, or choose another port with {setting}."
                )

    def wait_ready(self, seconds: float = 180.0) -> System:
        """Wait until every process can do its work. Raises: NotReady, also after ``seconds``."""
        self._family.wait_ready(seconds)
        return self

    def waiting_for(self) -> list[str]:
        """The names of the processes that cannot do their work yet."""
        return self._family.waiting_for()

    @property
    def logs(self) -> Path:
        """The folder with one log for each process."""
        return self.settings.data_dir / "logs"

    @property
    def given_up(self) -> str:
        """Why a process will not be started any more; empty while all is well."""
        return self._family.given_up if self._family else ""

    def pid(self, name: str) -> int | None:
        """The process id of ``gateway``, ``rasa``, ``actions`` or ``worker``; None while it does not run."""
        return self._family.pid(name)

    def kill(self, name: str, number: int = signal.SIGKILL) -> None:
        """Send a process a signal and wait until it has ended; it is started again at once."""
        self._family.kill(name, number)

    def restart(self, name: str, seconds: float = 120.0) -> None:
        """Let a process end well, and wait until all are ready again."""
        self.kill(name, signal.SIGTERM)
        self.wait_ready(seconds)

    def stop(self) -> None:
        """End everything. Safe to call twice."""
        if self._family:
            self._family.stop()
            self._family = None
        self._lock.release()

    def __enter__(self) -> System:
        self.start()
        try:
            return self.wait_ready()
        except NotReady:
            self.stop()
            raise

    def __exit__(self, *_: object) -> None:
        self.stop()
