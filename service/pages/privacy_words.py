"""The texts around a privacy notice in three languages; the notice itself is content."""

from collections.abc import Mapping

Wording = Mapping[str, Mapping[str, str]]


def _words(**texts: str) -> Wording:
    return {name: dict(zip(("fi", "sv", "en"), text.split("|"), strict=True)) for name, text in texts.items()}


NOTICE_WORDS = _words(
    title="Tietosuojaseloste|Dataskyddsbeskrivning|Privacy notice",
    in_force="Versio {version}, voimassa {day} alkaen.|Version {version}, gäller från {day}.|"
    "Version {version}, in force from {day}.",
    not_in_force="Versio {version}, voimassa {day} alkaen. Tämä versio ei ole enää voimassa.|"
    "Version {version}, gällde från {day}. Den här versionen gäller inte längre.|"
    "Version {version}, applied from {day}. This version is no longer in force.",
    none="Selostetta ei ole vielä julkaistu.|Ingen beskrivning har publicerats än.|No notice has been published yet.",
    languages="Kielet|Språk|Languages",
    kept="Rekisterissä säilytettävät henkilötiedot|Personuppgifter som lagras i registret|"
    "Personal data kept in the register",
    contact="Yhteyshenkilö|Kontaktperson|Contact",
    processors="Henkilötietojen käsittelijät|Personuppgiftsbiträden|Processors",
    nobody="Kukaan muu ei käsittele tietoja rekisterinpitäjän puolesta.|"
    "Ingen annan behandlar uppgifterna för den personuppgiftsansvarige.|"
    "Nobody else handles the data for the controller.",
    versions="Versiot|Versioner|Versions",
    version="Versio {version}, {day} alkaen|Version {version}, från {day}|Version {version}, from {day}",
    field="Tieto|Uppgift|Data",
    category="Ryhmä|Kategori|Category",
    sources="Tietolähde|Källa|Source",
    form="Lomake: {title}|Formulär: {title}|Form: {title}",
    question="Kysymys|Fråga|Question",
    section="Osio|Avsnitt|Section",
    rights="Kuka lukee ja kirjoittaa|Vem läser och skriver|Who reads and writes",
    read="luku: {right}|läsning: {right}|read: {right}",
    write="kirjoitus: {right}|skrivning: {right}|write: {right}",
)
CATEGORY_WORDS = _words(
    BASIC="Perustiedot|Grunduppgifter|Basic data",
    CONTACT="Yhteystiedot|Kontaktuppgifter|Contact data",
    IDENTITY="Yksilöintitiedot|Identitetsuppgifter|Identity",
    COACHING="Valmennuksen tiedot|Uppgifter om träningen|Coaching",
    SCHEDULE="Aikataulut ja läsnäolot|Scheman och närvaro|Schedule and attendance",
    MONEY="Hinta- ja maksutiedot|Pris- och betalningsuppgifter|Prices and payments",
    LOG="Kirjautumis- ja lokitiedot|Inloggnings- och logguppgifter|Log-in and log data",
)
SOURCE_WORDS = _words(
    AUTHORITY="viranomainen tai muu lähettävä taho|myndighet eller annan remitterande part|"
    "authority or other referring party",
    CLIENT="henkilö itse|personen själv|the person",
    WORKPLACE="työpaikka|arbetsplatsen|workplace",
    OWN="oma toiminta|egen verksamhet|own operations",
)
# The permission that a section of a form requires for reading or writing its answers, by its name.
RIGHTS = _words(
    view="näkee vastauksen olemassaolon|ser att svaret finns|sees that there is an answer",
    name="oikeus perustietoihin|rätt till grunduppgifter|right to basic data",
    contact="oikeus yhteystietoihin|rätt till kontaktuppgifter|right to contact data",
    identity="oikeus yksilöintitietoihin|rätt till identitetsuppgifter|right to identity data",
    care="oikeus valmennuksen tietoihin|rätt till uppgifter om träningen|right to data of the coaching",
    schedule="oikeus aikatauluihin|rätt till scheman|right to schedules",
    money="oikeus hintatietoihin|rätt till prisuppgifter|right to prices",
    audit="oikeus muutoshistoriaan|rätt till ändringshistoriken|right to the history of changes",
    modify="oikeus muuttaa perustietoja|rätt att ändra grunduppgifter|right to change basic data",
    modify_contact="oikeus muuttaa yhteystietoja|rätt att ändra kontaktuppgifter|right to change contact data",
    modify_identity="oikeus muuttaa yksilöintitietoja|rätt att ändra identitetsuppgifter|right to change identity data",
    modify_care="oikeus muuttaa valmennuksen tietoja|rätt att ändra uppgifter om träningen|"
    "right to change data of the coaching",
    modify_money="oikeus muuttaa hintatietoja|rätt att ändra prisuppgifter|right to change prices",
    never="ei kukaan|ingen|nobody",
)
