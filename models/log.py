"""Tables that are mostly append-only: history, versions, disclosures, outbox; idempotency keys and the search index."""

from tortoise import fields
from tortoise.contrib.postgres.fields import ArrayField
from tortoise.indexes import Index
from tortoise.migrations.constraints import UniqueConstraint
from tortoise.models import Model


class History(Model):
    """One change of one object. `changes` is {field: {"before": …, "after": …}}; sealed fields carry no values."""

    id = fields.BigIntField(primary_key=True, generated=True)
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    revision = fields.IntField()
    at = fields.DatetimeField()
    actor = fields.UUIDField()
    actor_name = fields.CharField(200)
    action = fields.CharField(40)
    comment = fields.TextField(null=True)
    reason = fields.CharField(40, null=True)
    changes: fields.JSONField[dict[str, object]] = fields.JSONField(default=dict)

    class Meta:
        table = "history"
        indexes = (
            Index(fields=("object_id", "revision"), name="history_object"),
            Index(fields=("actor",), name="history_actor"),
        )


class Version(Model):
    """The whole stored row of one object as it was after `revision`; sealed columns stay sealed."""

    id = fields.BigIntField(primary_key=True, generated=True)
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    revision = fields.IntField()
    at = fields.DatetimeField()
    stored: fields.JSONField[dict[str, object]] = fields.JSONField()

    class Meta:
        table = "version"
        indexes = (Index(fields=("object_id", "revision"), name="version_object"),)


class DisclosureLog(Model):
    """
    One statement about people, answered or refused. The reading statement writes it, never with values.

    `fields` names what was asked about, as `auth.disclosure.logged_name` writes it; `subjects` are the clients (or
    referrals without a client) that were shown, `asked` the ids in the request, `outcome` is SHOWN, NOTHING or DENIED.
    `operation` is the name of a document that the service ships, and the digest of any other, because a caller may put
    a person into a name. `purpose` may list several purposes. `application` is the OAuth client
    of the token and `credential` the token's id, or the id of the session; both are NULL in rows that are older than
    these columns, and for the service itself.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    at = fields.DatetimeField()
    account = fields.UUIDField()
    authority = fields.CharField(120)
    operation = fields.CharField(80)
    document = fields.CharField(64)
    fields_asked = ArrayField("text", source_field="fields")
    subjects = ArrayField("uuid")
    asked = ArrayField("uuid")
    purpose = fields.CharField(120)
    outcome = fields.CharField(12)
    request = fields.UUIDField()
    application = fields.CharField(200, null=True)
    credential = fields.CharField(80, null=True)

    class Meta:
        table = "disclosure_log"
        indexes = (Index(fields=("account", "id"), name="disclosure_log_account"),)


class Outbox(Model):
    """
    A typed event, written in the transaction that caused it; `actor` is the account that caused it.

    `dispatched_at` is NULL until the notification rules were applied to it.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    at = fields.DatetimeField()
    event = fields.CharField(60)
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    revision = fields.IntField()
    actor = fields.UUIDField(null=True)
    dispatched_at = fields.DatetimeField(null=True)

    class Meta:
        table = "outbox"


class IdempotencyKey(Model):
    """
    A command that was carried out: another request with the same key returns the same object.

    A command about several objects, or about none, has no `object_id`: its objects are rows of `IdempotencyObject`.
    """

    account = fields.UUIDField()
    key = fields.CharField(80)
    digest = fields.BinaryField()
    object_id = fields.UUIDField(null=True)
    at = fields.DatetimeField()
    id = fields.BigIntField(primary_key=True, generated=True)

    class Meta:
        table = "idempotency_key"
        constraints = (UniqueConstraint(fields=("account", "key"), name="idempotency_key_once"),)


class IdempotencyObject(Model):
    """One of the objects of a command that was about several."""

    key: fields.ForeignKeyRelation[IdempotencyKey] = fields.ForeignKeyField(
        "models.IdempotencyKey", related_name="objects", on_delete=fields.CASCADE
    )
    object_id = fields.UUIDField()
    id = fields.BigIntField(primary_key=True, generated=True)

    class Meta:
        table = "idempotency_object"
        indexes = (
            Index(fields=("key_id", "id"), name="idempotency_object_key"),
            Index(fields=("object_id",), name="idempotency_object_of"),
        )


class SearchEntry(Model):
    """
    The terms under which one object is found by whoever has one read permission, with blanks between them.

    They are null until they are made: after a migration that changes how. A column that the database fills has them as
    a `tsvector`.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    noun = fields.CharField(32)
    object_id = fields.UUIDField()
    permission = fields.CharField(24)
    terms = fields.TextField(null=True)

    class Meta:
        table = "search_entry"
        constraints = (UniqueConstraint(fields=("object_id", "permission"), name="search_entry_object"),)
