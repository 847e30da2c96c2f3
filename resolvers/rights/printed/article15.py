"""
What an export tells before the data: who answers for it, why, from where, to whom, for how long, and the rights.

Source: GDPR article 15(1)(a)–(h) and (2), article 12(1).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.document import bullets, facts, heading, paragraph
from resolvers.rights.printed.phrases import source_phrase
from resolvers.rights.printed.words import ExportWords

Block = dict[str, Any]
# Source: the Office of the Data Protection Ombudsman, tietosuoja.fi, contact details.
_OMBUDSMAN = "PL 800, 00531\u00a0Helsinki, +358\u00a029\u00a0566\u00a06700, tietosuoja@om.fi, www.tietosuoja.fi"


def about_processing(package: Mapping[str, Any], words: ExportWords) -> Iterator[Block]:
    """Yield what the law wants the person to know besides the data."""
    language, register, controller = words.language, package["register"], package["controller"]
    yield paragraph(
        translated(
            "Here is your data, as far as you asked for it. If something is wrong, you may ask for its correction. You "
            "may ask in the service, by letter or on a visit.",
            language,
        )
    )
    yield facts(
        [
            (translated("Person", language), package["person"]["name"]),
            (translated("Request received", language), words.day(package["receivedOn"])),
            (translated("Put together", language), words.moment(package["madeAt"])),
            (translated("Register", language), register["name"]),
            (translated("Controller", language), ", ".join(part for part in _controller(controller) if part)),
            (translated("Contact person", language), register["contact"]),
        ]
    )
    if package["kind"] == "ACCESS":
        yield heading(translated("How your data is processed", language))
        yield facts(_processing(package, words))
        yield heading(translated("Your rights", language))
        yield bullets(_rights(language))


def _controller(controller: Mapping[str, Any]) -> list[str]:
    return [controller[key] for key in ("name", "businessId", "address", "phone", "email")]


def _processing(package: Mapping[str, Any], words: ExportWords) -> list[tuple[str, str]]:
    language, register = words.language, package["register"]
    titles = sorted({words.type_title(name) for name in package["content"] if name != "BinItem"})
    sources = {o["provenance"] for objects in package["content"].values() for o in objects}
    recipients = package["recipients"] or [translated("Nobody outside the register has received your data.", language)]
    return [
        (translated("What the data is used for", language), register["purpose"]),
        (translated("Legal basis", language), register["legalBasis"]),
        (translated("Categories of data", language), ", ".join(titles)),
        (
            translated("Where the data comes from", language),
            ", ".join(source_phrase(source, language) for source in sorted(sources)),
        ),
        (translated("Who has received data", language), "\n".join(recipients)),
        (
            translated("How long the data is kept", language),
            translated(
                "%(years)s years after the relationship has ended. Then it is erased.",
                language,
                years=register["retentionYears"],
            ),
        ),
        (
            translated("Transfers outside the EU and the EEA", language),
            translated("Your data is not transferred outside the EU and the EEA.", language),
        ),
        (
            translated("Automated decisions", language),
            translated("No decision about you is made by a machine alone, and you are not profiled.", language),
        ),
    ]


def _rights(language: str) -> list[str]:
    return [
        translated("You may ask us to correct or complete data that is wrong.", language),
        translated("You may ask us to erase data or to restrict its processing.", language),
        translated("You may object to the processing.", language),
        translated("You may get the data that you gave in a form that another service can read.", language),
        translated("You may withdraw a consent at any time.", language),
        translated(
            "If you think that we process your data against the law, you may complain to the Data Protection "
            "Ombudsman: %(address)s. It costs nothing.",
            language,
            address=_OMBUDSMAN,
        ),
    ]
