"""
SQL is composed from what is declared: names, states and other SQL, and never from what a request brought.

A value goes into a statement as a parameter, `$1`. This test sees f-strings, `format` and `%` over text that reads as
SQL, and knows what a request brought by the names that the packages have for it. (Therefore ruff's S608 is off.)
"""

import ast
import re
from collections.abc import Iterator

from tests.support.source_files import PACKAGES, named, sources, tree_of

SQL = re.compile(r"\b(?:SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|WHERE|ORDER BY|JOIN|VALUES)\b")
BROUGHT = frozenset(
    {
        *("given", "request", "body", "payload", "variables", "headers", "cookies", "query_params", "path_params"),
        *("answers", "document", "operation_name", "password", "username", "token", "search_text"),
    }
)


def composed_parts(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield every expression that is written into a text that reads as SQL."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr(values=values) if SQL.search("".join(map(text_of, values))):
                yield from (part.value for part in values if isinstance(part, ast.FormattedValue))
            case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod(), right=right) if SQL.search(text):
                yield right
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")) if SQL.search(text):
                yield from (*node.args, *(keyword.value for keyword in node.keywords))


def text_of(part: ast.expr) -> str:
    """Return the text of a constant part of an f-string; nothing for the others."""
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def brought_in(tree: ast.AST) -> list[str]:
    """Return where something that a request brought is written into SQL, as line and name."""
    names = [node for part in composed_parts(tree) for node in ast.walk(part) if isinstance(node, ast.Name)]
    return [f"{name.lineno} {name.id}" for name in names if name.id in BROUGHT]


def test_no_statement_has_anything_of_a_request_in_its_text() -> None:
    found = [f"{named(path)}:{where}" for path in sources(*PACKAGES) for where in brought_in(tree_of(path))]

    assert found == [], "pass it as a parameter: `$1` in the text, the value beside it"


def test_a_value_in_the_text_of_a_statement_is_noticed_however_it_got_there() -> None:
    texts = (
        """f"SELECT id FROM client WHERE name = '{given['name']}'\"""",
        """"SELECT id FROM client WHERE id = '%s'" % request.id""",
        """"DELETE FROM client WHERE id = '{}'".format(variables["id"])""",
    )
    good = 'f"SELECT id FROM {type_.table} WHERE id = $1", [given["id"]]'

    assert [brought_in(ast.parse(text)) for text in texts] == [["1 given"], ["1 request"], ["1 variables"]]
    assert brought_in(ast.parse(good)) == []
