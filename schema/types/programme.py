"""Programme, goal, measure: what the coaching aims at."""

# A declaration is a table: one field, one line.

from datetime import date

import models
from resolvers.declaration import OTHERS, PERSON
from schema.engine.language import content_type, protected, to_many, to_one
from schema.engine.values import Code, Line, PersonName, ShortText
from workflow import programme as workflows
from workflow.vocabulary import ADD, CARE, MODIFY, MODIFY_CARE, SCHEDULE


@content_type(
    model=models.Programme,
    workflow=workflows.programme,
    plural="programmes",
    titles="Valmennusjakso|Träningsperiod|Programme",
    subject="{}.client_id",
    default_order="starts_on",
    rules=("service_type_in_force",),
    period=("starts_on", "ends_on"),
    shows_once=True,
)
class Programme:
    """A coaching programme in a relationship: a service type, a period, goals and measures."""

    relationship: object = to_one(
        "relationship",
        "Asiakkuus|Klientrelation|Relationship",
        "In which relationship.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={"PLANNED": "CANCEL", "ACTIVE": "INTERRUPT", "PAUSED": "INTERRUPT"},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Who is coached.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", read=SCHEDULE, filter=True)
    referral: object = to_one("referral", "Lähete|Remiss|Referral", "The referral it came from.", filter=True)
    service_type: object = to_one(
        "service_type",
        "Palvelumuoto|Tjänst|Service type",
        "Which service, by the rules valid on the first day.",
        write=ADD,
        required=True,
        filter=True,
    )
    starts_on: date = protected(
        "Alkaa|Börjar|Starts on", "First day.", write=MODIFY, required=True, personal=OTHERS, filter=True, order=True
    )
    ends_on: date = protected("Päättyy|Slutar|Ends on", "Last day.", write=MODIFY, personal=OTHERS, filter=True)
    plan_reference: Line = protected(
        "Suunnitelman viite|Planens referens|Plan reference",
        "The plan it stands on, where the service needs one.",
        read=CARE,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    next_review_on: date = protected(
        "Seuraava tarkistus|Nästa översyn|Next review on",
        "When goals and measures are looked at together next.",
        read=SCHEDULE,
        write=MODIFY,
        personal=OTHERS,
        filter=True,
    )
    certificate_requested_on: date = protected(
        "Todistusta pyydetty|Intyg begärt|Certificate requested on",
        "When a certificate of participation was asked for that is not issued yet.",
        read=CARE,
        personal=OTHERS,
        filter=True,
    )
    certificate_issued_on: date = protected(
        "Todistus annettu|Intyg utfärdat|Certificate issued on",
        "When the certificate of participation was issued; `PRINT` gives it as PDF.",
        read=CARE,
        personal=OTHERS,
        filter=True,
    )
    certificate_issued_by_name: PersonName = protected(
        "Todistuksen antaja|Intyget utfärdat av|Certificate issued by",
        "Who issued it.",
        read=CARE,
        personal=OTHERS,
        names_staff=True,
    )
    certificate_days: int = protected(
        "Läsnäolopäiviä todistuksessa|Närvarodagar i intyget|Days on the certificate",
        "Days present in all, as counted when it was issued.",
        read=CARE,
        personal=OTHERS,
    )
    goals: object = to_many("goal", "programme_id", "Tavoitteet|Mål|Goals", "What it aims at.")
    measures: object = to_many("measure", "programme_id", "Toimenpiteet|Åtgärder|Measures", "What is done for it.")
    contracts: object = to_many("contract", "programme_id", "Sopimukset|Avtal|Contracts", "Contracts made in it.")


@content_type(
    model=models.Goal,
    workflow=workflows.goal,
    plural="goals",
    titles="Tavoite|Mål|Goal",
    subject="{}.client_id",
)
class Goal:
    """What a person wants to reach in a programme; its state tells whether it was reached."""

    programme: object = to_one(
        "programme",
        "Valmennusjakso|Träningsperiod|Programme",
        "In which programme.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={"OPEN": "DROP"},
    )
    client: object = to_one("client", "Asiakas|Klient|Client", "Whose goal it is.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    area: Code = protected(
        "Osa-alue|Område|Area",
        "Area of life.",
        write=MODIFY,
        required=True,
        personal=OTHERS,
        filter=True,
        vocabulary="goal_area",
    )
    text: ShortText = protected(
        "Tavoite|Mål|Goal",
        "The goal, at most 500 characters.",
        read=CARE,
        write=MODIFY_CARE,
        required=True,
        personal=OTHERS,
        search=True,
    )
    own_words: ShortText = protected(
        "Omin sanoin|Med egna ord|In own words",
        "How the person puts it.",
        read=CARE,
        write=MODIFY_CARE,
        personal=PERSON,
    )
    measures: object = to_many("measure", "goal_id", "Toimenpiteet|Åtgärder|Measures", "What is done for it.")


@content_type(
    model=models.Measure,
    workflow=workflows.measure,
    plural="measures",
    titles="Toimenpide|Åtgärd|Measure",
    subject="{}.client_id",
    rules=("goal_of_programme",),
)
class Measure:
    """What somebody does for a goal, and until when."""

    programme: object = to_one(
        "programme",
        "Valmennusjakso|Träningsperiod|Programme",
        "In which programme.",
        write=ADD,
        required=True,
        filter=True,
        closed_by={"OPEN": "DROP"},
    )
    goal: object = to_one("goal", "Tavoite|Mål|Goal", "For which goal of the programme.", write=MODIFY, filter=True)
    client: object = to_one("client", "Asiakas|Klient|Client", "For whom.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit that coaches.", filter=True)
    text: ShortText = protected(
        "Toimenpide|Åtgärd|Measure",
        "What is done, at most 500 characters.",
        read=CARE,
        write=MODIFY_CARE,
        required=True,
        personal=OTHERS,
        search=True,
    )
    responsible: Line = protected(
        "Vastuuhenkilö|Ansvarig|Responsible", "Who does it.", read=CARE, write=MODIFY_CARE, personal=OTHERS
    )
    due_on: date = protected("Määräpäivä|Förfallodag|Due on", "Until when.", write=MODIFY, personal=OTHERS, filter=True)
    done_on: date = protected("Tehty|Utförd|Done on", "When it was done.", personal=OTHERS, filter=True)
