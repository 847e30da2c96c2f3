"""Tasks that follow from the declarations: the steps of any type for which others wait, but not of one's own doing."""

from collections.abc import Iterable, Iterator, Mapping

from resolvers.declaration import ContentType
from resolvers.tasks.declaration import Sql, TaskRule, TaskScope
from workflow.language import Transition
from workflow.titles import Titles

# The guards that want another person than who did something before: the columns of accounts, and those of staff.
_OTHERS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "another_administrator": (("created_by", "account_id"), ()),
    "another_person": (("approved_by",), ()),
    "another_than_proposer": (("created_by",), ()),
    "not_about_oneself": (("account_id",), ("staff_member_id",)),
    "not_ones_own": (("created_by", "account_id"), ("staff_member_id",)),
}
_REVIEWER = "another_reviewer"  # who neither wrote the content nor submitted it last
_WROTE = (
    "SELECT FROM history h WHERE h.object_id = {row}.id AND h.actor = {account}"
    " AND h.action IN ('CREATE', 'UPDATE', 'REVERT')"
)
_SUBMITTED = (
    "SELECT h.actor FROM history h WHERE h.object_id = {row}.id AND h.action = 'SUBMIT' ORDER BY h.id DESC LIMIT 1"
)
_SAME_PERSON = (
    "EXISTS (SELECT FROM account a WHERE a.id = {row}.{column} AND (a.id = {account} OR a.staff_id = {staff}))"
)


def awaited_steps(types: Iterable[ContentType]) -> Iterator[TaskRule]:
    """Return the rule of each awaited step: a task of those who may take it, but of nobody whom its guards refuse."""
    for type_ in types:
        workflow = type_.kind.workflow
        for name, step in workflow.transitions.items():
            if step.awaited:
                kind, states = f"{type_.noun.upper()}_TO_{name}", workflow.subset(" ".join(sorted(step.source)))
                yield TaskRule(kind, _titles(type_, step), type_.noun, states, step.who, when=_of_another(type_, step))


def _titles(type_: ContentType, step: Transition) -> Titles:
    fi, sv, en = (f"{noun}: {verb[0].lower()}{verb[1:]}" for noun, verb in zip(type_.titles, step.titles, strict=True))
    return fi, sv, en


def _of_another(type_: ContentType, step: Transition) -> Sql | None:
    """Return the condition that the guards of a step do not refuse the caller as the one who did the step before."""
    meta = type_.model._meta
    columns = {*meta.fields_map, *(f"{name}_id" for name in meta.fk_fields)}  # also before Tortoise is connected
    accounts = [c for guard in step.guards for c in _OTHERS.get(guard, ((), ()))[0] if c in columns]
    staff = [c for guard in step.guards for c in _OTHERS.get(guard, ((), ()))[1] if c in columns]
    is_reviewed = _REVIEWER in step.guards
    if not (accounts or staff or is_reviewed):
        return None

    def sql(scope: TaskScope) -> str:
        bind, row = scope.compilation.bind.viewer, scope.row
        given = {"row": row, "account": bind("account")} | ({"staff": bind("staff")} if accounts else {})
        conditions = [f"NOT {_SAME_PERSON.format(column=column, **given)}" for column in accounts]
        conditions += [f"({row}.{column} = {bind('staff')}) IS NOT TRUE" for column in staff]
        if is_reviewed:
            conditions.append(f"NOT EXISTS ({_WROTE.format(**given)})")
            conditions.append(f"({_SUBMITTED.format(**given)}) IS DISTINCT FROM {given['account']}")
        return " AND ".join(conditions)

    return sql
