"""
Contract: DRAFT → AWAITING_SIGNATURES → ACTIVE ⇄ SUSPENDED → ENDED | TERMINATED.

Nobody modifies it after DRAFT: an amendment is a new contract, which supersedes the old one when it becomes active.
One that awaits signatures is taken back to be changed, which voids the signatures that it has, or withdrawn. There is
no transition to SUPERSEDED; the effect `supersede_previous` sets that state.
"""

from workflow.client import OUTSIDE, PROCESSING, SAFETY
from workflow.language import STAYS, ClientRestriction, Workflow, grants, roles, state, transition
from workflow.vocabulary import CARE, MODIFY_CARE

_TEAM = "coach supervisor"
_PARTIES = f"trainee guardian {_TEAM} workplace"
_MONEY = "supervisor manager finance"

# Tasks, signatures and files reveal the workplace of a protected person just as its name does.
_PLACE = ClientRestriction(SAFETY.column, frozenset({CARE, MODIFY_CARE}), SAFETY.exempt)

_BINDING = grants(
    view=f"{_PARTIES} manager finance privacy_officer",
    name=_PARTIES,
    schedule=_PARTIES,
    care=f"trainee guardian {_TEAM}",
    modify_care=_TEAM,  # for its files only, such as the signed paper
    money=_MONEY,
    audit="supervisor privacy_officer",
)

contract = Workflow(
    noun="contract",
    initial="DRAFT",
    add=roles(_TEAM),
    states={
        "DRAFT": state(
            "Luonnos|Utkast|Draft",
            view=f"{_TEAM} finance",
            name=_TEAM,
            schedule=_TEAM,
            care=_TEAM,
            modify_care=_TEAM,
            money=_MONEY,
            modify=_TEAM,
            modify_money="supervisor finance",
            add=_TEAM,
            audit="supervisor privacy_officer",
        ),
        "AWAITING_SIGNATURES": state("Odottaa allekirjoituksia|Väntar på underskrifter|Awaiting signatures", _BINDING),
        "ACTIVE": state("Voimassa|I kraft|Active", _BINDING),
        "SUSPENDED": state("Keskeytetty|Avbrutet|Suspended", _BINDING),
        "SUPERSEDED": state("Korvattu|Ersatt|Superseded", _BINDING),
        "ENDED": state("Päättynyt|Avslutat|Ended", _BINDING),
        "TERMINATED": state("Purettu|Hävt|Terminated", _BINDING),
        "WITHDRAWN": state("Peruttu|Återtaget|Withdrawn", _BINDING),
    },
    transitions={
        "REQUEST_SIGNATURES": transition(
            "Pyydä allekirjoitukset|Begär underskrifter|Request signatures",
            "DRAFT",
            "AWAITING_SIGNATURES",
            _TEAM,
            guards="weekly_pattern_given service_type_limits",
        ),
        "ALLOW_EXCEPTION": transition(
            "Hyväksy poikkeus rajoista|Godkänn undantag|Allow an exception from the limits",
            "DRAFT",
            "DRAFT",
            "supervisor",
            comment=True,
            effects="allow_exception",
        ),
        "SIGN": transition(
            "Allekirjoita|Skriv under|Sign",
            "AWAITING_SIGNATURES",
            "AWAITING_SIGNATURES",
            "trainee guardian supervisor workplace",
            guards="not_signed_yet",
            effects="sign_as_party",
        ),
        "RECORD_SIGNATURE": transition(
            "Kirjaa paperiallekirjoitus|Anteckna underskrift|Record a signature on paper",
            "AWAITING_SIGNATURES",
            "AWAITING_SIGNATURES",
            _TEAM,
            reason="signature_party",
            dated=True,
            effects="record_paper_signature",
        ),
        "TAKE_BACK": transition(
            "Palauta muutettavaksi|Återta för ändring|Take back to change",
            "AWAITING_SIGNATURES",
            "DRAFT",
            _TEAM,
            comment=True,
            effects="void_signatures",
        ),
        "WITHDRAW": transition("Peru|Återta|Withdraw", "DRAFT AWAITING_SIGNATURES", "WITHDRAWN", _TEAM, comment=True),
        "ACTIVATE": transition(
            "Vahvista|Bekräfta|Activate",
            "AWAITING_SIGNATURES",
            "ACTIVE",
            "supervisor",
            guards="service_type_limits signatures_complete no_overlap",
            effects="supersede_previous plan_attendance",
        ),
        "PRINT": transition(
            "Tulosta|Skriv ut|Print",
            "AWAITING_SIGNATURES ACTIVE SUSPENDED SUPERSEDED ENDED TERMINATED",
            STAYS,
            f"trainee guardian {_TEAM}",
            guards="paper_opens",
            effects="link_print",
        ),
        "SUSPEND": transition(
            "Keskeytä|Avbryt|Suspend",
            "ACTIVE",
            "SUSPENDED",
            _TEAM,
            reason="contract_suspension_reason",
            effects="unplan_attendance",
        ),
        "RESUME": transition(
            "Jatka|Återuppta|Resume", "SUSPENDED", "ACTIVE", _TEAM, guards="no_overlap", effects="plan_attendance"
        ),
        "END": transition(
            "Päätä|Avsluta|End", "ACTIVE SUSPENDED", "ENDED", _TEAM, effects="end_today unplan_attendance"
        ),
        "TERMINATE": transition(
            "Pura|Häv|Terminate",
            "ACTIVE SUSPENDED",
            "TERMINATED",
            "supervisor",
            reason="contract_termination_reason",
            effects="end_today unplan_attendance",
        ),
    },
    restrictions=(SAFETY, _PLACE, PROCESSING, OUTSIDE),
    disposable={"DRAFT": roles(_TEAM)},
    by_service=("SUPERSEDED",),
    closed_to_new=("SUPERSEDED", "ENDED", "TERMINATED", "WITHDRAWN"),
)

CONTRACT_IN_FORCE_STATES = contract.subset("ACTIVE SUSPENDED")
OPEN_CONTRACT_STATES = contract.subset("AWAITING_SIGNATURES ACTIVE SUSPENDED")
# A contract that was once in force remains as an invoice row when the person is erased.
BINDING_CONTRACT_STATES = contract.subset("ACTIVE SUSPENDED SUPERSEDED ENDED TERMINATED")
PRINTED_CONTRACT_STATES = contract.subset("AWAITING_SIGNATURES ACTIVE SUSPENDED SUPERSEDED ENDED TERMINATED")
DRAFT_CONTRACT_STATES = contract.subset("DRAFT")
ACTIVE_CONTRACT_STATES = contract.subset("ACTIVE")
