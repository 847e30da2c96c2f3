"""Docstrings where style.md asks for them: on everything public that decides what may be seen, done and stored."""

import ast
from collections.abc import Iterator

from tests.support.source_files import Documented, Function, named, sources, tree_of

DOCUMENTED = ("auth", "workflow", "resolvers", "schema/engine")


def undocumented(node: Documented, name: str) -> Iterator[str]:
    """Yield a module, class or function without a docstring, and the public ones in it; functions are not entered."""
    if ast.get_docstring(node) is None:
        yield name
    if isinstance(node, Function):
        return
    for inner in node.body:
        is_setter = any(ast.unparse(one).endswith(".setter") for one in getattr(inner, "decorator_list", ()))
        if isinstance(inner, ast.ClassDef | Function) and not inner.name.startswith("_") and not is_setter:
            yield from undocumented(inner, f"{name} {inner.name}")


def test_everything_public_says_what_the_caller_gets() -> None:
    found = [name for path in sources(*DOCUMENTED) for name in undocumented(tree_of(path), named(path))]

    assert found == [], "say in one line what the caller gets; a name that begins with _ is private"


def test_a_class_a_method_and_a_function_without_a_docstring_are_each_noticed() -> None:
    text = '"""M."""\nclass A:\n    def b(self): ...\n    def _c(self): ...\ndef d():\n    "D."\n    def e(): ...\n'

    assert list(undocumented(ast.parse(text), "m.py")) == ["m.py A", "m.py A b"]
