"""
Open the sealed values in an answer.

The statement writes each sealed value as a marker, and the service replaces the markers afterwards. Nobody can forge a
marker.
"""

import re
from collections.abc import Callable

import orjson

# No stored text can contain chr(1), and the seal is bound to its table, column and row.
_MARKER = re.compile(rb'"\\u0001([a-z_]+)\.([a-z_]+):([0-9a-f]{32}):([0-9a-f]+)"')


def unsealed_values(json: bytes, unseal: Callable[[str, str, bytes], str]) -> bytes:
    """Return the JSON with every marker replaced. `unseal` takes "table|column", the row's id and the sealed bytes."""

    def unsealed(match: re.Match[bytes]) -> bytes:
        table, column, row, sealed = match.groups()
        return orjson.dumps(unseal(f"{table.decode()}|{column.decode()}", row.decode(), bytes.fromhex(sealed.decode())))

    return _MARKER.sub(unsealed, json)
