"""Signs of life of the processes: when each last did what it does all the time."""

from tortoise import fields
from tortoise.models import Model


class Heartbeat(Model):
    """The moment at which a scheduled job last ended well, or a service last wrote, by the clock of the database."""

    name = fields.CharField(40, primary_key=True)
    at = fields.DatetimeField()

    class Meta:
        table = "heartbeat"
