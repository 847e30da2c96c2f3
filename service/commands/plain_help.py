"""
The help of `run.py` before anything is installed: read from the texts of the commands, which are not imported.

Needs Python's standard library alone. Once there is an environment, typer prints the same from the same lines.
"""

import ast
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SOURCES = tuple(
    Path(__file__).with_name(name) for name in ("cli.py", "evidence_cli.py", "register_cli.py", "developer_cli.py")
)
HELP = {"-h", "--help"}


def answer_help(arguments: Sequence[str]) -> None:
    """
    Return when a command is to be run; end the program when help was asked for, or a command that does not exist.

    What follows `--` is for somebody else.
    """
    ours = arguments[: arguments.index("--")] if "--" in arguments else arguments
    parser, commands = parsers(commands_module())
    if HELP & {*ours[:1]}:
        parser.print_help()
        parser.exit()
    if ours[0] not in commands:
        parser.error(f"no such command: {ours[0]}")
    if HELP & {*ours}:
        commands[ours[0]].print_help()
        parser.exit()


def commands_module() -> ast.Module:
    """Return the texts of all commands, parsed, as if they stood in one file."""
    parsed = (ast.parse(source.read_text("utf-8")) for source in SOURCES)
    return ast.Module([statement for module in parsed for statement in module.body], [])


def parsers(module: ast.Module) -> tuple[ArgumentParser, dict[str, ArgumentParser]]:
    """Return a parser of the whole that can print its help, and one of each command."""
    [about] = (call for call in calls(module, "Typer") if "help" in keywords(call))
    whole = ArgumentParser(prog="run.py", description=keywords(about)["help"])
    rows, commands = whole.add_subparsers(title="commands", metavar="COMMAND"), {}
    for function in module.body:
        if isinstance(function, ast.FunctionDef) and (decorator := command_decorator(function)):
            name = next(literals(decorator.args), function.name)
            line = ast.get_docstring(function) or ""
            shown: dict[str, Any] = {} if "hidden" in keywords(decorator) else {"help": line.replace("%", "%%")}
            commands[name] = rows.add_parser(name, description=line, **shown)
            for argument, default in arguments_of(function):
                add(commands[name], argument, default)
    return whole, commands


def command_decorator(function: ast.FunctionDef) -> ast.Call | None:
    """Return `app.command(…)` above a function, where it is a command."""
    return next((call for found in function.decorator_list for call in calls(found, "command")), None)


def arguments_of(function: ast.FunctionDef) -> Iterator[tuple[ast.arg, Any]]:
    """Yield the parameters of a command with their defaults; `...` where there is none."""
    given = function.args
    absent = [ast.Constant(...)] * (len(given.args) - len(given.defaults))
    defaults = [*absent, *given.defaults, *given.kw_defaults]
    for argument, default in zip([*given.args, *given.kwonlyargs], defaults, strict=True):
        yield argument, next(literals([default]), None)


def add(parser: ArgumentParser, argument: ast.arg, default: Any) -> None:
    """Add what typer makes of a parameter: an argument, a switch or an option with a value."""
    for call in (found for kind in ("Argument", "Option") for found in calls(argument, kind)):
        told = str(keywords(call)["help"]).replace("%", "%%")
        plain = argument.arg.replace("_", "-")
        if ast.unparse(call.func).endswith("Argument"):
            parser.add_argument(plain.upper(), help=told)
        elif isinstance(default, bool):
            parser.add_argument(f"--{plain}", action="store_true", help=told)
        else:
            kept = "" if default in (..., None, "") else f" Without it: {default}."
            name = next(literals(call.args), f"--{plain}")
            parser.add_argument(name, required=default is ..., metavar=name.strip("-").upper(), help=told + kept)


def calls(node: ast.AST, name: str) -> Iterator[ast.Call]:
    """Yield the calls of `….name(…)` below a node."""
    for found in ast.walk(node):
        if isinstance(found, ast.Call) and isinstance(found.func, ast.Attribute) and found.func.attr == name:
            yield found


def keywords(call: ast.Call) -> dict[str, Any]:
    """Return the keywords of a call that are plain values."""
    return {word.arg: word.value.value for word in call.keywords if word.arg and isinstance(word.value, ast.Constant)}


def literals(nodes: Sequence[ast.expr | None]) -> Iterator[Any]:
    """Yield the plain values among expressions."""
    return (node.value for node in nodes if isinstance(node, ast.Constant))
