"""What stands between braces: filled in when it is a placeholder, harmless when it is anything else."""

import pytest

from home.mail.placeholders import fill, from_catalogue, has_loose_brace, missing, one_line, tidy, unknown


class Secretive:
    """Something with more in it than its name."""

    password = "geheim"

    def __str__(self) -> str:
        return "An"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag {name}!", "Dag An!"),
        ("{name}{name}", "AnAn"),
        ("{name.password}", "{name.password}"),
        ("{name.__class__.__mro__}", "{name.__class__.__mro__}"),
        ("{name[0]}", "{name[0]}"),
        ("{name!r:>99999999}", "{name!r:>99999999}"),
        ("{0} {} {{name}}", "{0} {} {An}"),
        ("%(name)s %s", "%(name)s %s"),
        ("{{ settings.SECRET_KEY }} {% load x %}", "{{ settings.SECRET_KEY }} {% load x %}"),
        ("{unknown}", "{unknown}"),
    ],
)
def test_only_a_name_is_filled_in(text: str, expected: str) -> None:
    assert fill(text, {"name": Secretive()}) == expected


def test_what_is_filled_in_is_not_read_for_placeholders() -> None:
    assert fill("{message} {link}", {"message": "{link}{name}", "link": "https://x/"}) == "{link}{name} https://x/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dag,\n\n{note}\n\nTot dan", "Dag,\n\nTot dan"),
        ("Dag,\n\n{note}\nTot dan", "Dag,\n\nTot dan"),
        ("Dag,\n{note}\n\nTot dan", "Dag,\n\nTot dan"),
        ("{note}\n\nTot dan", "Tot dan"),
        ("Dag, {note}\nTot dan", "Dag, \nTot dan"),
    ],
    ids=["a paragraph", "a line before text", "a line after text", "at the beginning", "in a line with more"],
)
def test_line_for_an_empty_value_falls_away(text: str, expected: str) -> None:
    assert fill(text, {"note": ""}) == expected


def test_words_of_a_catalogue_become_what_an_editor_writes() -> None:
    assert from_catalogue("Dag %(name)s, 100%% gratis") == "Dag {name}, 100% gratis"


def test_braces_are_judged() -> None:
    text = "{name} {naam} {naam} {name.x} {} {link"
    assert (unknown(text, ["name", "link"]), missing(text, ["name", "link"]), has_loose_brace(text)) == (
        ["naam", "name.x", ""],
        ["link"],
        True,
    )


def test_text_is_kept_tidy() -> None:
    assert tidy(" Dag { name },\r\n\r\nTot {day }\r\n") == "Dag {name},\n\nTot {day}"


def test_subject_is_one_line_of_a_certain_length() -> None:
    assert one_line("Dag\nBcc: iemand@x.example\r\nAn", 12) == "Dag Bcc: iem"
