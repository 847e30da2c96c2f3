"""
The register of disclosures: every answer with personal data leaves one row, written by the statement that reads.

A read that is not recorded cannot exist: the row is an INSERT in the same statement. Field names enter, never values.
Source: privacy notice, "log-in and log data"; safety.md.
"""

from collections.abc import Mapping

from auth.viewer import Viewer

# name → SQL type, in the order of the row
COLUMNS: Mapping[str, str] = {
    "at": "timestamptz", "account": "uuid", "authority": "text", "operation": "text", "document": "text",
    "fields": "text[]", "asked": "uuid[]", "purpose": "text", "request": "uuid",
}  # fmt: skip


def log_sql(placeholders: Mapping[str, str], subjects: list[str], live: str) -> str:
    """
    Return the INSERT that records a read; `placeholders` gives one for every name in COLUMNS.

    `subjects` are SELECTs of the persons shown. Without a person shown the row says NOTHING: the attempt counts too.
    """
    shown = " UNION ".join(subjects)
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    values = ", ".join(placeholders[name] for name in COLUMNS)
    return (
        f"INSERT INTO disclosure_log ({names}, subjects, outcome) SELECT {values},"
        " coalesce(array_agg(s.id) FILTER (WHERE s.id IS NOT NULL), '{}'),"
        " CASE WHEN count(s.id) > 0 THEN 'SHOWN' ELSE 'NOTHING' END"
        f" FROM ({shown}) s(id) HAVING {live}"
    )


def authority(viewer: Viewer) -> str:
    """Return on what authority the viewer reads: the roles held and, for a token, its scopes."""
    held = sorted({*viewer.everywhere, *viewer.units})
    scopes = "" if viewer.scopes is None else f" [{' '.join(sorted(viewer.scopes))}]"
    return f"{viewer.kind}: {' '.join(held)}{scopes}"[:120]
