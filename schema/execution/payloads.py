"""
The payload of a command: what it selects is compiled, bound and checked before the first command of a document runs.

Nothing is refused after it was committed. What fails then is an error beside the data: the change is saved, and a
secret that is shown once reaches the caller.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import orjson
import structlog
from graphql import FieldNode
from graphql.execution.values import VariableValues

from auth.rights import rights
from auth.viewer import Viewer
from resolvers.declaration import ContentType, camel
from resolvers.public_ids import parse_public_id
from resolvers.reading.operation import compile_payload
from resolvers.reading.plan import Plan
from resolvers.reading.sealed_values import OpenedValues
from resolvers.reading.selection import Selection
from resolvers.refusals import Problem
from resolvers.writing.commands import BatchOutcome, CommandOutcome
from schema.execution.fact_words import FactWords
from schema.execution.incidents import unreadable_error
from schema.execution.messages import message
from schema.execution.runtime import GraphQLRequest, Runtime

_log = structlog.get_logger("polku")


@dataclass(frozen=True)
class RequestedMutation:
    """One mutation field of a document: its nodes, its key in the answer, its variables, and the request."""

    request: GraphQLRequest
    selection: Selection
    nodes: list[FieldNode]
    variables: VariableValues
    key: str
    digest: str

    @property
    def name(self) -> str:
        """Return the name of the field in the schema."""
        return self.nodes[0].name.value

    def selected(self, type_name: str) -> dict[str, list[FieldNode]]:
        """Return what the document selects on the payload, by response key."""
        return self.selection.collect((type_name,), [n.selection_set for n in self.nodes])


@dataclass(frozen=True)
class MutationResult:
    """The JSON of one command's payload, what is hidden in it, and what went wrong after the command was committed."""

    json: bytes
    redacted: list[dict[str, Any]] = field(default_factory=list)
    errors: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class PayloadShape:
    """A payload: the name of its type, the content type of what it shows, and the field that shows it, or several."""

    name: str
    type: ContentType
    field: str
    several: bool = False

    @classmethod
    def of(cls, type_: ContentType) -> "PayloadShape":
        """Return the payload of the declared commands of a content type."""
        return cls(f"{type_.name}Payload", type_, camel(type_.noun))


async def prepared_payload(runtime: Runtime, mutation: RequestedMutation, shape: PayloadShape) -> dict[str, Plan]:
    """
    Return the plans that read what was changed, by response key, before the command runs.

    :raises Refusal: when the payload asks what this viewer may never read, or binds a value that cannot be
    """
    plans = _payload_plans(runtime, mutation, shape, mutation.request.viewer)
    for plan in plans.values():
        call = runtime.call(mutation.request, mutation.variables.coerced)
        if plan.refusal:
            await plan.run(runtime.pool, call)  # which leaves the row of the refused question, and raises
        plan.values(call)
    return plans


def _payload_plans(
    runtime: Runtime, mutation: RequestedMutation, shape: PayloadShape, viewer: Viewer
) -> dict[str, Plan]:
    type_ = shape.type
    shapes = sorted(mutation.selection.shapes.items())

    def plan(key: str, nodes: list[FieldNode]) -> Plan:
        path = (mutation.key, key)
        return runtime.plans.get(
            (mutation.digest, mutation.request.operation, "payload", path, type_.noun, rights(viewer), *shapes),
            lambda: compile_payload(
                runtime.compiler,
                mutation.selection,
                nodes,
                viewer,
                type_,
                mutation.digest,
                path,
                mutation.name,
                several=shape.several,
            ),
        )

    return {
        key: plan(key, nodes)
        for key, nodes in mutation.selected(shape.name).items()
        if nodes[0].name.value == shape.field
    }


async def declared_payload(
    runtime: Runtime,
    mutation: RequestedMutation,
    plans: Mapping[str, Plan],
    outcome: CommandOutcome,
    shown_once: list[str],
    renewed: Viewer | None = None,
) -> MutationResult:
    """
    Return the payload of a command that has run.

    `renewed` is the caller again where the command has changed the caller's own rights: what may be shown follows them.
    """
    type_ = outcome.type
    words = FactWords(runtime.compiler.content_types, outcome.about or type_, mutation.request.language)
    values = _plain_values(outcome, shown_once)
    parts: list[bytes] = []
    redacted, errors = list[dict[str, Any]](), list[dict[str, Any]]()
    for key, nodes in mutation.selected(f"{type_.name}Payload").items():
        name = nodes[0].name.value
        if name == "errors":
            value = orjson.dumps([_error(p, mutation, nodes, words) for p in outcome.problems])
        elif key not in plans:
            value = orjson.dumps(values[name])
        elif outcome.object_id is None:
            value = b"null"
        else:
            try:
                shape = PayloadShape.of(type_)
                plan = plans[key] if renewed is None else _payload_plans(runtime, mutation, shape, renewed)[key]
                opened = await _changed_object(runtime, mutation, plan, outcome.object_id, renewed)
                value, redacted = opened.json, redacted + list(plan.redacted)
                errors += _unreadable(mutation, key, opened)
            except Exception as failure:  # noqa: BLE001 # whatever it is, the change is saved and its answer is owed
                value = b"null"
                errors.append(_not_shown(mutation, key, failure))
        parts.append(b'"%s":%s' % (key.encode(), value))
    return MutationResult(b"{" + b",".join(parts) + b"}", redacted, errors)


