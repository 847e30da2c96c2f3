"""What the codes of attendance entail: read from their facts, which a code must have before it comes into use."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import orjson
from tortoise.backends.base.client import TransactionalDBClient

from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.lookups import Lookup, Row, look_up
from resolvers.reading.plan import Reads
from resolvers.refusals import Problem
from resolvers.writing.transitions import transition_refused
from workflow.attendance_codes import ATTENDANCE_CODES, CodeEffects, code_effects, missing_effects, unknown_effects
from workflow.term import ONCE_IN_FORCE_TERM_STATES, PUBLISHED_TERM_STATES, USABLE_TERM_STATES

_ONCE_IN_FORCE = (
    "SELECT NULL::uuid, NULL::date, t.token::text, json_build_array(t.state, t.starts_on, t.ends_before, t.facts)::text"
    f" FROM term t WHERE t.vocabulary = $1 AND {ONCE_IN_FORCE_TERM_STATES.sql('t.state')}"
)


async def effects_of(
    context: CommandContext, code: str | None, day: date, db: TransactionalDBClient
) -> CodeEffects | None:
    """
    Return what a code entails on a day, also one that is retired since; None without a code, and where it is no term.

    A command reads the vocabulary once, however many days it is about.
    """
    if code is None:
        return None
    if ("effects", code, day) not in context.known:
        version = version_on(await _versions(context, db), code, day)
        context.known["effects", code, day] = version.effects if version else None
    effects: CodeEffects | None = context.known["effects", code, day]
    return effects


async def token_for(
    context: CommandContext, day: date, db: TransactionalDBClient, wanted: Callable[[CodeEffects], bool]
) -> str | None:
    """Return the code that is in use on a day and has the wanted effects; None where none has, or several have."""
    versions = await _versions(context, db)
    tokens = {one.token for one in versions if one.is_in_use and one.starts_on <= day < one.ends_before}
    found = [token for token in tokens if (version := version_on(versions, token, day)) and wanted(version.effects)]
    return found[0] if len(found) == 1 else None


async def tokens_with(
    context: CommandContext, db: TransactionalDBClient, wanted: Callable[[CodeEffects], bool]
) -> list[str]:
    """Return the codes of which some version has the wanted effects, in order; which one counts, a day decides."""
    return sorted({version.token for version in await _versions(context, db) if wanted(version.effects)})


async def _versions(context: CommandContext, db: TransactionalDBClient) -> Sequence["CodeVersion"]:
    await look_up(code_lookups(context), db)
    versions: Sequence[CodeVersion] = context.known[ATTENDANCE_CODES]
    return versions


def code_lookups(context: CommandContext) -> list[Lookup]:
    """Return what reads the versions of the codes, for this command to know: none when it knows them."""
    if ATTENDANCE_CODES in context.known:
        return []

    def keep(rows: list[Row]) -> None:
        context.known[ATTENDANCE_CODES] = [_version(token, told) for _, _, token, told in rows]

    return [Lookup(_ONCE_IN_FORCE, (ATTENDANCE_CODES,), keep)]


@dataclass(frozen=True)
class CodeVersion:
    """One version of a code, in force in [starts_on, ends_before), and what it entails."""

    token: str
    starts_on: date
    ends_before: date
    is_newest: bool
    is_in_use: bool
    effects: CodeEffects


@lru_cache(1_000)
def _version(token: str, told: str) -> CodeVersion:
    """Return the version of a code that a term tells of: its state, first day, end and facts as JSON."""
    state, starts_on, ends_before, facts = orjson.loads(told)
    first, end = (date.fromisoformat(day) if day else None for day in (starts_on, ends_before))
    is_newest, is_in_use = state in PUBLISHED_TERM_STATES, state in USABLE_TERM_STATES
    return CodeVersion(token, first or date.min, end or date.max, is_newest, is_in_use, code_effects(facts))


def version_on(versions: Iterable[CodeVersion], code: str, day: date) -> CodeVersion | None:
    """Return the version of a code that was in force on a day, or the newest where none says that it was."""
    of_code = [version for version in versions if version.token == code]
    in_force = [version for version in of_code if version.starts_on <= day < version.ends_before]
    found = in_force or [version for version in of_code if version.is_newest]
    return max(found, key=lambda version: (version.starts_on, version.is_newest), default=None)


async def attendance_effects_known(change: PendingChange) -> list[Problem]:
    """Refuse a fact of an attendance code that nothing reads, or a value that it cannot have."""
    row = change.row
    if row.vocabulary != ATTENDANCE_CODES or "facts" not in change.keys:
        return []
    unknown = unknown_effects(row.facts or [])
    return [Problem("EFFECT_UNKNOWN", ("facts",), {"effects": ", ".join(unknown)})] if unknown else []


async def attendance_effects_given(step: Step) -> None:
    """
    Check that an attendance code says what it entails before it is reviewed and comes into use.

    :raises CommandRefused: EFFECTS_MISSING, with their names
    """
    row = step.row
    missing = missing_effects(row.facts or []) if row.vocabulary == ATTENDANCE_CODES else []
    if missing:
        raise transition_refused("EFFECTS_MISSING", "facts", effects=", ".join(missing))


@dataclass(frozen=True)
class CodeOnDay:
    """A code in use on a day: its titles in the languages, what it tells of itself, and what that entails."""

    token: str
    titles: tuple[str, ...]
    told: Mapping[str, str]

    @property
    def effects(self) -> CodeEffects:
        """What the service does with it."""
        return code_effects({"name": name, "text": text} for name, text in self.told.items())

    def number(self, name: str) -> int | None:
        """Return a number that it tells of itself."""
        return int(self.told[name]) if name in self.told else None


_IN_USE = (
    "SELECT t.token, t.title_fi, t.title_sv, t.title_en, t.facts FROM term t WHERE t.vocabulary = $1"
    f" AND {USABLE_TERM_STATES.sql('t.state')} AND (t.starts_on IS NULL OR t.starts_on <= $2)"
    " AND (t.ends_before IS NULL OR t.ends_before > $2) ORDER BY t.position, t.token"
)


async def codes_on(reads: Reads, day: date) -> list[CodeOnDay]:
    """Return the codes in use on a day, in the order of the vocabulary."""
    rows = await reads.fetch(_IN_USE, ATTENDANCE_CODES, day)
    return [
        CodeOnDay(row[0], (row[1], row[2], row[3]), {fact["name"]: fact["text"] for fact in orjson.loads(row[4])})
        for row in rows
    ]


ATTENDANCE_CODE_RULES = Rulebook.of(
    guards=(attendance_effects_given,),
    rules=(attendance_effects_known,),
)
