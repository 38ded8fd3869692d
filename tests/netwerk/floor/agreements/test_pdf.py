"""The agreements of the demo are real documents."""

from netwerk.floor.agreements.pdf import one_page_pdf


def test_an_agreement_is_a_document_of_one_page() -> None:
    document = one_page_pdf("Café (één)", "Zin.", ["Regel ‘één’"] * 3, "Plein")
    start = int(document.rsplit(b"startxref\n", 1)[1].split(b"\n", 1)[0])
    assert document.startswith(b"%PDF-1.4")
    assert document[start:].startswith(b"xref\n0 8\n")
    assert b"Caf\xe9 \\(\xe9\xe9n\\)" in document
    places = [int(line[:10]) for line in document[start:].split(b"\n")[3:10]]
    assert [document[place:].split(b" ", 1)[0] for place in places] == [b"%d" % number for number in range(1, 8)]
