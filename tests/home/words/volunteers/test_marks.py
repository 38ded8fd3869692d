"""Formatting and links as numbered marks."""

import pytest
from wagtail_localize.strings import StringValue

from home.words.volunteers.marks import keeps_marks, marked, to_html

SOURCE = 'Kom <b>gratis</b> naar <a id="a1">de <i>bieb</i></a>'
MARKED = "Kom [1]gratis[/1] naar [2]de [3]bieb[/3][/2]"


def test_tags_become_marks_and_come_back() -> None:
    sentence = marked(SOURCE)
    assert (sentence.text, keeps_marks(sentence, MARKED), to_html(sentence, MARKED)) == (MARKED, True, SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "Przyjdź za darmo",
        "Przyjdź [1]za darmo[/1] do [2]biblioteki[/2]",
        "Przyjdź [/1]za darmo[1] do [2]x [3]y[/3][/2]",
        "Przyjdź [1]za [2]darmo[/1] x [3]y[/3][/2]",
        "[1]a[/1] [1]a[/1] [2]x [3]y[/3][/2]",
    ],
)
def test_lost_crossed_or_doubled_marks_are_seen(text: str) -> None:
    assert keeps_marks(marked(SOURCE), text) is False


def test_words_may_change_place_with_their_marks() -> None:
    text = "[2]Do [3]biblioteki[/3][/2] przyjdź [1]za darmo[/1]"
    expected = '<a id="a1">Do <i>biblioteki</i></a> przyjdź <b>za darmo</b>'
    assert (keeps_marks(marked(SOURCE), text), to_html(marked(SOURCE), text)) == (True, expected)


def test_what_is_typed_is_never_a_tag() -> None:
    html = to_html(marked("Kom langs & lees"), "<script>x</script> & <b>y</b> [1]")
    assert html == "&lt;script&gt;x&lt;/script&gt; &amp; &lt;b&gt;y&lt;/b&gt; [1]"
    assert StringValue.from_translated_html(html).render_text() == "<script>x</script> & <b>y</b> [1]"


def test_marks_differ_from_what_stands_in_the_sentence() -> None:
    sentence = marked("Zie [1] en <b>hier</b>")
    assert (sentence.text, keeps_marks(sentence, "Zob. [1] i {1}tu{/1}")) == ("Zie [1] en {1}hier{/1}", True)


def test_line_ends_stay_only_where_the_source_has_them() -> None:
    assert to_html(marked("Een<br/>twee"), "Raz\ndwa") == "Raz<br/>dwa"
    assert to_html(marked("Een twee"), "Raz\ndwa\n") == "Raz dwa"
