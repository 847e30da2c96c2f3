"""
What an engine makes of docker-compose.yml, made by hand: networks, read-only roots, users without rights, secrets.

Every service runs in a network namespace on the subnets of the file, in a root of its own that holds the code, the
volumes and the secrets that the file names, as the user of its image. It needs root and iproute2. All of it is gone
with the last process.
"""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from service.settings import ROOT

POLKU, POSTGRES = 10001, 999  # the users of the images
ENVIRONMENT = "/environment"  # where Python's environment of the tests lies in a container
_COPIED = ("passwd", "group", "nsswitch.conf", "ld.so.cache", "localtime", "ssl", "ca-certificates")
_CAPABILITIES = ("--inh-caps=-all", "--no-new-privs")


def checked(*command: str | Path) -> str:
    """Run a program that must end well and return what it printed."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


@dataclass
class Networks:
    """Namespaces and the bridges between them: one for the machine itself, one for each container and each client."""

    prefix: str
    made: list[str] = field(default_factory=list)
    links: int = 0

    @property
    def machine(self) -> str:
        """The namespace of the machine that the containers run on."""
        return f"{self.prefix}-machine"

    def add(self, name: str) -> str:
        """Return a new namespace."""
        found = f"{self.prefix}-{name}"
        checked("ip", "netns", "add", found)
        self.made.append(found)
        checked("ip", "-n", found, "link", "set", "lo", "up")
        return found

    def add_bridge(self, name: str, *gateways: str) -> None:
        """Make a network of the machine, with the machine's own addresses in it."""
        checked("ip", "-n", self.machine, "link", "add", name, "type", "bridge")
        checked("ip", "-n", self.machine, "link", "set", name, "up")
        for gateway in gateways:
            checked("ip", "-n", self.machine, "address", "add", gateway, "dev", name)

    def join(self, namespace: str, bridge: str, address: str, gateway: str = "") -> None:
        """Connect a namespace to a network."""
        self.links += 1
        there, here = f"there{self.links}", f"here{self.links}"
        checked("ip", "-n", self.machine, "link", "add", there, "type", "veth", "peer", here)
        checked("ip", "-n", self.machine, "link", "set", here, "netns", namespace, "name", bridge)
        checked("ip", "-n", self.machine, "link", "set", there, "master", bridge, "up")
        checked("ip", "-n", namespace, "address", "add", address, "dev", bridge)
        checked("ip", "-n", namespace, "link", "set", bridge, "up")
        if gateway:
            checked("ip", "-n", namespace, "route", "add", "default", "via", gateway)


@contextmanager
def networks() -> Iterator[Networks]:
    """Yield a machine without networks; every namespace is removed in the end."""
    found = Networks(f"polku{os.getpid()}")
    found.add("machine")
    checked("ip", "netns", "exec", found.machine, "sysctl", "-qw", "net.ipv4.ip_forward=1")
    try:
        yield found
    finally:
        for name in found.made:
            subprocess.run(["ip", "netns", "delete", name], check=False, capture_output=True)


@dataclass(frozen=True)
class Container:
    """A service of the compose file, and where it runs."""

    service: Mapping[str, Any]
    namespace: str
    volumes: Path  # named volumes are directories below it
    secrets: Path
    hosts: Mapping[str, str]
    user: int = POLKU
    environment: Mapping[str, str] = field(default_factory=dict)

    def command(self, arguments: Sequence[str]) -> list[str]:
        """Return a command that runs a program in the container."""
        script = "\n".join([*self._root(), *self._mounts(), "mount -o remount,ro $root", self._execution(arguments)])
        return ["ip", "netns", "exec", self.namespace, "unshare", "--mount", "--", "bash", "-euc", script]

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a program to its end."""
        command = self.command(arguments or self.service["command"])
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)

    @contextmanager
    def running(self, *arguments: str, log: Path) -> Iterator["subprocess.Popen[bytes]"]:
        """Run a program meanwhile; its output goes to a file."""
        with log.open("wb") as output:
            command = self.command(arguments or self.service["command"])
            process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def _root(self) -> Iterator[str]:
        """Yield the lines that make a root with the programs of this machine and the code of this repository."""
        yield "mount --make-rprivate / && root=$(mktemp -d) && mount -t tmpfs none $root && chmod 755 $root"
        yield "mkdir -p $root/{usr,proc,dev,app,etc,tmp,run/secrets,var} && ln -s /run $root/var/run"
        yield "for link in bin lib lib64 sbin; do [ ! -e /$link ] || cp -P /$link $root/$link; done"
        base = str(Path(sys.base_prefix).resolve())
        same = {"/usr", "/proc", "/dev"} | ({base} if not base.startswith("/usr") else set())
        places = {path: path for path in same} | {sys.prefix: ENVIRONMENT, str(ROOT): "/app"}
        for source, target in ((shlex.quote(path), shlex.quote(place)) for path, place in places.items()):
            yield f"mkdir -p $root{target} && mount --rbind {source} $root{target}"
        yield "mount -o remount,bind,ro $root/app"
        for name in _COPIED:
            yield f"[ ! -e /etc/{name} ] || cp -a /etc/{name} $root/etc/"
        yield f"echo 'postgres:x:{POSTGRES}:{POSTGRES}::/tmp:/bin/bash' >> $root/etc/passwd"
        yield f"echo 'polku:x:{POLKU}:{POLKU}::/nonexistent:/bin/false' >> $root/etc/passwd"
        for name, address in {"localhost": "127.0.0.1", **self.hosts}.items():
            yield f"echo '{address} {name}' >> $root/etc/hosts"

    def _mounts(self) -> Iterator[str]:
        """Yield the lines that mount what the service names: volumes, files of the repository, secrets, memory."""
        for volume in self.service.get("volumes", ()):
            source, target, *options = volume.split(":")
            path = ROOT / source if source.startswith(".") else self.volumes / source
            if not path.exists():  # an engine gives a new volume the owner that its directory has in the image
                path.mkdir(mode=0o700)
                os.chown(path, self.user, self.user)
            made = "mkdir -p" if path.is_dir() else "install -D /dev/null"
            yield f"{made} $root{target} && mount --bind {shlex.quote(str(path))} $root{target}"
            if "ro" in options:
                yield f"mount -o remount,bind,ro $root{target}"
        for name in self.service.get("secrets", ()):
            source = shlex.quote(str(self.secrets / name))
            yield f"touch $root/run/secrets/{name} && mount --bind {source} $root/run/secrets/{name}"
        for entry in self.service.get("tmpfs", ()):
            path, _, options = entry.partition(":")
            yield f"mkdir -p $root{path} && mount -t tmpfs -o {options or 'mode=1777'} none $root{path}"

    def _execution(self, arguments: Sequence[str]) -> str:
        kept = ",".join(["-all", *(f"+{name.lower()}" for name in self.service.get("cap_add", ()))])
        own = {
            "PATH": f"{ENVIRONMENT}/bin:/usr/bin:/bin:/usr/sbin",
            **{name: str(value) for name, value in self.service.get("environment", {}).items()},
            **self.environment,
        }
        variables = [f"{name}={value}" for name, value in own.items()]
        user = (f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", f"--bounding-set={kept}")
        command = ["setpriv", *user, *_CAPABILITIES, "env", "-i", "--chdir=/app", *variables, *arguments]
        return f"exec chroot $root {shlex.join(command)}"


@contextmanager
def all_running(*containers: tuple[Container, Path]) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Run several containers, each with the command of its service and a file for its log."""
    with ExitStack() as stack:
        yield [stack.enter_context(container.running(log=log)) for container, log in containers]
