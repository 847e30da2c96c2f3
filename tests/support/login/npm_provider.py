"""The process of the certified npm oidc-provider."""

import asyncio
import json
import os
import shutil
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping
from typing import Any

from service.settings import ROOT

FOLDER = ROOT / "tests/support/npm/oidc_provider"


async def certified_process(configuration: Mapping[str, Any]) -> Process:
    """Start the provider and return its process when it serves."""
    node = shutil.which("node")
    assert node is not None, "the certified provider needs Node"
    environment = {"PATH": os.environ["PATH"], "CONFIGURATION": json.dumps(configuration), "NODE_NO_WARNINGS": "1"}
    process = await asyncio.create_subprocess_exec(
        node, "provider.mjs", cwd=FOLDER, env=environment, stdin=PIPE, stdout=PIPE
    )
    assert process.stdout is not None
    while (line := await asyncio.wait_for(process.stdout.readline(), 30)) != b"ready\n":
        assert line, "the certified provider ended before it was ready"
    return process


async def end_process(process: Process) -> None:
    """Kill the provider."""
    if process.returncode is None:
        process.kill()
        await process.wait()
