"""The columns that every content row has, how local roles reach a row, and where the columns for that come from."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from uuid_utils.compat import uuid7


@dataclass(frozen=True)
class Reach:
    """
    The columns through which local roles reach a row; None when a role cannot reach it.

    `client`: coach, and trainee unless `trainee` names a narrower column; `unit`: colleague, supervisor and every role
    held in a unit; `agency`: officials and agency tokens; `workplace`: the workplace; `author`: the account that wrote
    the row; `consent`: the referral, to whose agency the row opens when a consent in force names `category`.
    `restrictions` are columns of the row that restrict it; the restrictions of its client and of its `referral` (the
    column of the referral with which it came) hold too. `also` are columns of further clients, with each of whom the
    row is erased. `matter` is what the rows are about, for guardians: they reach what `trainee` reaches, as far as
    their representation covers it (workflow/representation.py); without one no guardian reaches the row.
    `representation` is the column of the representation by which a guardian acts, where guardians reach only the rows
    of their own acts and not those of the person.
    """

    client: str | None = None
    unit: str | None = None
    agency: str | None = None
    workplace: str | None = None
    author: str | None = None
    consent: str | None = None
    trainee: str | None = None
    category: str = ""
    restrictions: frozenset[str] = frozenset()
    referral: str | None = None
    also: tuple[str, ...] = ()
    matter: str = ""
    representation: str | None = None

    def __post_init__(self) -> None:
        """Let the trainee reach the row by the client column when `trainee` is not given."""
        if self.trainee is None:
            object.__setattr__(self, "trainee", self.client)


@dataclass(frozen=True)
class Copy:
    """
    Says from where the value of a column is copied; when it changes there, the copy follows in the same transaction.

    `through` names the columns of the references that lead to the source, separated by blanks: the first that is set
    counts. A dot goes on from there: `contract_id.programme_id`. `column` is the column of the source, when it has
    another name. With `may_differ` the value may be given otherwise; it follows as long as it is the same.
    """

    through: str
    column: str = ""
    may_differ: bool = False

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        """The ways to the source, in the order in which they count; each is a row of references."""
        return tuple(tuple(path.split(".")) for path in self.through.split())


_NO_COPIES: Mapping[str, Copy] = MappingProxyType({})


class Content(Model):
    """
    The columns of every content type.

    `state` is a state of the workflow, `revision` the optimistic lock, `provenance` the source of the record
    (AUTHORITY, CLIENT, OWN). Times are UTC. Each column that `reach` names is declared once: in `copies` (it follows
    its source), in `fixed` (once it has a value, it never changes) or in `movable` (a command or a rule changes it).
    A reference in `of_others` may lead to an object of another client; every other one leads to the client of the row.
    """

    id = fields.UUIDField(primary_key=True, default=uuid7)
    state = fields.CharField(24)
    revision = fields.IntField(default=1)
    provenance = fields.CharField(12, default="OWN")
    created_at = fields.DatetimeField()
    created_by = fields.UUIDField()
    modified_at = fields.DatetimeField()
    modified_by = fields.UUIDField()

    reach: ClassVar[Reach] = Reach()
    copies: ClassVar[Mapping[str, Copy]] = _NO_COPIES
    fixed: ClassVar[frozenset[str]] = frozenset()
    movable: ClassVar[frozenset[str]] = frozenset()
    of_others: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        abstract = True


class Governed(Content):
    """
    The columns of content that is drafted, reviewed and published.

    All versions of one content share `lineage_id`, and at most one of them is published; `copy_of_id` is the published
    row of which this working copy was made. `begins_on` names the column of the day on which a version begins, where it
    may be a day to come. `version_key` names the columns that all versions of one content have alike, where a new
    version is written from scratch and not only as a working copy.
    """

    lineage_id = fields.UUIDField(null=True)
    copy_of_id = fields.UUIDField(null=True)
    published_at = fields.DatetimeField(null=True)
    published_by = fields.UUIDField(null=True)

    begins_on: ClassVar[str] = ""
    version_key: ClassVar[tuple[str, ...]] = ()

    def is_version(self) -> Q:
        """Return the condition of all versions of the same content: by their key, or by their lineage."""
        if not self.version_key:
            # What came with the service may have no lineage yet.
            return Q(lineage_id=self.lineage_id) | Q(id=self.lineage_id)
        key: dict[str, Any] = {}
        for column in self.version_key:
            value = getattr(self, column)
            key |= {f"{column}__isnull": True} if value is None else {column: value}
        return Q(**key)

    class Meta:
        abstract = True
