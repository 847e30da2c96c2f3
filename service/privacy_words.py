"""The words around a privacy notice, in the three languages; the notice itself is content."""

from collections.abc import Mapping

Words = Mapping[str, Mapping[str, str]]


def _words(**texts: str) -> Words:
    return {name: dict(zip(("fi", "sv", "en"), text.split("|"), strict=True)) for name, text in texts.items()}


WORDS = _words(
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
    versions="Versiot|Versioner|Versions",
    version="Versio {version}, {day} alkaen|Version {version}, från {day}|Version {version}, from {day}",
    field="Tieto|Uppgift|Data",
    category="Ryhmä|Kategori|Category",
    sources="Tietolähde|Källa|Source",
)
CATEGORIES = _words(
    BASIC="Perustiedot|Grunduppgifter|Basic data",
    CONTACT="Yhteystiedot|Kontaktuppgifter|Contact data",
    IDENTITY="Yksilöintitiedot|Identitetsuppgifter|Identity",
    COACHING="Valmennuksen tiedot|Uppgifter om träningen|Coaching",
    SCHEDULE="Aikataulut ja läsnäolot|Scheman och närvaro|Schedule and attendance",
    MONEY="Hinta- ja maksutiedot|Pris- och betalningsuppgifter|Prices and payments",
)
SOURCES = _words(
    AUTHORITY="viranomainen tai muu lähettävä taho|myndighet eller annan remitterande part|"
    "authority or other referring party",
    CLIENT="henkilö itse|personen själv|the person",
    OWN="oma toiminta|egen verksamhet|own operations",
)
