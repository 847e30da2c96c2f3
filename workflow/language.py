"""
The language of workflows: states, who holds which permission in each, and the transitions between them.

Pure: no ORM, no clock, no I/O. A workflow is data; `auth/policy.py` turns it into a predicate, `resolvers/` into
writes, `docs/permissions.md` into a table. Unknown roles, permissions and states are errors at import.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from workflow.roles import Role
from workflow.titles import Titles, parse_titles
from workflow.vocabulary import MOVE, PERMISSIONS, STAND_INS, Permission

Grants = Mapping[Permission, frozenset[Role]]
STAYS = "="  # the target of a transition that may start in several states and changes none of them


class WorkflowError(LookupError):
    """A workflow names something that does not exist; raised at import."""

    code = "WORKFLOW_MALFORMED"


class TransitionRefused(Exception):
    """A transition is not possible: from this state, for these roles, or without what it requires."""

    code = "TRANSITION_REFUSED"

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason)
        self.reason, self.facts = reason, facts


@dataclass(frozen=True)
class State:
    """One state: its titles and, for each permission, the roles that hold it there."""

    titles: Titles
    grants: Grants

    def roles(self, permission: Permission) -> frozenset[Role]:
        """Return the roles that hold `permission` in this state."""
        return self.grants.get(permission, frozenset())


@dataclass(frozen=True)
class Transition:
    """
    A named way from one state to another.

    `who` are the roles that may take it; `guard` names a rule of `resolvers/rulebook.py` that must hold; `comment` and
    `reason` say that the caller must give a comment, a reason code from the vocabulary `reason`; `effects` names what
    else happens in the same transaction (`resolvers/effects.py`). The target STAYS leaves the state as it is.
    """

    titles: Titles
    source: frozenset[str]
    target: str
    who: frozenset[Role]
    guards: tuple[str, ...] = ()
    comment: bool = False
    reason: str | None = None
    effects: tuple[str, ...] = ()

    def target_from(self, state: str) -> str:
        """Return the state that it leads to from `state`."""
        return state if self.target == STAYS else self.target


@dataclass(frozen=True)
class ClientRestriction:
    """
    A second state that only removes: where `column` of the client is set, only exempt roles hold `permissions`.

    Source: GDPR article 18 (processing restriction); act 661/2009 section 36 (safety restriction).
    """

    column: str
    permissions: frozenset[Permission]
    exempt: frozenset[Role]

    def also(self, *permissions: Permission) -> "ClientRestriction":
        """Return the same restriction, which takes these permissions too."""
        return replace(self, permissions=self.permissions | set(permissions))

    def without(self, *permissions: Permission) -> "ClientRestriction":
        """Return the same restriction, which leaves these permissions."""
        return replace(self, permissions=self.permissions - set(permissions))


class States(tuple[str, ...]):
    """
    Some states of one workflow, in its order, under a name: what code and SQL ask about instead of a literal.

    A named set says what its states have in common (`CASELOAD_STATES`), so that a state that is added is sorted into
    it here, beside the workflow, and every question follows. It is never asked as a negation.
    """

    __slots__ = ()

    def sql(self, column: str = "state") -> str:
        """Return the SQL condition that a column holds one of the states."""
        listed = ", ".join(f"'{state}'" for state in self)
        return f"{column} = {listed}" if len(self) == 1 else f"{column} IN ({listed})"

    def implies(self, condition: str, column: str = "state") -> str:
        """Return the SQL of a CHECK: in one of the states, the condition must hold."""
        listed = ", ".join(f"'{state}'" for state in self)
        elsewhere = f"{column} <> {listed}" if len(self) == 1 else f"{column} NOT IN ({listed})"
        return f"{elsewhere} OR {condition}"


@dataclass(frozen=True)
class Workflow:
    """
    The whole rule of a content type. `add` are the roles that may create one; it starts in `initial`.

    `disposable` are the states in which one may be put into the recycle bin, and by whom: never what is signed or
    recorded.
    """

    noun: str
    initial: str
    states: Mapping[str, State]
    transitions: Mapping[str, Transition] = field(default_factory=dict)
    add: frozenset[Role] = frozenset()
    restrictions: tuple[ClientRestriction, ...] = ()
    disposable: Mapping[str, frozenset[Role]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a workflow that names an unknown state."""
        named = {self.initial, *(t.target for t in self.transitions.values())}
        named |= {s for t in self.transitions.values() for s in t.source} | set(self.disposable)
        if unknown := named - {*self.states, STAYS}:
            raise WorkflowError(f"{self.noun}: no such state: {', '.join(sorted(unknown))}")
        object.__setattr__(self, "states", MappingProxyType({n: _stood_in(s) for n, s in self.states.items()}))
        object.__setattr__(self, "transitions", MappingProxyType(dict(self.transitions)))

    def roles(self, state: str, permission: Permission) -> frozenset[Role]:
        """
        Return the roles that hold `permission` in `state`; none in a state that does not exist.

        `move` is held by whoever may take a transition that starts there.
        """
        if permission is MOVE:
            return frozenset(role for t in self.transitions.values() if state in t.source for role in t.who)
        return self.states[state].roles(permission) if state in self.states else frozenset()

    def subset(self, names: str) -> States:
        """
        Return the states named in a text such as "ACTIVE ENDED", in the order of the workflow.

        :raises WorkflowError: when one does not exist
        """
        wanted = set(names.split())
        if unknown := wanted - set(self.states):
            raise WorkflowError(f"{self.noun}: no such state: {', '.join(sorted(unknown))}")
        return States(name for name in self.states if name in wanted)

    def granted(self) -> frozenset[Permission]:
        """Return every permission that some state grants to some role."""
        return frozenset(p for state in self.states.values() for p, roles in state.grants.items() if roles)

    def permit(self, name: str, roles: Iterable[Role]) -> None:
        """
        Check that one of the roles may take a transition, in whatever state it starts.

        :raises TransitionRefused: WRONG_ROLE when none may
        """
        if not self.transitions[name].who & set(roles):
            raise TransitionRefused("WRONG_ROLE", roles=",".join(sorted(self.transitions[name].who)))

    def next_state(
        self, state: str, name: str, roles: Iterable[Role], *, comment: str | None, reason: str | None
    ) -> str:
        """
        Return the state that `name` leads to.

        :raises TransitionRefused: when it is not for these roles, does not start here, or lacks its comment or reason
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
    Return the roles named in a text such as "coach supervisor".

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
    """Return a state from "fi|sv|en" titles; later tables and single permissions replace earlier ones."""
    merged: dict[Permission, frozenset[Role]] = {}
    for table in (*tables, grants(**permissions)):
        merged |= table
    return State(_titles(titles), MappingProxyType(merged))


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
) -> Transition:
    """Return a transition; `source`, `who`, `guards` and `effects` are words separated by blanks."""
    return Transition(
        _titles(titles),
        frozenset(source.split()),
        target,
        roles(who),
        tuple(guards.split()),
        comment,
        reason,
        tuple(effects.split()),
    )


def _stood_in(state: State) -> State:
    """Let those who stand in for others read what these read in a state."""
    stood_in = {
        permission: held | {role for role, one in STAND_INS.items() if held & one.of and permission in one.may}
        for permission, held in state.grants.items()
    }
    return State(state.titles, MappingProxyType(stood_in))


def _titles(text: str) -> Titles:
    try:
        return parse_titles(text)
    except ValueError as malformed:
        raise WorkflowError(str(malformed)) from None
