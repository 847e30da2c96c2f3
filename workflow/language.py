"""
The language of workflows: states, the roles that hold each permission in a state, and the transitions between states.

Pure: no ORM, no clock, no I/O. A workflow is data: `auth/policy.py` turns it into predicates, `resolvers/` into writes,
and the goldens command into `docs/permissions.md`. An unknown role, permission or state is an error at import.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workflow.roles import Role
from workflow.titles import Titles, parse_titles
from workflow.vocabulary import MOVE, PERMISSIONS, STAND_INS, Permission

Grants = Mapping[Permission, frozenset[Role]]
STAYS = "="  # the target of a transition that leaves the state unchanged


class WorkflowError(LookupError):
    """A workflow names something that does not exist; it is raised at import."""

    code = "WORKFLOW_MALFORMED"


class TransitionRefused(Exception):
    """A transition is not possible: from this state, for these roles, or without a required comment or reason."""

    code = "TRANSITION_REFUSED"

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


@dataclass(frozen=True)
class State:
    """One state: its titles and, for each permission, the roles that hold it in this state."""

    titles: Titles
    grants: Grants

    def roles(self, permission: Permission) -> frozenset[Role]:
        """Return the roles that hold `permission` in this state."""
        return self.grants.get(permission, frozenset())


@dataclass(frozen=True)
class Transition:
    """
    A named transition from one state to another.

    `who` are the roles that may take it. `guards` are checks that must pass, and `effects` are changes in the same
    transaction; both are names in `resolvers/rulebook.py`. `comment` says that the caller must give a comment, and
    `reason` names the vocabulary of a reason code that the caller must give. `dated` says that the caller may tell on
    which day it happened. Others wait for one that is `awaited`: it is a task of whoever may take it. The target STAYS
    leaves the state unchanged.
    """

    titles: Titles
    source: frozenset[str]
    target: str
    who: frozenset[Role]
    guards: tuple[str, ...] = ()
    comment: bool = False
    reason: str | None = None
    effects: tuple[str, ...] = ()
    dated: bool = False
    awaited: bool = False

    def target_from(self, state: str) -> str:
        """Return the state to which it leads from `state`."""
        return state if self.target == STAYS else self.target


@dataclass(frozen=True)
class ClientRestriction:
    """
    A restriction that only removes permissions.

    Where the client's `column` is set, only exempt roles hold `permissions`. With `of_referral` or `of_row`, `column`
    is only the name of the restriction, and this is the SQL of its condition on the referral, or on the row itself, as
    `{alias}` on the day `{today}`.

    Source: GDPR article 18 (processing restriction); act 661/2009 section 36 (safety restriction).
    """

    column: str
    permissions: frozenset[Permission]
    exempt: frozenset[Role]
    of_referral: str = ""
    of_row: str = ""

    @property
    def is_of_client(self) -> bool:
        """Whether a column of the client restricts."""
        return not self.of_referral and not self.of_row

    def also(self, *permissions: Permission) -> "ClientRestriction":
        """Return a restriction that removes these permissions too."""
        return replace(self, permissions=self.permissions | set(permissions))

    def without(self, *permissions: Permission) -> "ClientRestriction":
        """Return a restriction that does not remove these permissions."""
        return replace(self, permissions=self.permissions - set(permissions))


class States(tuple[str, ...]):
    """
    Named states of one workflow, in the order of the workflow; code and SQL use them instead of literals.

    A set is named after what its states have in common (`CASELOAD_STATES`), so that whoever adds a state decides here,
    next to the workflow, whether it belongs to the set. No set means the other
    states: only `implies` negates, for the CHECK that rows in other states need not meet.
    """

    __slots__ = ()

    def sql(self, column: str = "state") -> str:
        """Return the SQL condition that a column holds one of the states."""
        literals = ", ".join(f"'{state}'" for state in self)
        return f"{column} = {literals}" if len(self) == 1 else f"{column} IN ({literals})"

    def implies(self, condition: str, column: str = "state") -> str:
        """Return the SQL of a CHECK: a row in one of the states must meet the condition."""
        literals = ", ".join(f"'{state}'" for state in self)
        in_other_state = f"{column} <> {literals}" if len(self) == 1 else f"{column} NOT IN ({literals})"
        return f"{in_other_state} OR {condition}"


@dataclass(frozen=True)
class Workflow:
    """
    The workflow of a content type. `add` are the roles that may create an object, which starts in `initial`.

    `disposable` maps the states in which an object may be put into the recycle bin to the roles that may do it; a
    signed or recorded object never may. `by_service` are the states into which only the service itself puts an object,
    by an effect or on its own schedule. `closed_to_new` are the states in which nothing new refers to an object: it is
    retired, ended, or not in use yet.
    """

    noun: str
    initial: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition] = field(default_factory=dict)
    add: frozenset[Role] = frozenset()
    restrictions: tuple[ClientRestriction, ...] = ()
    disposable: Mapping[str, frozenset[Role]] = field(default_factory=dict)
    by_service: tuple[str, ...] = ()
    closed_to_new: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check that all named states exist."""
        state_names = {self.initial, *(t.target for t in self.transitions.values())}
        state_names |= {s for t in self.transitions.values() for s in t.source} | {*self.disposable, *self.by_service}
        state_names |= {*self.closed_to_new}
        if unknown := state_names - {*self.states, STAYS}:
            raise WorkflowError(f"{self.noun}: no such state: {', '.join(sorted(unknown))}")
        object.__setattr__(self, "states", MappingProxyType({n: _with_stand_ins(s) for n, s in self.states.items()}))
        object.__setattr__(self, "transitions", MappingProxyType(dict(self.transitions)))

    def roles(self, state: str, permission: Permission) -> frozenset[Role]:
        """
        Return the roles that hold `permission` in `state`; none in a state that does not exist.

        `move` is held by the roles that may take a transition that starts in the state.
        """
        if permission is MOVE:
            return frozenset(role for t in self.transitions.values() if state in t.source for role in t.who)
        return self.states[state].roles(permission) if state in self.states else frozenset()

    def subset(self, names: str) -> States:
        """
        Return the states that a text such as "ACTIVE ENDED" names, in the order of the workflow.

        :raises WorkflowError: when one does not exist
        """
        requested = set(names.split())
        if unknown := requested - set(self.states):
            raise WorkflowError(f"{self.noun}: no such state: {', '.join(sorted(unknown))}")
        return States(name for name in self.states if name in requested)

    @property
    def open_to_new(self) -> States:
        """The states in which something new may refer to an object."""
        return States(name for name in self.states if name not in self.closed_to_new)

    def granted(self) -> frozenset[Permission]:
        """Return every permission that some state grants to some role."""
        return frozenset(p for state in self.states.values() for p, roles in state.grants.items() if roles)

    def permit(self, name: str, roles: Iterable[Role]) -> None:
        """
        Check that one of the roles may take a transition, from whatever state it starts.

        :raises TransitionRefused: WRONG_ROLE when none of them may
        """
        if not self.transitions[name].who & set(roles):
            raise TransitionRefused("WRONG_ROLE", roles=",".join(sorted(self.transitions[name].who)))

    def next_state(
        self, state: str, name: str, roles: Iterable[Role], *, comment: str | None, reason: str | None
    ) -> str:
        """
        Return the state to which the transition `name` leads.

        :raises TransitionRefused: when it is not for these roles, does not start in this state, or lacks its comment or
            reason
        """
        self.permit(name, roles)
        transition = self.transitions[name]
        if state not in transition.source:
            raise TransitionRefused("WRONG_STATE", state=state, possible=",".join(sorted(transition.source)))
        if transition.comment and not (comment or "").strip():
            raise TransitionRefused("COMMENT_REQUIRED")
        if transition.reason and not reason:
            raise TransitionRefused("REASON_REQUIRED", vocabulary=transition.reason)
        return transition.target_from(state)


