"""What is stored? Tortoise finds the models through the names imported here."""

from models.client import Client
from models.log import DisclosureLog, History, IdempotencyKey, Outbox, SearchEntry, Version
from models.organisation import Organisation, Register, StaffMember, Unit
from models.relationship import Relationship, Substitution

__all__ = [
    "Client", "DisclosureLog", "History", "IdempotencyKey", "Organisation", "Outbox", "Register", "Relationship",
    "SearchEntry", "StaffMember", "Substitution", "Unit", "Version",
]  # fmt: skip
