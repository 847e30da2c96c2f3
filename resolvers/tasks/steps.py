"""Tasks of the workflow: a transition that somebody else waits for. The roles and the states are those it has."""

from resolvers.casework.contracts import PARTIES
from resolvers.tasks.deadlines import column
from resolvers.tasks.declaration import Sql, TaskRule, step_task, task
from workflow.consent import consent
from workflow.contract import DRAFT_CONTRACT_STATES, contract
from workflow.identity_match import identity_match
from workflow.language import roles
from workflow.proposal import SENT_PROPOSAL_STATES, proposal
from workflow.rectification import rectification
from workflow.referral import referral
from workflow.report import report
from workflow.roles import Role

_PERSON = roles("trainee guardian")


def _has_not_signed(party: str) -> Sql:
    return lambda scope: f'NOT {scope.row}.signatures @> \'[{{"party": "{party}"}}]\'::jsonb'


def _signing(role: Role, party: str) -> TaskRule:
    """
    Return the rule of the signature of a party.

    Whether one's own party has signed is known to whoever signs for it, also where the others' signatures are hidden.
    """
    return step_task(
        "CONTRACT_TO_SIGN",
        "Sopimus allekirjoitettavana|Avtal att underteckna|Contract to sign",
        contract,
        "SIGN",
        who=frozenset({role}),
        reads=("startsOn",),
        due=column("starts_on"),
        when=_has_not_signed(party),
    )


STEP_TASKS: tuple[TaskRule, ...] = (
    step_task(
        "REFERRAL_TO_COMPLETE",
        "Lähetteestä kysytty lisää|Mer har frågats om remissen|Referral to complete",
        referral,
        "ANSWER",
        who=roles("official agency"),
    ),
    step_task(
        "REFERRAL_TO_START",
        "Hyväksytty lähete aloitettavana|Godkänd remiss att inleda|Accepted referral to start",
        referral,
        "START",
        reads=("wantedStartOn",),
        due=column("wanted_start_on"),
    ),
    step_task(
        "PROPOSAL_TO_DECIDE",
        "Ehdotus päätettävänä|Förslag att besluta om|Proposal to decide",
        proposal,
        "ACCEPT",
        states=SENT_PROPOSAL_STATES,
    ),
    step_task(
        "PROPOSAL_TO_EXPLAIN",
        "Ehdotuksesta kysytty lisää|Mer har frågats om förslaget|Proposal to explain",
        proposal,
        "REPLY",
    ),
    step_task(
        "PROPOSAL_TO_CARRY_OUT",
        "Hyväksytty ehdotus toimeenpantavana|Godkänt förslag att verkställa|Accepted proposal to carry out",
        proposal,
        "CARRY_OUT",
        reads=("carriedOutOn", "startsOn"),
        due=column("starts_on"),
        when=lambda scope: f"{scope.row}.carried_out_on IS NULL",
    ),
    step_task(
        "REPORT_TO_HEAR",
        "Raportti odottaa näkemystäsi|Rapporten väntar på din syn|Report that waits for your view",
        report,
        "HEAR",
        who=_PERSON,
    ),
    step_task(
        "REPORT_TO_APPROVE",
        "Raportti hyväksyttävänä|Rapport att godkänna|Report to approve",
        report,
        "APPROVE",
    ),
    step_task(
        "REPORT_TO_DELIVER",
        "Raportti toimitettavana|Rapport att leverera|Report to deliver",
        report,
        "DELIVER",
    ),
    *(_signing(role, party) for role, party in PARTIES.items()),
    task(
        "PRICE_MISSING",
        "Sopimuksesta puuttuu hinta|Avtalet saknar pris|Price of a contract missing",
        "contract",
        DRAFT_CONTRACT_STATES,
        roles("finance"),
        reads=("priceCents", "startsOn"),
        due=column("starts_on"),
        when=lambda scope: f"{scope.row}.price_cents IS NULL",
    ),
    step_task(
        "CONSENT_TO_GIVE",
        "Suostumusta pyydetään|Samtycke begärs|Consent that is asked for",
        consent,
        "GIVE",
        who=_PERSON,
    ),
    step_task(
        "RECTIFICATION_TO_DECIDE",
        "Oikaisu ratkaistavana|Rättelse att avgöra|Rectification to decide",
        rectification,
        "APPLY",
    ),
    step_task(
        "IDENTITY_MATCH_TO_DECIDE",
        "Sama henkilötunnus kahdella|Två har samma personbeteckning|Identity code of two people",
        identity_match,
        "SAME",
    ),
)