def roles(names: str) -> frozenset[Role]:
    """
    Return the roles that a text such as "coach supervisor" names.

    :raises WorkflowError: when one does not exist
    """
    unknown = set(names.split()) - set(Role)
    if unknown:
        raise WorkflowError(f"no such role: {', '.join(sorted(unknown))}")
    return frozenset(Role(name) for name in names.split())


def grants(**permissions: str) -> dict[Permission, frozenset[Role]]:
    """
    Return a table of grants from `permission="role role"`.

    :raises WorkflowError: when a permission or a role does not exist
    """
    unknown = set(permissions) - set(PERMISSIONS)
    if unknown:
        raise WorkflowError(f"no such permission: {', '.join(sorted(unknown))}")
    return {PERMISSIONS[name]: roles(names) for name, names in permissions.items()}


def state(titles: str, *tables: Grants, **permissions: str) -> State:
    """Return a state with "fi|sv|en" titles; later tables and single permissions replace earlier ones."""
    merged: dict[Permission, frozenset[Role]] = {}
    for table in (*tables, grants(**permissions)):
        merged |= table
    return State(_parsed_titles(titles), MappingProxyType(merged))


def transition(
    titles: str,
    source: str,
    target: str,
    who: str,
    *,
    guards: str = "",
    effects: str = "",
    comment: bool = False,
    reason: str | None = None,
    dated: bool = False,
    awaited: bool = False,
) -> Transition:
    """Return a transition; `source`, `who`, `guards` and `effects` are names separated by blanks."""
    return Transition(
        _parsed_titles(titles),
        frozenset(source.split()),
        target,
        roles(who),
        tuple(guards.split()),
        comment,
        reason,
        tuple(effects.split()),
        dated,
        awaited,
    )


def _with_stand_ins(state: State) -> State:
    """Return the state, in which the roles that stand in for others read what those others read."""
    extended = {
        permission: holders
        | {role for role, stand_in in STAND_INS.items() if holders & stand_in.of and permission in stand_in.may}
        for permission, holders in state.grants.items()
    }
    return State(state.titles, MappingProxyType(extended))


def _parsed_titles(text: str) -> Titles:
    try:
        return parse_titles(text)
    except ValueError as malformed:
        raise WorkflowError(str(malformed)) from None
