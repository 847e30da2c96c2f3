"""The countries to which data may be sent: those of the European Union and the European Economic Area."""

# Source: Treaty on European Union, article 52 (member states since 1 February 2020); EEA Agreement, article 126
# (Iceland, Liechtenstein, Norway). ISO 3166-1 alpha-2; Switzerland and the United Kingdom are outside.
EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905 # a list
)
EEA = EUROPEAN_UNION | {"IS", "LI", "NO"}


def is_inside(country: str | None) -> bool:
    """Return whether a country, by its two-letter code, is inside the European Economic Area."""
    return country in EEA
