"""
Writes: create, update, transition and restore, each in the only transaction of its command.

The row is loaded through the predicate with a lock (invisible is absent), every named field needs its write permission
(one refusal refuses everything), and version, history, search text and outbox are written with it. Permission comes
before the revision: who may not write learns nothing of what others wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.exceptions import IntegrityError
from tortoise.models import Model
from tortoise.transactions import in_transaction

from auth.policy import may_add
from auth.viewer import Viewer
from auth.ways import Facts
from models.erasure_list import ErasureList
from models.sealed import Keyring
from resolvers.adding import add_standing, complete, created, earlier_object, remember
from resolvers.constraints import constraint_problem
from resolvers.declaration import ContentType, Register
from resolvers.disposing import dispose, permitted_to_dispose
from resolvers.filtering import object_uuid
from resolvers.guards import EFFECTS, GUARDS, RULES
from resolvers.loading import Loaded, load_for_write, visible_ids
from resolvers.permitting import may_on, named_fields, permitted_on_change, permitted_on_creation, permitted_to_step
from resolvers.problems import CommandRefused, Problem
from resolvers.recording import changed_since, earlier_values, record
from resolvers.sections import unread_changes
from resolvers.setting import set_values, unchanged
from resolvers.steps import Step
from resolvers.vocabularies import check_codes, known_codes, unknown_term
from workflow.language import TransitionRefused

if TYPE_CHECKING:
    from resolvers.files import FileStore
    from resolvers.mailing import MailServer


@dataclass(frozen=True)
class Desk:
    """
    What a command works with: the declarations, the caller, the moment, and the keys.

    `issuer` is the provider at which agencies' clients are registered; `shown_once` takes a secret that the payload of
    this very command shows and nothing keeps; `renewed` the caller as the command has changed the caller's own rights.
    `files` is where attachments lie, `mail` the server that mails go through, `erasures` the list that erasures are
    written to before they happen, `public_url` the address that browsers use.
    """

    register: Register
    viewer: Viewer
    now: datetime
    today: date
    keyring: Keyring
    artificial_codes: bool
    issuer: str = ""
    shown_once: list[str] = field(default_factory=list)
    renewed: list[Viewer] = field(default_factory=list)
    files: "FileStore | None" = None
    mail: "MailServer | None" = None
    erasures: ErasureList | None = None
    public_url: str = ""


@dataclass
class Outcome:
    """What a command did: the object it is about, or why it was refused."""

    type: ContentType
    object_id: UUID | None = None
    problems: list[Problem] = field(default_factory=list)
    changed_meanwhile: list[str] = field(default_factory=list)


async def create(desk: Desk, type_: ContentType, values: Mapping[str, Any], key: str | None) -> Outcome:
    """
    Create an object in the initial state of its workflow.

    With an idempotency key a repeated command answers the object of the first.
    """

    async def command(db: TransactionalDBClient) -> Outcome:
        return Outcome(type_, await add(desk, type_, values, key, db))

    return await _carried_out(type_, command)


async def add(
    desk: Desk, type_: ContentType, values: Mapping[str, Any], key: str | None, db: TransactionalDBClient
) -> UUID:
    """
    Create an object inside a transaction and return its id.

    :raises CommandRefused: when a value, a reference, a permission or a rule refuses it
    """
    if not may_add(desk.viewer, type_.kind):
        raise CommandRefused(Problem("FORBIDDEN", ()))
    if key and (earlier := await earlier_object(desk, key, type_, values, db)):
        return earlier
    row = created(desk, type_)
    references = await references_of(desk, type_, values, db)
    changes = set_values(desk, type_, row, values, references)
    await complete(desk, type_, row, references, db)
    permitted_on_creation(type_, row, values, await add_standing(desk, type_, row, db))
    await _obey_rules(desk, type_, row, set(changes), db)
    await row.save(using_db=db, force_create=True)
    await follow_creation(desk, type_, row, db)
    await record(desk, type_, row, "CREATE", changes, db)
    if key:
        await remember(desk, key, type_, values, row, db)
    return UUID(str(row.pk))


async def follow_creation(desk: Desk, type_: ContentType, row: Model, db: TransactionalDBClient) -> None:
    """Let happen what a type declares for its creation; the row is in the database already."""
    for name in type_.on_creation:
        if await EFFECTS[name](Step(desk, Loaded(type_, row, {}, Facts()), None, None, db)):
            await row.save(using_db=db)


async def update(desk: Desk, type_: ContentType, public_id: str, revision: int, values: Mapping[str, Any]) -> Outcome:
    """Change the named fields of an object; what is not named stays."""

    async def command(db: TransactionalDBClient) -> Outcome:
        loaded = await _loaded(desk, type_, public_id, db)
        permitted_on_change(desk, loaded, values)
        if stale := await _stale(desk, loaded, revision, db):
            return stale
        await change(desk, loaded, values, "UPDATE", db)
        return Outcome(type_, loaded.id)

    return await _carried_out(type_, command)


async def transition(
    desk: Desk, type_: ContentType, public_id: str, revision: int, name: str, *, comment: str | None, reason: str | None
) -> Outcome:
    """Take an object one step through its workflow, with the guards and effects of the step."""

    async def command(db: TransactionalDBClient) -> Outcome:
        loaded = await _loaded(desk, type_, public_id, db)
        permitted_to_step(desk, loaded, name)
        if stale := await _stale(desk, loaded, revision, db):
            return stale
        await step(desk, loaded, name, comment, reason, db)
        return Outcome(type_, loaded.id)

    return await _carried_out(type_, command)


async def step(
    desk: Desk, loaded: Loaded, name: str, comment: str | None, reason: str | None, db: TransactionalDBClient
) -> None:
    """
    Take a loaded object through one transition.

    :raises CommandRefused: when the workflow, a guard or an effect refuses it
    """
    type_, row = loaded.type, loaded.row
    held = permitted_to_step(desk, loaded, name)
    try:
        target = type_.kind.workflow.next_state(row.state, name, held, comment=comment, reason=reason)  # type: ignore[attr-defined] # content
    except TransitionRefused as refused:
        raise CommandRefused(Problem(refused.reason, ("transition",), refused.facts)) from None
    taken = type_.kind.workflow.transitions[name]
    if taken.reason and not await known_codes([(taken.reason, str(reason))], desk.today, db):
        raise CommandRefused(unknown_term(taken.reason, "reason"))
    under_way = Step(desk, loaded, comment, reason, db)
    for guard in taken.guards:
        await GUARDS[guard](under_way)
    before = row.state  # type: ignore[attr-defined] # content
    row.state = target
    changes: dict[str, Any] = {} if before == target else {"state": {"before": before, "after": target}}
    for effect in taken.effects:
        changes |= await EFFECTS[effect](under_way)
    await _save(desk, loaded, name, changes, db, comment=comment, reason=reason)


async def restore(desk: Desk, type_: ContentType, public_id: str, revision: int, to_revision: int) -> Outcome:
    """Give the writable fields the values they had at an earlier revision: an ordinary write."""

    async def command(db: TransactionalDBClient) -> Outcome:
        loaded = await _loaded(desk, type_, public_id, db)
        values = await earlier_values(desk, loaded, to_revision, db)
        permitted_on_change(desk, loaded, values)
        if stale := await _stale(desk, loaded, revision, db):
            return stale
        await change(desk, loaded, values, "RESTORE", db)
        return Outcome(type_, loaded.id)

    return await _carried_out(type_, command)


async def discard(desk: Desk, type_: ContentType, public_id: str, revision: int, comment: str | None) -> Outcome:
    """Put an object into the recycle bin; the outcome is its entry there."""
    entry = desk.register["bin_item"]

    async def command(db: TransactionalDBClient) -> Outcome:
        loaded = await _loaded(desk, type_, public_id, db)
        permitted_to_dispose(desk, loaded)
        if stale := await _stale(desk, loaded, revision, db):
            return replace(stale, type=entry, object_id=None)
        return Outcome(entry, await dispose(desk, loaded, comment, db))

    return await _carried_out(entry, command)


async def change(
    desk: Desk,
    loaded: Loaded,
    values: Mapping[str, Any],
    action: str,
    db: TransactionalDBClient,
    *,
    comment: str | None = None,
) -> None:
    """Set values on a loaded object, obey its rules, save and record."""
    references = await references_of(desk, loaded.type, values, db)
    changes = set_values(desk, loaded.type, loaded.row, values, references)
    may = partial(may_on, desk, loaded)
    for named in named_fields(loaded.type, values):
        if named.sections:
            changes = unread_changes(loaded.row, named, values[named.key], may) | changes
            continue
        # What the viewer may not read counts as changed even when it was not: the revision would confirm a guess.
        if named.key not in changes and not may(named.read):
            changes[named.key] = unchanged(loaded.row, named)
    if changes:
        await _obey_rules(desk, loaded.type, loaded.row, set(changes), db)
        await _save(desk, loaded, action, changes, db, comment=comment)


async def _carried_out(type_: ContentType, command: Any) -> Outcome:
    try:
        async with in_transaction() as db:
            outcome: Outcome = await command(db)
    except CommandRefused as refused:
        return Outcome(type_, problems=list(refused.problems))
    except IntegrityError as refused:
        return Outcome(type_, problems=[constraint_problem(refused)])
    return outcome


async def _loaded(desk: Desk, type_: ContentType, public_id: str, db: TransactionalDBClient) -> Loaded:
    uuid = object_uuid(type_.noun, public_id)
    loaded = await load_for_write(desk, type_, uuid, db) if uuid else None
    if loaded is None:
        raise CommandRefused(Problem("NOT_FOUND", ("id",)))
    return loaded


async def _stale(desk: Desk, loaded: Loaded, revision: int, db: TransactionalDBClient) -> Outcome | None:
    if loaded.row.revision == revision:  # type: ignore[attr-defined] # content
        return None
    meanwhile = await changed_since(desk, loaded, revision, db)
    return Outcome(loaded.type, loaded.id, [Problem("STALE_REVISION", ("revision",))], meanwhile)


async def references_of(
    desk: Desk, type_: ContentType, values: Mapping[str, Any], db: TransactionalDBClient
) -> dict[str, Model]:
    """
    Return the objects that the named references lead to, by column.

    :raises CommandRefused: when one leads nowhere the caller can see
    """
    found: dict[str, Model] = {}
    for reference in named_fields(type_, values):
        if reference.target is None or values[reference.key] is None:
            continue
        target = desk.register[reference.target]
        uuid = object_uuid(target.noun, values[reference.key])
        if uuid is None or not (reference.unseen or await visible_ids(desk, target, [uuid], db)):
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        there = await target.model.get_or_none(pk=uuid, using_db=db)
        if there is None:
            raise CommandRefused(Problem("NOT_FOUND", (reference.key,)))
        found[reference.column] = there
    return found


async def _obey_rules(desk: Desk, type_: ContentType, row: Model, changed: set[str], db: TransactionalDBClient) -> None:
    await check_codes(type_, row, changed, desk.today, db)
    problems = [p for name in type_.rules for p in await RULES[name](desk, row, changed, db)]
    if problems:
        raise CommandRefused(*problems)


async def _save(
    desk: Desk,
    loaded: Loaded,
    action: str,
    changes: dict[str, Any],
    db: TransactionalDBClient,
    comment: str | None = None,
    reason: str | None = None,
) -> None:
    row: Any = loaded.row
    row.revision += 1
    row.modified_at, row.modified_by = desk.now, desk.viewer.account
    await row.save(using_db=db)
    await record(desk, loaded.type, row, action, changes, db, comment=comment, reason=reason)
