"""Term, service type: vocabularies and versioned rules, edited through the same API."""

# A declaration is a table: one field, one line.

from datetime import date, datetime

import models
from resolvers.value import Named
from schema.engine.language import content_type, member, protected, to_many, to_one, value_object
from schema.engine.values import Code, Line, Minutes
from workflow import term as workflows
from workflow.vocabulary import ADD, MODIFY


@value_object
class Fact:
    """What a term entails: an effect of an attendance code, the municipality that another merged into."""

    name: Code = member("Ominaisuus|Egenskap|Name", "Which effect, such as `benefit`.")
    text: Code = member("Arvo|Värde|Text", "What it is, such as `KEPT`.")


@content_type(
    model=models.Term,
    workflow=workflows.term,
    plural="terms",
    titles="Termi|Term|Term",
    default_order="position",
    rules=("vocabulary_known", "attendance_effects_known"),
    withheld=("lineage_id", "published_by"),
)
class Term:
    """
    A word of a vocabulary: a municipality, an attendance code, a reason. In use it changes by review only, and is
    retired, never deleted.
    """

    vocabulary: Code = protected(
        "Sanasto|Vokabulär|Vocabulary",
        "Which vocabulary.",
        write=ADD,
        required=True,
        filter=True,
        names=Named.VOCABULARY,
    )
    token: Code = protected(
        "Tunnus|Kod|Token", "What is stored in records; it never changes.", write=ADD, required=True, filter=True
    )
    title_fi: Line = protected(
        "Suomeksi|På finska|In Finnish", "Title in Finnish.", write=MODIFY, required=True, search=True
    )
    title_sv: Line = protected(
        "Ruotsiksi|På svenska|In Swedish", "Title in Swedish.", write=MODIFY, required=True, search=True
    )
    title_en: Line = protected(
        "Englanniksi|På engelska|In English", "Title in English.", write=MODIFY, required=True, search=True
    )
    position: int = protected("Järjestys|Ordning|Position", "Place in the vocabulary.", write=MODIFY, order=True)
    starts_on: date = protected(
        "Voimassa alkaen|Gäller från|Starts on",
        "First day on which it may be chosen; empty: always could.",
        write=MODIFY,
        filter=True,
    )
    ends_before: date = protected(
        "Päättyy ennen|Slutar före|Ends before",
        "First day on which it may no longer be chosen.",
        write=MODIFY,
        filter=True,
    )
    facts: Fact = protected("Vaikutukset|Verkningar|Facts", "What the term entails.", write=MODIFY)
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it came into use by a review, UTC.")
    copy_of: object = to_one(
        "term", "Työkopio|Kopia av|Copy of", "The term in use that this is a working copy of.", filter=True
    )
    copies: object = to_many("term", "copy_of_id", "Työkopiot|Kopior|Copies", "Working copies made of it.")


@content_type(
    model=models.ServiceType,
    workflow=workflows.service_type,
    plural="serviceTypes",
    titles="Palvelumuoto|Tjänst|Service type",
    default_order="code",
    withheld=("lineage_id", "published_by"),
)
class ServiceType:
    """A service with its rules; a change of the law adds a version, so the limits never change once given. R04–R06."""

    code: Code = protected(
        "Tunnus|Kod|Code",
        "The service, such as REHABILITATIVE_WORK.",
        write=ADD,
        required=True,
        filter=True,
        order=True,
    )
    version: int = protected(
        "Versio|Version|Version", "Number of the rules, from 1.", write=ADD, required=True, filter=True
    )
    title_fi: Line = protected(
        "Suomeksi|På finska|In Finnish", "Title in Finnish.", write=MODIFY, required=True, search=True
    )
    title_sv: Line = protected(
        "Ruotsiksi|På svenska|In Swedish", "Title in Swedish.", write=MODIFY, required=True, search=True
    )
    title_en: Line = protected(
        "Englanniksi|På engelska|In English", "Title in English.", write=MODIFY, required=True, search=True
    )
    starts_on: date = protected(
        "Voimassa alkaen|Gäller från|Starts on", "First day of these rules.", write=ADD, required=True, filter=True
    )
    ends_before: date = protected(
        "Päättyy ennen|Slutar före|Ends before", "First day on which they no longer hold.", write=MODIFY, filter=True
    )
    min_days_per_week: int = protected(
        "Päiviä viikossa vähintään|Dagar i veckan minst|Minimum days a week",
        "Fewest days a week; empty: no limit.",
        write=ADD,
        formerly="days_per_week_least",
    )
    max_days_per_week: int = protected(
        "Päiviä viikossa enintään|Dagar i veckan högst|Maximum days a week",
        "Most days a week; empty: no limit.",
        write=ADD,
        formerly="days_per_week_most",
    )
    min_minutes_per_day: Minutes = protected(
        "Minuutteja päivässä vähintään|Minuter om dagen minst|Minimum minutes a day",
        "Fewest minutes a day, without travel.",
        write=ADD,
        formerly="minutes_per_day_least",
    )
    max_minutes_per_day: Minutes = protected(
        "Minuutteja päivässä enintään|Minuter om dagen högst|Maximum minutes a day",
        "Most minutes a day, without travel.",
        write=ADD,
        formerly="minutes_per_day_most",
    )
    max_minutes_per_week: int = protected(
        "Minuutteja viikossa enintään|Minuter i veckan högst|Maximum minutes a week",
        "Most minutes a week, without travel.",
        write=ADD,
        formerly="minutes_per_week_most",
    )
    min_months: int = protected(
        "Kuukausia vähintään|Månader minst|Minimum months",
        "Shortest period in months.",
        write=ADD,
        formerly="months_least",
    )
    max_months: int = protected(
        "Kuukausia enintään|Månader högst|Maximum months",
        "Longest period in months.",
        write=ADD,
        formerly="months_most",
    )
    is_plan_required: bool = protected(
        "Suunnitelma vaaditaan|Plan krävs|Plan required", "Whether an activation or other plan is needed.", write=ADD
    )
    is_employment: bool = protected(
        "Työsuhde|Anställning|Employment", "Whether it is an employment relationship.", write=ADD
    )
    is_full_service: bool = protected(
        "Kokoaikainen palvelu|Full tjänst|Full service",
        "Whether it excludes another full service at the same time.",
        write=ADD,
    )
    absence_report_days: int = protected(
        "Poissaoloilmoituksen väli|Frånvaroanmälans intervall|Absence report days",
        "Days between absence reports; empty: none.",
        write=ADD,
    )
    published_at: datetime = protected("Julkaistu|Publicerad|Published at", "When it came into use by a review, UTC.")
    copy_of: object = to_one(
        "service_type",
        "Työkopio|Kopia av|Copy of",
        "The service type in use that this is a working copy of.",
        filter=True,
    )
    copies: object = to_many("service_type", "copy_of_id", "Työkopiot|Kopior|Copies", "Working copies made of it.")
