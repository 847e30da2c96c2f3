"""The files of this repository as the rules of its form see them: paths, syntax trees, imports and docstrings."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from service.settings import ROOT

PACKAGES = ("workflow", "models", "auth", "resolvers", "schema", "service")
GENERATED = ("models/migrations", "web/static")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def sources(*places: str) -> list[Path]:
    """Return our own Python files below the given folders, sorted in each."""
    found = [path for place in places for path in sorted((ROOT / place).rglob("*.py"))]
    return [path for path in found if not named(path).startswith(GENERATED) and "node_modules" not in path.parts]


def named(path: Path) -> str:
    """Return a path as it is written from the root on."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Yield every function of a file."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def module_of(path: Path) -> str:
    """Return the name under which a file is imported."""
    return named(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def imported_modules(tree: ast.AST, modules: Iterable[str]) -> set[str]:
    """Return which of the modules a tree imports: anywhere in it, also in a function or under TYPE_CHECKING."""
    known, found = frozenset(modules), set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner if inner <= known else {node.module, *inner}
    return found & known


def import_graph(trees: Mapping[str, ast.AST]) -> dict[str, set[str]]:
    """Return module → the modules among the given ones that it imports, itself left out."""
    return {module: imported_modules(tree, trees) - {module} for module, tree in trees.items()}


def docstrings(tree: ast.AST) -> Iterator[tuple[ast.Constant, str]]:
    """Yield the docstrings of a tree: where each stands, and its text."""
    for node in ast.walk(tree):
        match node:
            case ast.Module(body=[ast.Expr(value=ast.Constant(value=str(text)) as place), *_]):
                yield place, text
            case ast.ClassDef(body=[ast.Expr(value=ast.Constant(value=str(text)) as place), *_]):
                yield place, text
            case ast.FunctionDef(body=[ast.Expr(value=ast.Constant(value=str(text)) as place), *_]):
                yield place, text
            case ast.AsyncFunctionDef(body=[ast.Expr(value=ast.Constant(value=str(text)) as place), *_]):
                yield place, text
