"""What a declared content type looks like to the reads and the writes. `schema/` is the only place that fills it in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from tortoise.models import Model

from auth.policy import Kind
from resolvers.value import Named, Value
from workflow.afterwards import Afterwards
from workflow.titles import Titles
from workflow.vocabulary import NEVER, VIEW, Permission

_Said = TypeVar("_Said")


@lru_cache(10_000)
def camel(name: str) -> str:
    """Return the GraphQL name of a Python name."""
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


class Origin(StrEnum):
    """Whose word a personal value is; what the person gave, or was observed of it, may be taken elsewhere (PORT)."""

    PERSON = "PERSON"  # given by the person, whoever typed it in
    OBSERVED = "OBSERVED"  # observed of what the person did here
    WRITER = "WRITER"  # given by the person only where the person wrote it last, as history tells
    OTHERS = "OTHERS"  # made, decided or told by those who work here, an agency or a workplace


PERSON, OBSERVED, WRITER, OTHERS = Origin


@dataclass(frozen=True)
class Begun:
    """
    The objects that are begun of a row: their type, and in which rows they begin as a part of another object.

    `column` and `value` say in which: where the column of the row holds the value.
    """

    noun: str
    column: str
    value: str


@dataclass(frozen=True)
class Field:
    """
    One field that may be asked. `column` is the stored column, `key` the name in GraphQL. A reference that may be
    `unseen` leads to an object that its giver need not see: break-the-glass alone. `sections` names the field of the
    row that says which permission reads and writes which key of this one, `questions` the field with the schema of the
    keys, of the object that the sections are taken from. `personal` tells that the value is about a person, and whose
    word it is; with `given_once` it is that from when that column of the row is set, and nobody's before. For a package
    of personal data: `names_staff` tells that the value is the name of somebody who works here, and `withheld_when`
    names a column of the row where, set, it tells of a third person. `choice_titles`, `member_titles` and
    `member_choices` are the words for the values of a closed list, for the members of a value object, and for the
    values of members that are closed lists; `required_members` are those that must be given. `formerly` is the name
    that the field had before: versions and history of that time are never rewritten. With `has_twin` the API still has
    it, too. `rights` are members of a value object that are not stored: each tells whether the caller holds the
    permission that another member names, on the row, or with `begins` on an object that is begun of it. `names` tells
    of what a text is the name, where it is a code of no vocabulary, `member_names` of members.

    A reference chooses among objects that are `open_to_new` by their workflow; `also_in` are further states, because of
    the rule `afterwards`. With `closed_by` it leads to the parent, without which nothing is begun: when that ends, what
    is open below is closed by these transitions, state by state; an empty table says that nothing below must be.
    """

    name: str
    key: str
    column: str
    value: Value
    titles: Titles
    description: str
    read: Permission = VIEW
    write: Permission = NEVER
    nullable: bool = True
    required: bool = False
    personal: Origin | None = None
    given_once: str | None = None
    sealed: bool = False
    search: bool = False
    filter: bool = False
    order: bool = False
    order_column: str | None = None
    vocabulary: str | None = None
    names: Named | None = None
    choices: tuple[str, ...] = ()
    target: str | None = None
    unseen: bool = False
    sections: str | None = None
    questions: str | None = None
    embedded: Mapping[str, Value] = field(default_factory=dict)
    rights: Mapping[str, str] = field(default_factory=dict)
    begins: Begun | None = None
    names_staff: bool = False
    withheld_when: str | None = None
    choice_titles: Mapping[str, Titles] = field(default_factory=dict)
    member_titles: Mapping[str, Titles] = field(default_factory=dict)
    member_choices: Mapping[str, Mapping[str, Titles]] = field(default_factory=dict)
    member_names: Mapping[str, Named] = field(default_factory=dict)
    member_descriptions: Mapping[str, str] = field(default_factory=dict)
    required_members: frozenset[str] = frozenset()
    formerly: str | None = None
    has_twin: bool = False
    closed_by: Mapping[str, str] | None = None
    also_in: tuple[str, ...] = ()
    afterwards: Afterwards | None = None

    @property
    def former_key(self) -> str | None:
        """The key under which history stored changes before the field was renamed."""
        return camel(self.formerly) if self.formerly else None

    @property
    def twin_key(self) -> str | None:
        """The former key under which the API still has the field, deprecated."""
        return self.former_key if self.has_twin else None


@dataclass(frozen=True)
class Relation:
    """
    A way from one object to others: to one through a column of its own, to many through a column of theirs.

    `twin_key` is the former key under which the API still has it, deprecated.
    """

    name: str
    key: str
    target: str
    column: str
    many: bool
    titles: Titles
    description: str
    read: Permission = VIEW
    order: str = "id"
    twin_key: str | None = None


@dataclass(frozen=True)
class Attached:
    """The files of an object: who may read them, and who may add and remove them."""

    read: Permission
    write: Permission
    key: str = "attachments"
    titles: Titles = ("Liitteet", "Bilagor", "Attachments")
    description: str = "Files that belong to it, in the order in which they came. Reading them is logged."
    many: bool = True


AWAITED_KEY = "awaitedFiles"
_AWAITED_TITLES = ("Odotettavat liitteet", "Bilagor som väntas", "Awaited files")
_AWAITED_TEXT = "Files that were announced before it was sent and are to come; they are forgotten after two weeks."


@dataclass(frozen=True)
class Counted:
    """The past working days of a contract in counts by month and accounting unit, without a day; who may read them."""

    read: Permission
    key: str = "dayCounts"
    titles: Titles = ("Päivät kuukausittain", "Dagar per månad", "Days by month")
    description: str = "The past days in counts by month and accounting unit; a corrected day counts once."
    many: bool = True


@dataclass(frozen=True)
class PartOf:
    """
    Of what a row is a part as long as it is in one of `states`: of the object that the reference in `column` leads to.

    Without a client it begins in the first of them. It goes when that object is erased alone.
    """

    column: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class ContentType:
    """
    A content type: model, workflow, fields, relations, and files where it is attachable.

    With `awaits_files`, announced files may follow after it was sent (the effect `await_files`).
    `subject` is the SQL (with `{}` for the row) of the person that a row is about, None where rows are about nobody.
    `orders` maps each order's name to its columns; the last is always the id. `forced` are columns that the caller's
    identity sets on creation. `rules` names what every write obeys. `shows_once`: a command may answer a secret.
    `withheld` are columns that are stored and never served. `logged` is the permission to see who looked at the person.
    `taken` are columns that a new row takes over from what a reference leads to: column → (the reference's column, the
    column there). `on_creation` names effects of its creation. `survives` are the fields that stay when the person is
    erased: the row stays with them, all else blank, in the state ERASED if there is one; else it goes. `part_of` tells
    of what rows are a part before there is a client. `traces` are columns that log what people do here: no personal
    content, but told in the privacy notice. `period` names the columns of the first and the last day, which lie within
    those of its parent. `replaced` is the SQL condition (with `{}` for the row) that another row has taken its place:
    lists leave such rows out unless asked. `named_by` names the fields by whose values people know an object, where
    that does not follow from the fields (`schema/trusted/columns.py`).
    """

    name: str
    plural: str
    model: type[Model]
    kind: Kind
    titles: Titles
    description: str
    fields: Mapping[str, Field]
    relations: Mapping[str, Relation]
    subject: str | None = None
    awaits_files: bool = False
    default_order: str = "created"
    forced: Mapping[str, str] = field(default_factory=dict)
    shows_once: bool = False
    withheld: tuple[str, ...] = ()
    logged: Permission | None = None
    rules: tuple[str, ...] = ()
    attached: Attached | None = None
    counted: Counted | None = None
    taken: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    on_creation: tuple[str, ...] = ()
    survives: tuple[str, ...] = ()
    part_of: PartOf | None = None
    traces: tuple[str, ...] = ()
    period: tuple[str, str] | None = None
    replaced: str | None = None
    named_by: tuple[str, ...] = ()

    @property
    def noun(self) -> str:
        """The noun that ids begin with."""
        return self.kind.noun

    @cached_property
    def twins(self) -> Mapping[str, str]:
        """The former keys under which the API still has fields and relations, with the keys of today."""
        named: tuple[Field | Relation, ...] = (*self.fields.values(), *self.relations.values())
        return {f.twin_key: f.key for f in named if f.twin_key}

    def named(self, values: Iterable[str]) -> list[Field]:
        """Return the fields whose keys are among these, in the order of the declaration."""
        return [field for _, field in sorted(self._places[key] for key in values if key in self._places)]

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, Field]]:
        return {f.key: (place, f) for place, f in enumerate(self.fields.values())}

    def key_today(self, key: str) -> str:
        """Return the key that a field, or another name in GraphQL, has today."""
        return self.twins.get(key, key)

    @property
    def write_permissions(self) -> tuple[Permission, ...]:
        """The permissions with which somebody writes a field or the files of an object, each once."""
        written = {f.write for f in self.fields.values()} | ({self.attached.write} if self.attached else set())
        return tuple(sorted(written - {NEVER}, key=str))

    @property
    def awaited(self) -> Attached | None:
        """The files that were announced and have not come yet, where these may follow what was sent."""
        if self.attached is None or not self.awaits_files:
            return None
        return Attached(self.attached.read, self.attached.write, AWAITED_KEY, _AWAITED_TITLES, _AWAITED_TEXT)

    @property
    def keys(self) -> Mapping[str, "Field | Relation | Attached | Counted"]:
        """All fields, relations, files and counts by their GraphQL name."""
        all_: tuple[Any, ...] = (*self.fields.values(), *self.relations.values())
        return {f.key: f for f in (*all_, self.attached, self.awaited, self.counted) if f}


class ContentTypes(Mapping[str, ContentType]):
    """All content types by noun."""

    def __init__(self, types: Mapping[str, ContentType]) -> None:
        self._types = dict(types)
        self._memo: dict[Any, Any] = {}

    def once(self, function: "Callable[[ContentTypes], _Said]") -> _Said:
        """Return what a pure function says of these types, which never change; it is called once."""
        if function not in self._memo:
            self._memo[function] = function(self)
        said: _Said = self._memo[function]
        return said

    def __getitem__(self, noun: str) -> ContentType:
        return self._types[noun]

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)
