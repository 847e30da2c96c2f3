"""The sizes of the pages: what is loaded with a module, and which file is a desk's."""

from bench.page_sizes import BUILD, desks_of, kilobytes, loaded_with, sizes

TEXTS = {
    "main.js": 'import{a}from"./a.js";const d=[{role:"coach",Pages:(0,x.lazy)(()=>import("./desk.js"))}];',
    "desk.js": 'import{a}from"./a.js";import"./b.js";import("./later.js");',
    "a.js": "export const a=1;",
    "b.js": 'import{a}from"./a.js";',
    "later.js": "",
}


def test_what_a_module_cannot_do_without_is_loaded_with_it_and_what_is_fetched_later_is_not() -> None:
    assert loaded_with("main.js", TEXTS) == {"main.js", "a.js"}
    assert loaded_with("desk.js", TEXTS) == {"desk.js", "a.js", "b.js"}


def test_a_desk_is_found_by_its_role() -> None:
    assert desks_of(TEXTS) == {"coach": "desk.js"}


def test_every_desk_of_the_build_has_a_row() -> None:
    texts = {path.name: path.read_text("utf-8") for path in BUILD.glob("*.js")}
    told = [row[0] for row in sizes().rows]

    assert told == ["base", *(f"desk {role}" for role in desks_of(texts)), "looks.css"]
    assert {"coach", "trainee", "administrator"} <= desks_of(texts).keys()
    assert 0 < kilobytes(["looks.css"]) < kilobytes(["main.js"])