def _plain_values(outcome: CommandOutcome, shown_once: list[str]) -> dict[str, Any]:
    """Return what a payload holds beside the object and the errors, by the names of its fields."""
    return {
        "changedMeanwhile": outcome.changed_meanwhile,
        "__typename": f"{outcome.type.name}Payload",
        "deletedId": outcome.deleted_id,
        "secret": shown_once[0] if shown_once and not outcome.problems else None,
    }


def _unreadable(mutation: RequestedMutation, key: str, opened: OpenedValues) -> list[dict[str, Any]]:
    """Return the errors of the sealed values of an object that did not open."""
    return [unreadable_error(value, (mutation.key, key), mutation.request.language) for value in opened.unreadable]


async def batch_payload(
    runtime: Runtime,
    mutation: RequestedMutation,
    shape: PayloadShape,
    plans: Mapping[str, Plan],
    outcome: BatchOutcome,
    renewed: Viewer | None = None,
) -> MutationResult:
    """Return the payload of a command about many objects that has run: what it changed, and what it refused and why."""
    words = FactWords(runtime.compiler.content_types, shape.type, mutation.request.language)
    plans = _payload_plans(runtime, mutation, shape, renewed) if renewed else plans
    parts: list[bytes] = []
    redacted, errors = list[dict[str, Any]](), list[dict[str, Any]]()
    for key, nodes in mutation.selected(shape.name).items():
        match nodes[0].name.value:
            case "errors":
                value = orjson.dumps([_error(p, mutation, nodes, words) for p in outcome.problems])
            case "refused":
                value = orjson.dumps([_refused(mutation, nodes, words, *one) for one in outcome.refused])
            case "possible" | "__typename" as name:
                value = orjson.dumps(outcome.possible if name == "possible" else shape.name)
            case _ if outcome.possible:
                value = b"[]"
            case _:
                try:
                    opened = await _changed_object(runtime, mutation, plans[key], outcome.changed, renewed)
                    value, redacted = opened.json, redacted + list(plans[key].redacted)
                except Exception as failure:  # noqa: BLE001 # whatever it is, the changes are saved and the answer is owed
                    value = b"[]"
                    errors.append(_not_shown(mutation, key, failure))
        parts.append(b'"%s":%s' % (key.encode(), value))
    return MutationResult(b"{" + b",".join(parts) + b"}", redacted, errors)


def _refused(
    mutation: RequestedMutation, nodes: list[FieldNode], words: FactWords, public: str, problems: list[Problem]
) -> dict[str, Any]:
    """Return one object that a command about many refused, as far as the document selects it."""
    found: dict[str, Any] = {}
    selected = mutation.selection.collect(("RefusedObject",), [n.selection_set for n in nodes])
    for key, field_nodes in selected.items():
        match field_nodes[0].name.value:
            case "errors":
                found[key] = [_error(problem, mutation, field_nodes, words) for problem in problems]
            case "id":
                found[key] = public
            case _:
                found[key] = "RefusedObject"
    return found


async def _changed_object(
    runtime: Runtime,
    mutation: RequestedMutation,
    plan: Plan,
    object_id: UUID | list[UUID],
    renewed: Viewer | None,
) -> OpenedValues:
    call = runtime.call(mutation.request, mutation.variables.coerced, object_id, renewed)
    return (await plan.run(runtime.pool, call))[0]


def _not_shown(mutation: RequestedMutation, key: str, failure: Exception) -> dict[str, Any]:
    """Return the error of an object that was changed and cannot be shown."""
    incident = uuid4().hex
    _log.error("saved_not_shown", incident=incident, mutation=mutation.name, exc_info=failure)
    return {
        "message": message("SAVED_NOT_SHOWN", mutation.request.language, ""),
        "path": [mutation.key, key],
        "extensions": {"code": "SAVED_NOT_SHOWN", "id": incident},
    }


def problems_payload(
    mutation: RequestedMutation,
    payload: str,
    problems: Iterable[Problem],
    values: Mapping[str, Any],
    words: FactWords,
) -> MutationResult:
    """Return a payload of plain values and problems."""
    parts, shown = [], {"__typename": payload, "changedMeanwhile": [], **values}
    for key, nodes in mutation.selected(payload).items():
        name = nodes[0].name.value
        value = [_error(p, mutation, nodes, words) for p in problems] if name == "errors" else shown.get(name)
        parts.append(b'"%s":%s' % (key.encode(), orjson.dumps(value)))
    return MutationResult(b"{" + b",".join(parts) + b"}")


def _error(problem: Problem, mutation: RequestedMutation, nodes: list[FieldNode], words: FactWords) -> dict[str, Any]:
    values = {
        "code": problem.code,
        "path": list(problem.path),
        "message": words.message(problem),
        "__typename": "FieldError",
    }
    selected = mutation.selection.collect(("FieldError",), [n.selection_set for n in nodes])
    return {key: values[field_nodes[0].name.value] for key, field_nodes in selected.items()}


def ids_in(value: Any) -> dict[str, list[UUID]]:
    """Return the public ids in the arguments of a command, by noun."""
    found: dict[str, list[UUID]] = {}
    for text in _texts(value):
        if parsed := parse_public_id(text):
            found.setdefault(parsed[0], []).append(parsed[1])
    return found


def _texts(value: Any) -> Iterable[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from _texts(inner)
        case list():
            for inner in value:
                yield from _texts(inner)
