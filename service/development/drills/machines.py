"""Machines of a drill: network namespaces on a bridge of their own, whose processes can be killed, or cut off."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_NOBODY = "nobody"
# The user of the processes may read this user's Python, wherever it lies, and nothing more than everybody besides.
_AS_NOBODY = (
    *("setpriv", f"--reuid={_NOBODY}", "--regid=nogroup", "--clear-groups"),
    *("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"),
)


class MachinesRefused(RuntimeError):
    """A network of its own could not be made; the text is the error output of `ip`."""

    code = "MACHINES_REFUSED"


def ip(*arguments: str) -> str:
    """
    Run `ip` and return its output.

    :raises MachinesRefused: when it fails
    """
    done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)  # noqa: S603, S607 - no shell
    if done.returncode:
        raise MachinesRefused(f"ip {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


@dataclass
class Machine:
    """One machine: its namespace, its address, the end of its cable, and what runs on it."""

    name: str
    namespace: str
    address: str
    link: str
    directory: Path
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def start(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        """Start a program on the machine, as nobody; what it prints goes to a file."""
        with log.open("ab") as output:
            self.processes.append(
                subprocess.Popen(  # noqa: S603 - our own command
                    ["ip", "netns", "exec", self.namespace, *_AS_NOBODY, *command],  # noqa: S607 - as above
                    env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", **environment},
                    cwd="/",
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            )

    def kill(self) -> None:
        """Kill everything on the machine, as when its power fails."""
        for _ in range(3):  # what was just started is killed too
            for number in ip("netns", "pids", self.namespace).split():
                with suppress(ProcessLookupError):
                    os.kill(int(number), signal.SIGKILL)
        for process in self.processes:
            process.wait()
        self.processes.clear()

    def cut_off(self) -> None:
        """Pull the cable: everything goes on, and nobody reaches it."""
        ip("link", "set", self.link, "down")

    def reconnect(self) -> None:
        """Put the cable back."""
        ip("link", "set", self.link, "up")


@contextmanager
def machines(directory: Path, names: Sequence[str]) -> Iterator[list[Machine]]:
    """Yield machines on one network that this process reaches too; they and their processes are gone afterwards."""
    number = _free_network()
    bridge, made = f"pk{number}", list[Machine]()
    ip("link", "add", bridge, "type", "bridge")
    try:
        ip("address", "add", f"10.213.{number}.254/24", "dev", bridge)
        ip("link", "set", bridge, "up")
        for position, name in enumerate(names, start=1):
            one = Machine(
                name, f"{bridge}-{name}", f"10.213.{number}.{position}", f"{bridge}n{position}", directory / name
            )
            made.append(one)
            _connect(one, bridge)
        yield made
    finally:
        for one in made:
            with suppress(MachinesRefused):
                one.kill()
                ip("netns", "delete", one.namespace)
        ip("link", "delete", bridge)


def _free_network() -> int:
    """Return the third number of a network that no interface of this machine has."""
    taken = ip("-4", "-oneline", "address")
    first = os.getpid() % 250
    numbers: list[int] = [*range(first, 250), *range(first)]
    return next(number for number in numbers if f" 10.213.{number}." not in taken)


def _connect(one: Machine, bridge: str) -> None:
    ip("netns", "add", one.namespace)
    ip("link", "add", one.link, "type", "veth", "peer", "name", f"{one.link}p")
    ip("link", "set", f"{one.link}p", "netns", one.namespace, "name", "eth0")
    ip("link", "set", one.link, "master", bridge, "up")
    ip("-n", one.namespace, "address", "add", f"{one.address}/24", "dev", "eth0")
    ip("-n", one.namespace, "link", "set", "eth0", "up")
    ip("-n", one.namespace, "link", "set", "lo", "up")
