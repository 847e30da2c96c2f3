"""The sections of forms and views: fields that the same permission reads stand together."""

from collections.abc import Mapping

from resolvers.declaration import Field
from schema.engine.language import BASE_FIELDS
from workflow.titles import Titles
from workflow.vocabulary import AUDIT, CARE, CONTACT, DECISION, IDENTITY, LOG, MONEY, NAME, SCHEDULE, VIEW

RECORD = "record"  # what all content has: state, revision, when it was made
SECTIONS: Mapping[str, Titles] = {
    VIEW.name: ("Perustiedot", "Grunduppgifter", "Basics"),
    NAME.name: ("Nimi", "Namn", "Name"),
    CONTACT.name: ("Yhteystiedot", "Kontaktuppgifter", "Contact details"),
    IDENTITY.name: ("Henkilöllisyys", "Identitet", "Identity"),
    SCHEDULE.name: ("Ajankohta", "Tid", "Schedule"),
    CARE.name: ("Valmennus", "Träning", "Coaching"),
    MONEY.name: ("Raha", "Pengar", "Money"),
    DECISION.name: ("Päätös", "Beslut", "Decision"),
    AUDIT.name: ("Muutokset", "Ändringar", "Changes"),
    LOG.name: ("Katselut", "Visningar", "Looks"),
    RECORD: ("Tallenne", "Post", "Record"),
}


def section_of(field: Field) -> str:
    """Return the name of the section in which a field stands."""
    return RECORD if field.name in BASE_FIELDS else field.read.name
