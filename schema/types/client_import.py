"""Imports of clients: the file's options, what a check or a run found, and the lines that were refused."""

# A declaration is a table: one field, one line.

from datetime import datetime
from enum import Enum

import models
from resolvers.files.client_imports import MOST_LINES, checked_lines
from resolvers.value import Named, Value
from schema.engine.language import choice, content_type, protected, to_many, to_one
from schema.engine.values import Code, Line, Lines, LongText, line
from workflow import client_import as workflows
from workflow.vocabulary import ADD, IDENTITY, MODIFY


@choice
class ImportFault(Enum):
    """Why an import could not go on, and what to do."""

    FILE_KIND_UNKNOWN = (
        "Tiedosto ei ole .csv, .txt eikä .xlsx: tallenna se sellaiseksi"
        "|Filen är varken .csv, .txt eller .xlsx: spara den som en sådan"
        "|The file is no .csv, .txt or .xlsx: save it as one"
    )
    FILE_TOO_LARGE = (
        "Tiedosto on liian suuri: jaa se osiin|Filen är för stor: dela den i delar|The file is too large: split it"
    )
    FILE_EMPTY = "Tiedostossa ei ole mitään|Filen är tom|Nothing is written in the file"
    FILE_ENCODING_UNKNOWN = (
        "Merkistöä ei tunneta: nimeä se, esimerkiksi iso-8859-15, tai tallenna UTF-8:na"
        "|Teckenkodningen är okänd: ange den, till exempel iso-8859-15, eller spara som UTF-8"
        "|The encoding is not known: name it, for instance iso-8859-15, or save as UTF-8"
    )
    FILE_SEPARATOR_UNKNOWN = (
        "Sarakkeita ei erota puolipiste, pilkku eikä sarkain: tallenna tiedosto CSV:nä"
        "|Kolumnerna skiljs inte åt av semikolon, komma eller tabb: spara filen som CSV"
        "|No semicolon, comma or tab divides the columns: save the file as CSV"
    )
    FILE_CSV_MALFORMED = (
        "Lainausmerkki jää auki tai solu on liian pitkä: korjaa rivi"
        "|Ett citattecken stängs inte eller en cell är för lång: rätta raden"
        "|A quotation is not closed or a cell is too long: correct the line"
    )
    FILE_WORKBOOK_MALFORMED = (
        "Työkirjaa ei voi lukea: tallenna se uudelleen taulukkolaskennassa"
        "|Arbetsboken kan inte läsas: spara den på nytt i kalkylprogrammet"
        "|The workbook cannot be read: save it again in the spreadsheet program"
    )
    FILE_WORKBOOK_TOO_LARGE = (
        "Työkirja purkautuu liian suureksi: jaa se osiin"
        "|Arbetsboken blir för stor när den packas upp: dela den i delar"
        "|The workbook unpacks to too much: split it"
    )
    FILE_SHEET_UNCLEAR = (
        "Ei tiedetä, mikä taulukko luetaan: nimeä se|Det är oklart vilket blad som ska läsas: ange det"
        "|It is not clear which sheet to read: name it"
    )
    FILE_HEADER_UNCLEAR = (
        "Otsikkorivin yläpuolella on rivi, joka voi olla henkilö: siirrä tai poista se"
        "|Ovanför rubrikraden finns en rad som kan vara en person: flytta eller ta bort den"
        "|Above the header stands a line that may be a person: move or remove it"
    )
    FILE_COLUMN_MISSING = (
        "Sarake puuttuu: lisää se tai kerro määrittelyssä, mikä sarake se on"
        "|En kolumn saknas: lägg till den eller ange i definitionen vilken kolumn den är"
        "|A column is missing: add it, or say in the mapping which column it is"
    )
    FILE_COLUMN_UNKNOWN = (
        "Saraketta ei tunneta: kerro määrittelyssä, mikä tieto se on, tai jätä se pois"
        "|En kolumn är okänd: ange i definitionen vilken uppgift den är, eller utelämna den"
        "|A column is not known: say in the mapping what it is, or leave it out"
    )
    FILE_COLUMN_REPEATED = (
        "Sama sarake on kahdesti: poista toinen|Samma kolumn finns två gånger: ta bort den ena"
        "|A column stands twice: remove one of them"
    )
    FILE_MAPPING_REFUSED = (
        "Määrittely ei ole luettavissa tai nimeää tuntemattoman tiedon: korjaa se"
        "|Definitionen kan inte läsas eller nämner en okänd uppgift: rätta den"
        "|The mapping cannot be read or names an unknown field: correct it"
    )
    FILE_RESTRICTION_UNANSWERED = (
        "Mikään ei kerro, ketkä ovat turvakiellossa: lisää siitä sarake tai vastaa, ettei kukaan ole"
        "|Inget säger vem som har spärrmarkering: lägg till en kolumn om det eller svara att ingen har det"
        "|Nothing says who is under a safety restriction: add a column for it, or answer that nobody is"
    )
    FILE_INFECTED = (
        "Virustarkistus löysi tiedostosta haitallista: hylkää tuonti"
        "|Viruskontrollen fann något skadligt i filen: förkasta importen"
        "|The virus scanner found something harmful: discard the import"
    )
    FILE_GONE = (
        "Tiedosto puuttuu tai on muuttunut: lisää se uudelleen|Filen saknas eller har ändrats: lägg till den på nytt"
        "|The file is missing or was changed: add it again"
    )
    IMPORT_STOPPED = (
        "Joku keskeytti tuonnin: kirjoitetut rivit jäivät, ja uusi tarkistus jatkaa niistä"
        "|Någon avbröt importen: de skrivna raderna finns kvar, och en ny kontroll fortsätter från dem"
        "|Somebody stopped the import: the rows written stay, and a new check goes on from there"
    )
    IMPORT_RIGHT_ENDED = (
        "Pyytäjä ei enää saa tuoda yksikköön: toinen esihenkilö voi jatkaa"
        "|Den som bad får inte längre importera till enheten: en annan förman kan fortsätta"
        "|Whoever asked may not import into the unit any more: another supervisor may go on"
    )
    IMPORT_WRITE_BROKEN = (
        "Tietokanta ei ottanut riviä vastaan: kirjoitetut rivit jäivät; kerro ylläpidolle"
        "|Databasen tog inte emot en rad: de skrivna raderna finns kvar; kontakta administratören"
        "|The database did not take a row: the rows written stay; tell the administrator"
    )
    IMPORT_FAILED = (
        "Odottamaton virhe: kirjoitetut rivit jäivät; kerro ylläpidolle"
        "|Ett oväntat fel: de skrivna raderna finns kvar; kontakta administratören"
        "|Unexpected error: the rows written stay; tell the administrator"
    )


