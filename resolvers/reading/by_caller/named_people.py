"""
Who did something, for callers who may not read the name of the person whom it is about.

The person and those who represent the person are named to whoever may read the person's name, in whatever the service
tells of who acted: looks, changes, files, and who sees an object. It is the permission `name` of the client.
"""

from auth.policy import access_rule, predicate_sql
from resolvers.reading.compilation import SelectedRows
from workflow.roles import AccountKind
from workflow.vocabulary import NAME

# Whose name is the person's, or tells who the person is.
PERSONAL_KINDS = frozenset({AccountKind.TRAINEE, AccountKind.GUARDIAN})
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(PERSONAL_KINDS))
IS_PERSONAL_SQL = f"{{account}}.kind IN ({_KINDS})"


def may_know_name_sql(rows: SelectedRows) -> str | None:
    """
    Return the condition that the caller may read the name of the person of a row; None where every row shows it.

    Rows that are about nobody show the name of nobody.
    """
    column = rows.type.kind.reach.client
    if column == "id":
        return rows.guard(NAME)
    if column is None:
        return "FALSE"
    client = rows.compilation.content_types["client"].kind
    rule = access_rule(rows.compilation.viewer, client, NAME)
    if not rule.grants:
        return "FALSE"
    condition = predicate_sql(client, rule, "named", rows.compilation.bind.viewer)
    return f"EXISTS (SELECT FROM client named WHERE named.id = {rows.column(column)} AND {condition})"


def actor_name_sql(rows: SelectedRows, actor: str, name: str) -> str:
    """Return the SQL of the name of an actor, NULL where it is one that the caller may not know; one's own is known."""
    may_know = may_know_name_sql(rows)
    if may_know is None:
        return name
    is_personal = f"EXISTS (SELECT FROM account y WHERE y.id = {actor} AND {IS_PERSONAL_SQL.format(account='y')})"
    own = rows.compilation.bind.viewer("account")
    return f"CASE WHEN {actor} IS DISTINCT FROM {own} AND {is_personal} AND NOT {may_know} THEN NULL ELSE {name} END"


def actor_kind_sql(actor: str) -> str:
    """Return the SQL of what kind of caller an actor is; NULL of one whose account is gone."""
    return (
        f"coalesce((SELECT y.kind FROM account y WHERE y.id = {actor}),"
        f" (SELECT '{AccountKind.AGENCY}' FROM agency_client y WHERE y.id = {actor}))"
    )
