"""A form that asks for every kind of answer, and answers to it."""

from typing import Any


def titled(fi: str, sv: str, en: str) -> dict[str, str]:
    """Return a text in three languages."""
    return {"fi": fi, "sv": sv, "en": en}


PLACES = {"KITCHEN": titled("Keittiö", "Kök", "Kitchen"), "SHOP": titled("Kauppa", "Butik", "Shop")}
QUESTIONS: dict[str, Any] = {
    "wish": {"type": "string", "x-titles": titled("Toive", "Önskan", "Wish")},
    "score": {"type": "number", "x-titles": titled("Pisteet", "Poäng", "Score")},
    "since": {"type": "string", "format": "date", "x-titles": titled("Alkaen", "Från", "Since")},
    "drives": {"type": "boolean", "x-titles": titled("Ajokortti?", "Körkort?", "Driving licence?")},
    "place": {"type": "string", "x-options": PLACES, "x-titles": titled("Paikka", "Plats", "Place")},
    "also": {
        "type": "array",
        "maxItems": 5,
        "items": {"type": "string", "x-options": PLACES},
        "x-titles": titled("Myös", "Också", "Also"),
    },
    "home": {
        "type": "object",
        "properties": {
            "quiet": {"type": "boolean", "x-titles": titled("Rauhallinen", "Lugnt", "Quiet")},
            "rooms": {"type": "integer", "x-titles": titled("Huoneita", "Rum", "Rooms")},
        },
        "x-titles": titled("Koti", "Hem", "Home"),
    },
    "jobs": {
        "type": "array",
        "maxItems": 5,
        "items": {
            "type": "object",
            "properties": {
                "from": {"type": "string", "format": "date", "x-titles": titled("Alkoi", "Började", "Began")},
                "where": {"type": "string", "x-options": PLACES, "x-titles": titled("Missä", "Var", "Where")},
            },
        },
        "x-titles": titled("Työt", "Arbeten", "Jobs"),
    },
}
ANSWERS: dict[str, Any] = {
    "wish": "Kokiksi",
    "score": 3.5,
    "since": "2026-11-02",
    "drives": True,
    "place": "SHOP",
    "also": ["KITCHEN", "SHOP"],
    "home": {"rooms": 2, "quiet": False},
    "jobs": [{"where": "KITCHEN", "from": "2020-01-31"}, {"where": "SHOP"}],
}
