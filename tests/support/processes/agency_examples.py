"""The agencies of docs/integrating, in Python and in TypeScript, called in the same way."""

import asyncio
import base64
import json
import os
import shutil
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from runpy import run_path
from typing import Any

import httpx2

from service.settings import ROOT

FOLDER = ROOT / "docs" / "integrating"
TYPESCRIPT = FOLDER / "typescript"
_CALLS = ROOT / "tests" / "support" / "npm" / "agency_calls.mjs"


class AgencyRefused(Exception):
    """What an agency asked for was refused; the text names the codes."""


class PythonAgency:
    """docs/integrating/agency.py; each call in a thread, because its client waits."""

    def __init__(self, example: Mapping[str, Any], http: httpx2.Client, client: str, secret: str) -> None:
        self.example, self.agency = example, example["Agency"](http, client, secret)

    @classmethod
    @asynccontextmanager
    async def started(cls, polku: str, client: str, secret: str, _folder: Path) -> AsyncIterator["PythonAgency"]:
        """Yield the agency with its client."""
        with httpx2.Client(base_url=polku, trust_env=False) as http:
            yield cls(run_path(str(FOLDER / "agency.py")), http, client, secret)

    async def __call__(self, name: str, *given: Any, **more: Any) -> Any:
        """
        Return what a method of the agency returns.

        :raises AgencyRefused: when the service refuses
        """
        if name == "asked":
            name, given = "ask", (self.example["ASKED"],)
        try:
            return await asyncio.to_thread(getattr(self.agency, name), *given, **more)
        except self.example["RefusedError"] as refused:
            raise AgencyRefused(str(refused)) from None


class TypeScriptAgency:
    """docs/integrating/typescript, compiled and run by Node, called through its standard streams."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process

    @classmethod
    @asynccontextmanager
    async def started(cls, polku: str, client: str, secret: str, folder: Path) -> AsyncIterator["TypeScriptAgency"]:
        """Compile the agency into a folder and yield it, running."""
        build = folder / "build"
        await finished(str(TYPESCRIPT / "node_modules" / ".bin" / "tsc"), "--project", ".", "--outDir", str(build))
        (build / "package.json").write_text('{"type": "module"}', "utf-8")
        known = {"BUILD": str(build), "POLKU": polku, "CLIENT": client, "SECRET": secret}
        process = await asyncio.create_subprocess_exec(
            "node",
            str(_CALLS),
            env={"PATH": os.environ["PATH"], **known},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        yield cls(process)
        assert process.stdin is not None
        process.stdin.close()
        assert await process.wait() == 0

    async def __call__(self, name: str, *given: Any, **more: Any) -> Any:
        """
        Return what a method of the agency returns.

        :raises AgencyRefused: when the service refuses
        """
        if name == "decide":
            given, more = given[:1], {"transition": given[1], **more}
        call = {"name": name, "given": [*given, more] if more else given}
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(call, default=_base64).encode() + b"\n")
        answer = json.loads(await self.process.stdout.readline())
        if "refused" in answer:
            raise AgencyRefused(answer["refused"])
        return answer["found"]


def _base64(content: bytes) -> dict[str, str]:
    return {"base64": base64.b64encode(content).decode()}


async def generated_anew(folder: Path) -> str:
    """Return what graphql-codegen makes of the schema and the documents today, in a copy of both."""
    copy = folder / "docs" / "integrating" / "typescript"
    shutil.copytree(TYPESCRIPT, copy, ignore=shutil.ignore_patterns("node_modules", "generated", "build"))
    shutil.copy(ROOT / "schema.graphql", folder)
    (copy / "node_modules").symlink_to(TYPESCRIPT / "node_modules")
    await finished(str(copy / "node_modules" / ".bin" / "graphql-codegen"), "--config", "codegen.mjs", folder=copy)
    return (copy / "generated" / "graphql.ts").read_text("utf-8")


async def finished(*command: str, folder: Path = TYPESCRIPT) -> None:
    """Run a command to its end; what it says is told when it fails."""
    piped = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=folder, stdout=piped, stderr=asyncio.subprocess.STDOUT)
    said, _ = await process.communicate()
    assert process.returncode == 0, said.decode()
