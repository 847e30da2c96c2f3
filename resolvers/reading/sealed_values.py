"""Sealed values leave the statement as markers; the service opens them after it, and nobody can forge one."""

import re
from collections.abc import Callable

import orjson

# chr(1) cannot be in a stored text, and the seal itself is bound to table, column and row.
_MARKER = re.compile(rb'"\\u0001([a-z_]+)\.([a-z_]+):([0-9a-f]{32}):([0-9a-f]+)"')


def unsealed_values(json: bytes, unseal: Callable[[str, str, bytes], str]) -> bytes:
    """Return the JSON with every marker replaced; `unseal` takes table|column, the row's id and the seal."""

    def one(match: re.Match[bytes]) -> bytes:
        table, column, row, sealed = match.groups()
        return orjson.dumps(unseal(f"{table.decode()}|{column.decode()}", row.decode(), bytes.fromhex(sealed.decode())))

    return _MARKER.sub(one, json)
