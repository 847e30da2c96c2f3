"""The stored content as Tortoise models. Tortoise finds the models through the names imported here."""

from models.account import Account, LoginEvent, RoleGrant
from models.agency import Agency, Official
from models.agency_client import AgencyClient
from models.anomaly import Anomaly, AnomalyDay
from models.attachment import Attachment
from models.attendance import Attendance
from models.bin_item import BinItem
from models.client import Client
from models.coaching_note import CoachingNote
from models.consent import Consent
from models.contract import Contract
from models.data_request import DataRequest, Package, Withholding
from models.destination import Destination
from models.exceptional_access import EmergencyAccess, SupportAccess
from models.form import FormAnswer, FormTemplate
from models.import_job import ImportBatch, ImportJob, ImportRow
from models.log import DisclosureLog, History, IdempotencyKey, Outbox, SearchEntry, Version
from models.log_seal import LogBlock, LogCheckpoint, LogSeal
from models.notification import Delivery, EventRule, Notification
from models.organisation import Organisation, Register, RegisterLaw, StaffMember, Unit
from models.privacy_notice import Announcement, NoticeAcceptance, PrivacyNotice
from models.programme import Goal, Measure, Programme
from models.provider import AuthorizationCode, LogInThrottle, ProviderClient, ProviderKey, ProviderUser, RefreshToken
from models.rectification import DisclosureNotice, Rectification
from models.referral import Referral
from models.relationship import Relationship, Substitution
from models.retention import Erasure, InvoiceRow, LegalHold, Purge, PurgeItem, StatisticRow
from models.session import Session, SpentNonce
from models.setting import Setting
from models.term import ServiceType, Term
from models.workplace import Workplace

__all__ = [
    "Account",
    "Agency",
    "AgencyClient",
    "Announcement",
    "Anomaly",
    "AnomalyDay",
    "Attachment",
    "Attendance",
    "AuthorizationCode",
    "BinItem",
    "Client",
    "CoachingNote",
    "Consent",
    "Contract",
    "DataRequest",
    "Delivery",
    "Destination",
    "DisclosureLog",
    "DisclosureNotice",
    "EmergencyAccess",
    "Erasure",
    "EventRule",
    "FormAnswer",
    "FormTemplate",
    "Goal",
    "History",
    "IdempotencyKey",
    "ImportBatch",
    "ImportJob",
    "ImportRow",
    "InvoiceRow",
    "LegalHold",
    "LogBlock",
    "LogCheckpoint",
    "LogInThrottle",
    "LogSeal",
    "LoginEvent",
    "Measure",
    "NoticeAcceptance",
    "Notification",
    "Official",
    "Organisation",
    "Outbox",
    "Package",
    "PrivacyNotice",
    "Programme",
    "ProviderClient",
    "ProviderKey",
    "ProviderUser",
    "Purge",
    "PurgeItem",
    "Rectification",
    "Referral",
    "RefreshToken",
    "Register",
    "RegisterLaw",
    "Relationship",
    "RoleGrant",
    "SearchEntry",
    "ServiceType",
    "Session",
    "Setting",
    "SpentNonce",
    "StaffMember",
    "StatisticRow",
    "Substitution",
    "SupportAccess",
    "Term",
    "Unit",
    "Version",
    "Withholding",
    "Workplace",
]
