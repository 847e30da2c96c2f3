"""Fixed ids for the example queries: they are the same in every demo, so every example works unchanged."""

from uuid import UUID

_NAMES = (
    "unit",
    "client",
    "relationship",
    "attendance_of_coach",
    "attendance_of_workplace",
    "note",
    "referral_received",
    "referral_interviewed",
    "referral_draft",
    "referral_asked",
    "contract_to_sign",
    "contract_to_approve",
    "client_to_delegate",
    "substitute",
    "agency",
    "system",
    "measure",
    "term",
    "attendance_of_trainee",
    "support",
    "consent_to_give",
    "consent_to_withdraw",
    "emergency_to_review",
    "client_elsewhere",
    "anomaly",
    "attendance_locked",
)
_FIRST = 0x019B_0000_0000_7000_8000_0000_0000_0001
# Governed content; each part of the demo has its own numbers, so that adding one changes no id of another.
_GOVERNED = (
    "notice",
    "notice_in_review",
    "template",
    "form_answer",
    "term_in_review",
    "setting",
    "bin_item",
    "note_to_delete",
    "service_type",
    "referral_questions",
    "law_in_review",
    "text_in_review",
)
FIXED_IDS = {name: UUID(int=_FIRST + number) for number, name in enumerate(_NAMES)}
FIXED_IDS["notification"] = UUID(int=_FIRST + 1_000)
_REQUESTS = (
    "request_to_check",
    "request_to_build",
    "request_to_refuse",
    "request_to_extend",
    "item_to_apply",
    "withheld",
    "letter_to_send",
    "letter_to_print",
)
FIXED_IDS |= {name: UUID(int=_FIRST + 0x4FF + number) for number, name in enumerate(_REQUESTS)}
_RETENTION = ("register", "purge_proposed", "purge_approved", "client_to_hold", "purge_done")
FIXED_IDS |= {name: UUID(int=_FIRST + 0x2FF + number) for number, name in enumerate(_RETENTION)}
_ACCOUNTS = (
    "invitation",
    "grant_to_approve",
    "account_to_enable",
    "account_to_recover",
    "client_invitation",
    "access_to_end",
)
FIXED_IDS |= {name: UUID(int=_FIRST + 0x5FF + number) for number, name in enumerate(_ACCOUNTS)}
FIXED_IDS |= {
    name: UUID(int=_FIRST + 0x7FF + number)
    for number, name in enumerate(("representation", "representation_to_confirm"))
}
_BREACHES = ("breach_noticed", "breach_reported", "letter_draft", "letter_ready")
FIXED_IDS |= {name: UUID(int=_FIRST + 0x6FF + number) for number, name in enumerate(_BREACHES)}
FIXED_IDS |= {
    name: UUID(int=_FIRST + 0x8FF + number)
    for number, name in enumerate(
        (
            "proposal_to_send",
            "proposal_to_decide",
            "referral_to_reject",
            "referral_to_queue",
            "referral_submitted",
            "referral_started",
        )
    )
}
_WORKING_DAY = (
    "month_to_confirm",
    "month_to_lock",
    "programme",
    "programme_to_start",
    "contract_to_request",
    "report_to_show",
    "report_at_hearing",
    "report_to_approve",
    "report_to_deliver",
    "referral_accepted",
    "contract_to_except",
)
FIXED_IDS |= {name: UUID(int=_FIRST + 0xAFF + number) for number, name in enumerate(_WORKING_DAY)}
_PAPERS = ("report_to_print", "contract_to_print", "note_to_share")
FIXED_IDS |= {name: UUID(int=_FIRST + 0x9FF + number) for number, name in enumerate(_PAPERS)}
FIXED_IDS["merge_proposed"] = UUID(int=_FIRST + 0x7FF)
FIXED_IDS["basis"] = UUID(int=_FIRST + 0xBFE)
FIXED_IDS["fund"] = UUID(int=_FIRST + 0xBFF)
FIXED_IDS["group"] = UUID(int=_FIRST + 0xCFF)
FIXED_IDS["front_end"] = UUID(int=_FIRST + 0x600)
FIXED_IDS |= {name: UUID(int=_FIRST + 0x3FF + number) for number, name in enumerate(_GOVERNED)}
