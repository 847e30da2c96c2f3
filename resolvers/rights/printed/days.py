"""The days of attendance of an export, summed up by month: the details stand in an annex."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from resolvers.catalogues import translated
from resolvers.printing.dates import month_text
from resolvers.printing.document import paragraph, table
from resolvers.rights.printed.words import ExportWords

SUMMARISED = "Attendance"


def day_summary(objects: list[dict[str, Any]], words: ExportWords) -> Iterator[dict[str, Any]]:
    """Yield one line for each month; a day that was corrected counts as its correction says. Rule R34."""
    language = words.language
    replaced = {o["relations"]["replaces"]["id"] for o in objects if "replaces" in o.get("relations", {})}
    months: dict[date, list[dict[str, Any]]] = {}
    for object_ in sorted(objects, key=lambda o: str(o["fields"].get("day"))):
        if object_["id"] not in replaced and object_["fields"].get("day"):
            first = date.fromisoformat(object_["fields"]["day"]).replace(day=1)
            months.setdefault(first, []).append(object_["fields"])
    heads = [
        translated("Month", language),
        translated("Days", language),
        translated("Present", language),
        translated("Absent", language),
        translated("Hours", language),
        translated("Recorded as", language),
    ]
    rows = [[month_text(month, language), *_row(days, words)] for month, days in months.items()]
    yield paragraph(translated("The days one by one stand in the annex at the end.", language))
    yield table(heads, rows)


def _row(days: list[dict[str, Any]], words: ExportWords) -> list[str]:
    presence = Counter(day.get("presence") for day in days)
    minutes = sum(day.get("minutes") or 0 for day in days)
    field = words.types[SUMMARISED].keys["code"]
    codes = Counter(words.term(getattr(field, "vocabulary", None), day["code"]) for day in days if day.get("code"))
    return [
        str(len(days)),
        str(presence["PRESENT"]),
        str(presence["ABSENT"]),
        f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h",
        ", ".join(f"{title} {number}" for title, number in codes.items()),
    ]
