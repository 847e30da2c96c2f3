"""The letter about a data request: what the person was told, how and when."""

# A declaration is a table: one field, one line.

from datetime import date
from enum import Enum

import models
from resolvers.declaration import OTHERS
from schema.engine.language import choice, content_type, protected, to_one
from schema.engine.values import Code, LongText, PersonName
from schema.types.account import AccountLanguage
from workflow.request_letter import request_letter
from workflow.vocabulary import CARE, CONTACT, MODIFY_CARE


@choice
class LetterOccasion(Enum):
    """What of a data request a person is told."""

    EXTENSION = "Määräaikaa jatkettu|Tiden förlängd|The time was extended"
    LIFTING = "Rajoitus päättyy|Begränsningen upphör|The restriction ends"
    ANSWER = "Vastaus pyyntöön|Svar på begäran|The answer"


@content_type(
    model=models.RequestLetter,
    workflow=request_letter,
    plural="requestLetters",
    titles="Kirje tietopyynnöstä|Brev om begäran om uppgifter|Letter about a data request",
    subject="{}.client_id",
    shows_once=True,
    survives=("client", "request", "occasion", "language", "told_how", "told_on"),
)
class RequestLetter:
    """What a person is told of a data request: in the service, or by a letter that somebody prints and sends."""

    request: object = to_one("data_request", "Tietopyyntö|Begäran|Request", "Of which request.", filter=True)
    client: object = to_one("client", "Asiakas|Klient|Client", "Who is told.", filter=True)
    representation: object = to_one(
        "representation",
        "Edustus|Företrädande|Representation",
        "Which guardian is told; none: the person is.",
        filter=True,
    )
    occasion: LetterOccasion = protected("Mistä|Om vad|Occasion", "What the person is told of.", filter=True)
    language: AccountLanguage = protected("Kieli|Språk|Language", "In which language the person is told.", filter=True)
    text: LongText = protected(
        "Teksti|Text|Text", "What the person is told, in plain words.", read=CARE, personal=OTHERS
    )
    recipient: LongText = protected(
        "Vastaanottaja|Mottagare|Recipient",
        "Name and address of a printed letter, line by line; empty when the person was told in the service.",
        read=CONTACT,
        write=MODIFY_CARE,
        personal=OTHERS,
    )
    told_how: Code = protected(
        "Miten kerrottu|Hur meddelat|Told how",
        "By which channel the person was told.",
        filter=True,
        vocabulary="request_channel",
        personal=OTHERS,
    )
    told_on: date = protected(
        "Kerrottu|Meddelat|Told on",
        "On which day the letter went out, or the person was told; set before it is marked as sent, else that day.",
        write=MODIFY_CARE,
        filter=True,
        personal=OTHERS,
    )
    told_by_name: PersonName = protected(
        "Merkitsi lähetetyksi|Markerat som sänt av|Marked by",
        "Who marked it as sent; empty when the service told the person.",
    )