REASON = line(500)
LINE_NUMBERS = Value("String", "text", checked_lines, longest=8 * MOST_LINES)


@content_type(
    model=models.ClientImport,
    workflow=workflows.client_import,
    plural="clientImports",
    titles="Asiakkaiden tuonti|Import av klienter|Import of clients",
    attachable=IDENTITY,
    attach_with=MODIFY,
    shows_once=True,
    withheld=("asked_by", "checked_digest"),
)
class ClientImport:
    """
    A file of clients of one unit, as `attachments`. It is checked first, which writes nothing, and run as it was
    checked. The worker does both; the change feed tells of its progress.
    """

    unit: object = to_one(
        "unit", "Yksikkö|Enhet|Unit", "Whose clients they become.", write=ADD, required=True, filter=True
    )
    sheet: Line = protected(
        "Taulukko|Blad|Sheet", "Of a workbook in which several sheets have rows: which one.", write=MODIFY
    )
    encoding: Code = protected(
        "Merkistö|Teckenkodning|Encoding", "Of a CSV file that is guessed wrongly, such as iso-8859-15.", write=MODIFY
    )
    nobody_is_restricted: bool = protected(
        "Kukaan ei ole turvakiellossa|Ingen har spärrmarkering|Nobody is restricted",
        "The file has no column Turvakielto, and nobody in it is under a safety restriction.",
        write=MODIFY,
    )
    distinct_lines: str = protected(
        "Eri henkilöt, rivit|Andra personer, rader|Distinct lines",
        "Numbers of the lines of people who are not those whom they resemble, such as `4, 7`.",
        write=MODIFY,
        value=LINE_NUMBERS,
    )
    mapping: LongText = protected(
        "Määrittely|Definition|Mapping",
        "Which column is which field, and how the file spells; docs/importing.md has its form.",
        write=MODIFY,
    )
    asked_by_name: Line = protected(
        "Pyytäjä|Begärd av|Asked by", "Who asked last for the check or the run.", names_staff=True
    )
    asked_at: datetime = protected("Pyydetty|Begärt|Asked at", "When, UTC.")
    lines_expected: int = protected("Rivejä|Rader|Lines", "Lines below the header; empty until they are counted.")
    lines_read: int = protected("Rivejä luettu|Lästa rader|Lines read", "How many were read so far.")
    written: int = protected(
        "Kirjoitettu|Skrivna|Written", "Lines that became clients; after a check, that would become clients."
    )
    unchanged: int = protected("Ennallaan|Oförändrade|Unchanged", "Lines that were imported into the unit before.")
    refused: int = protected("Hylätty|Förkastade|Refused", "Lines that were refused; each has its `refusals`.")
    notes: Lines = protected(
        "Huomattavaa|Att notera|Notes", "What should be known of the file, in the language of whoever asked."
    )
    refusal: ImportFault = protected("Este|Hinder|Obstacle", "Why it could not go on, and what to do.", filter=True)
    refusal_line: int = protected("Esteen rivi|Hindrets rad|Line of the obstacle", "On which line of the file.")
    refusal_names: Lines = protected(
        "Esteen nimet|Hindrets namn|Names of the obstacle", "Titles of columns, fields, or names of sheets."
    )
    ended_at: datetime = protected(
        "Päättynyt|Avslutad|Ended at", "When it was done or discarded, and its file erased; UTC."
    )
    refusals: object = to_many(
        "import_refusal",
        "client_import_id",
        "Hylätyt rivit|Förkastade rader|Refused lines",
        "In the order of the file.",
    )


@content_type(
    model=models.ImportRefusal,
    workflow=workflows.import_refusal,
    plural="importRefusals",
    titles="Hylätty rivi|Förkastad rad|Refused line",
    default_order="line",
)
class ImportRefusal:
    """Why a line of an imported file was or would be refused. It holds no value of the file."""

    client_import: object = to_one("client_import", "Tuonti|Import|Import", "Of which import.", filter=True)
    unit: object = to_one("unit", "Yksikkö|Enhet|Unit", "The unit of the import.", filter=True)
    line: int = protected("Rivi|Rad|Line", "Which line of the file, as an editor counts.", filter=True, order=True)
    field: Line = protected(
        "Sarake|Kolumn|Column",
        "Which field of the client, such as `lastName`; empty: the whole line.",
        names=Named.FIELD,
        filter=True,
    )
    code: Line = protected("Koodi|Kod|Code", "A stable code.", filter=True)
    reason: str = protected("Syy|Orsak|Reason", "Why, in the language of whoever asked.", value=REASON)
