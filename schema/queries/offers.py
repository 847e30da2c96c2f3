"""Which transitions are offered to the caller, on one object or on some object that the caller reaches."""

from typing import Any

import strawberry

from auth.access_paths import AccessPath, access_paths
from auth.policy import may_add
from auth.viewer import Viewer
from resolvers.declaration import ContentType
from resolvers.refusals import Problem
from schema.engine.directives import Protected
from schema.engine.shared import ErrorCode
from schema.engine.translated_text import TranslatedText, translated_titles
from schema.execution.fact_words import FactWords
from workflow.language import Transition
from workflow.roles import PathKind
from workflow.vocabulary import MOVE, scopes_open

_SELF = Protected(read="view")
_STEP = ("transition",)  # the input that a refusal would be about


def _own_field(text: str) -> Any:
    return strawberry.field(description=text, directives=[_SELF])


@strawberry.type(description="A transition as the caller meets it. (Siirtymä)")
class TransitionInfo:
    """One transition, as it is offered on an object, or as the caller could take it on some object."""

    name: str = _own_field("Name, as the transition mutation takes it.")
    titles: TranslatedText = _own_field("Titles.")
    target: str = _own_field("State it leads to; `=` where it stays.")
    offered: bool = _own_field(
        "Whether the caller may take it now on the object; without one, whether on some object that the caller reaches."
    )
    reason: ErrorCode | None = _own_field(  # type: ignore[valid-type] # a generated enum
        "Why it is not offered: WRONG_STATE, WRONG_ROLE, FORBIDDEN (the token only reads), PROCESSING_RESTRICTION, or "
        "the code with which a guard would refuse it."
    )
    sentence: str | None = _own_field("Why it is not offered, in the language of the caller, with the facts.")
    comment_required: bool = _own_field("Whether a comment must be given.")
    reason_vocabulary: str | None = _own_field("Vocabulary of the reason code it requires.")
    dated: bool = _own_field("Whether the caller may tell on which day it happened (`happenedOn`).")


def is_walked(viewer: Viewer, type_: ContentType, path: AccessPath) -> bool:
    """Return whether a path can lead the caller to an object: the path of authors leads those who may write one."""
    return path.kind is not PathKind.AUTHOR or may_add(viewer, type_.kind)


def general_transitions(viewer: Viewer, type_: ContentType, words: FactWords) -> list[TransitionInfo]:
    """Return the transitions of a type; `offered` says that a role of the caller may take it on some object."""
    found: list[TransitionInfo] = []
    for name, step in type_.kind.workflow.transitions.items():
        is_open = scopes_open(viewer.scopes, type_.noun, MOVE) and viewer.may_enter
        paths = [path for role in step.who for path in access_paths(viewer, type_.kind.reach, role)]
        may_take = is_open and any(is_walked(viewer, type_, path) for path in paths)
        problem = None if may_take else _missing(step) if is_open else Problem("FORBIDDEN", _STEP)
        found.append(
            TransitionInfo(
                name=name,
                titles=translated_titles(step.titles),
                target=step.target,
                offered=may_take,
                reason=ErrorCode[problem.code] if problem else None,
                sentence=words.message(problem) if problem else None,
                comment_required=step.comment,
                reason_vocabulary=step.reason,
                dated=step.dated,
            )
        )
    return found


def _missing(step: Transition) -> Problem:
    return Problem("WRONG_ROLE", _STEP, {"roles": ",".join(sorted(step.who))})


def transition_info(offer: dict[str, Any], words: FactWords) -> TransitionInfo:
    """Return the offer of a transition on one object."""
    problem: Problem | None = offer["reason"]
    return TransitionInfo(
        name=offer["name"],
        titles=translated_titles(offer["titles"]),
        target=offer["target"],
        offered=offer["offered"],
        reason=ErrorCode[problem.code] if problem else None,
        sentence=words.message(problem) if problem else None,
        comment_required=offer["comment"],
        reason_vocabulary=offer["vocabulary"],
        dated=offer["dated"],
    )
