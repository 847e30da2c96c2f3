"""What is stored? Tortoise finds the models through the names imported here."""

from models.account import Account, LoginEvent, RoleGrant
from models.agency import Agency, Official
from models.agency_client import AgencyClient
from models.attendance import Attendance
from models.client import Client
from models.coaching_note import CoachingNote
from models.contract import Contract
from models.data_request import DataRequest, Package, Withholding
from models.import_job import ImportBatch, ImportJob, ImportRow
from models.log import DisclosureLog, History, IdempotencyKey, Outbox, SearchEntry, Version
from models.organisation import Organisation, Register, StaffMember, Unit
from models.programme import Goal, Measure, Programme
from models.provider import AuthorizationCode, LogInThrottle, ProviderClient, ProviderKey, ProviderUser, RefreshToken
from models.rectification import DisclosureNotice, Rectification
from models.referral import Referral
from models.relationship import Relationship, Substitution
from models.session import Session, SpentNonce
from models.term import ServiceType, Term
from models.workplace import Workplace

__all__ = [
    "Account",
    "Agency",
    "AgencyClient",
    "Attendance",
    "AuthorizationCode",
    "Client",
    "CoachingNote",
    "Contract",
    "DataRequest",
    "DisclosureLog",
    "DisclosureNotice",
    "Goal",
    "History",
    "IdempotencyKey",
    "ImportBatch",
    "ImportJob",
    "ImportRow",
    "LogInThrottle",
    "LoginEvent",
    "Measure",
    "Official",
    "Organisation",
    "Outbox",
    "Package",
    "Programme",
    "ProviderClient",
    "ProviderKey",
    "ProviderUser",
    "Rectification",
    "Referral",
    "RefreshToken",
    "Register",
    "Relationship",
    "RoleGrant",
    "SearchEntry",
    "ServiceType",
    "Session",
    "SpentNonce",
    "StaffMember",
    "Substitution",
    "Term",
    "Unit",
    "Version",
    "Withholding",
    "Workplace",
]
