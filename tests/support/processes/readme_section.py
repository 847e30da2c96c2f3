"""The section "An installation" of README.md, line by line: what its block runs, and what its sentences name."""

import re
import shlex

from service.settings import ROOT

TITLE = "## An installation"


def section() -> str:
    """Return the text of the section."""
    return (ROOT / "README.md").read_text("utf-8").split(f"{TITLE}\n")[1].split("\n## ")[0]


def block_lines() -> list[list[str]]:
    """Return the commands of the block, in their order, each as its words; a comment at the end of a line is none."""
    block = "\n".join(line[4:] for line in section().splitlines() if line.startswith("    "))
    joined = block.replace("\\\n", " ")
    return [shlex.split(line, comments=True) for line in joined.splitlines() if line.strip()]


def exported(words: list[str]) -> dict[str, str]:
    """Return the variables that a line of the block exports; none where it is another command."""
    return dict(word.split("=", 1) for word in words[1:]) if words[0] == "export" else {}


def named_commands() -> list[str]:
    """Return the commands of `run.py` that the sentences name, with the acts that follow `run.py account`."""
    prose = "\n".join(line for line in section().splitlines() if not line.startswith("    "))
    [acts] = re.findall(r"`run\.py account (\w+)`((?:,\s`\w+`)+)", prose)
    named = set(re.findall(r"`run\.py ([a-z][\w -]*)`", prose)) | {"setup"}
    return sorted(named | {f"account {act}" for act in re.findall(r"\w+", acts[1])})
