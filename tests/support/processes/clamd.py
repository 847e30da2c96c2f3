"""
ClamAV's daemon as deploy/clamav sets it, with a small database of signatures of our own.

It finds the harmless file by which scanners are tried out.
"""

import asyncio
import hashlib
import io
import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from resolvers.virus_scanner import ScannerUnavailable, VirusScanner
from service.settings import ROOT

# In two pieces, so that no scanner finds it here. Source: EICAR, "Download Anti Malware Testfile".
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
FINDING = "Eicar-Test.UNOFFICIAL"
LARGEST = 1_000_000  # bytes of a file that this daemon takes
SHIPPED = ROOT / "deploy/clamav/clamd.conf"


@dataclass(frozen=True)
class RunningScanner:
    """A daemon that answers at two addresses."""

    socket: str
    tcp: str


@asynccontextmanager
async def running_clamd(port: int, signed_at: datetime | None = None) -> AsyncIterator[RunningScanner]:
    """Run the daemon; with `signed_at` its signatures are of that moment, without they are of no known one."""
    program = shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin:/usr/local/sbin")
    assert program, "These tests need ClamAV: apt install clamav-daemon, or leave them out with -m 'not clamav'"
    with tempfile.TemporaryDirectory() as name:  # the path of a socket may not be long
        directory = Path(name)
        signature = f"Eicar-Test:0:*:{EICAR.hex()}\n".encode()
        if signed_at is None:
            (directory / "own.ndb").write_bytes(signature)
        else:
            (directory / "daily.cud").write_bytes(_signed(signature, signed_at))
        configuration = directory / "clamd.conf"
        own = {"TCPSocket": str(port), "DatabaseDirectory": name, "StreamMaxLength": str(LARGEST)}
        more = f"LocalSocket {directory}/clamd.ctl\nTCPAddr 127.0.0.1\n"
        configuration.write_text(_changed(SHIPPED.read_text("utf-8"), own) + more)
        process = await asyncio.create_subprocess_exec(
            program,
            f"--config-file={configuration}",
            env={**os.environ, "TZ": "UTC"},
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        found = RunningScanner(f"unix:{directory}/clamd.ctl", f"clamd://127.0.0.1:{port}")
        try:
            await _until_answering(found)
            yield found
        finally:
            process.terminate()
            await process.wait()


def _changed(configuration: str, values: Mapping[str, str]) -> str:
    """Return the shipped configuration with other values of what it says."""
    for name, value in values.items():
        configuration, count = re.subn(rf"^{name} .*$", f"{name} {value}", configuration, flags=re.MULTILINE)
        assert count == 1, name
    return configuration


def _signed(signature: bytes, at: datetime) -> bytes:
    """Return a database as ClamAV packs it, made at a moment; nobody has signed it."""
    made = f"{at:%d %b %Y %H-%M} +0000"
    about = f"ClamAV-VDB:{made}:27800:1:216:X:X:polku:{int(at.timestamp())}\n"
    about += f"daily.ndb:{len(signature)}:{hashlib.sha256(signature).hexdigest()}\n"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz", format=tarfile.USTAR_FORMAT) as file:
        for name, content in (("COPYING", b"\n"), ("daily.info", about.encode()), ("daily.ndb", signature)):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))
    digest = hashlib.md5(packed.getvalue(), usedforsecurity=False).hexdigest()
    head = f"ClamAV-VDB:{made}:27800:1:216:{digest}:X:polku:{int(at.timestamp())}"
    return head.encode().ljust(512) + packed.getvalue()


async def _until_answering(found: RunningScanner) -> None:
    async with asyncio.timeout(60):
        while True:
            try:
                for url in (found.socket, found.tcp):
                    await VirusScanner(url, timedelta(seconds=5).total_seconds()).signed_at()
            except ScannerUnavailable:
                await asyncio.sleep(0.1)
            else:
                return
