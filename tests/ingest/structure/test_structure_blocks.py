"""Running text: lines joined, pages, notes and figures taken out of sentences, broken words healed."""

from __future__ import annotations

from structure_texts import corpus_text, corpus_tree, find, kinds, tree, words

from ingest.model.tree import NodeKind


def block_with(stem, part):
    return next(
        node for node in corpus_tree(stem).walk() if part in node.text.text and node.kind is not NodeKind.FURNITURE
    )


def test_a_sentence_over_a_page_footer_stays_one_block():
    node = block_with("beheerarrangement", "het 8ste jaar (2026) geëvalueerd. Elke overheidspartij kan eerder")
    footer = find(corpus_tree("beheerarrangement"), "fur_2")
    assert footer.text.text.endswith("Pagina 6 van 42")
    assert node.span.start < footer.span.start < footer.span.end < node.span.end


def test_a_sentence_over_a_footnote_stays_one_item():
    text = corpus_text("meerpartijen")
    node = find(corpus_tree("meerpartijen"), "art_2__lid_1")
    at = node.text.text.index("die zijn afgesloten tussen TBO en OBO’s")
    assert len(node.text.span(at, at + 39)) > 200
    assert "KOOP is ketenpartner" in node.span.of(text)
    assert "KOOP is ketenpartner" not in node.text.text
    assert find(corpus_tree("meerpartijen"), "noot_1").text.text.startswith("KOOP is ketenpartner en zal op basis van")


def test_every_footnote_is_found_and_its_number_leaves_the_word():
    root = corpus_tree("beheerarrangement")
    notes = kinds(root, NodeKind.FOOTNOTE)
    assert [note.number for note in notes] == [str(n) for n in range(1, 17)]
    assert notes[15].text.text.endswith("geleverde gevalideerde gegevens(verzamelingen).")
    assert "het in de beheerfase beter maken" in block_with("beheerarrangement", "in de beheerfase").text.text
    assert find(root, "sec_4.2").text.text.endswith("voorzieningen voor de werking")
    assert "KOOP zijn OBO" in find(corpus_tree("meerpartijen"), "art_1__lid_3").text.text
    assert [note.number for note in kinds(corpus_tree("evaluatie"), NodeKind.FOOTNOTE)] == ["1", "2", "3", "4", "5"]


def test_a_number_without_a_note_stays_with_its_word():
    assert block_with("bijlage", "operationele ketens 7").text.text.endswith("operationele ketens 7")


def test_the_words_of_a_drawing_leave_the_sentence_they_interrupt():
    node = block_with("beheerarrangement", "2020 t/m 2023 is afgesproken en de voortgang in de uitbouw")
    assert "Timetable" not in node.text.text
    assert any("Timetable looptijden" in text for text in words(corpus_tree("beheerarrangement"), NodeKind.FURNITURE))


def test_a_paragraph_cut_by_a_blank_line_in_mid_sentence_is_joined():
    assert block_with("regie", "Ook het strategisch Leveranciersmanagement is hier belegd")
    assert block_with("bijlage", "Beheer DSO-LV op de volgende wijze bij beslissingen die hij neemt:")


def test_double_spaced_and_single_spaced_text_give_the_same_blocks():
    single = tree(
        "Kop\n\nDe partijen stellen samen een plan op dat zij ieder jaar bijwerken\nen aan de raad sturen.\n" * 4
    )
    double = tree(
        "Kop\n\n\nDe partijen stellen samen een plan op dat zij ieder jaar bijwerken\n\nen aan de raad sturen.\n\n\n"
        * 4
    )
    assert words(single, NodeKind.BLOCK) == words(double, NodeKind.BLOCK)
    assert words(single, NodeKind.BLOCK)[0].endswith("bijwerken en aan de raad sturen.")


def test_hyphens_at_line_ends():
    root = tree(
        "De partijen zorgen samen voor het beheer en voor de DSO-LV en de proces- en\n"
        "organisatielijn, de regie op het be-\nheer, de aansluiting op DSO-\nLV, de informatie-\n"
        "en communicatielijn, de (raam-\n)overeenkomst, en\nde politiek-bestuurlijke lijn en de politiek-\n"
        "bestuurlijke top.\n"
    )
    text = root.children[0].text.text
    for healed in (
        "regie op het beheer,",
        "DSO-LV, de",
        "informatie- en",
        "(raam-)overeenkomst",
        "de politiek-bestuurlijke top",
    ):
        assert healed in text


def test_offsets_lead_back_to_the_source():
    text = '# Kop\n\nZie de [regeling](https://example.nl/a "b") van **Bureau R&amp;D**,\nzoals *eerder* gemeld.\n'
    block = kinds(tree(text), NodeKind.BLOCK)[0]
    assert block.text.text == "Zie de regeling van Bureau R&D, zoals eerder gemeld."
    at = block.text.text.index("Bureau")
    assert block.text.span(at, at + 6).of(text) == "Bureau"
    assert block.text.span().of(text).startswith("Zie de [regeling]")


def test_contents_and_captions_and_redactions_are_furniture():
    furniture = words(corpus_tree("regie"), NodeKind.FURNITURE)
    assert any("Inhoudsopgave" in text and "8 Overlegvormen" in text for text in furniture)
    assert "Figuur 3.1" in furniture
    assert any(text.startswith("5.1.2.e 5.1.2.e") for text in words(corpus_tree("evaluatie"), NodeKind.FURNITURE))


def test_running_headers_around_a_page_number():
    first = "De gemeenten voeren samen het beheer uit en leggen daarover\nverantwoording af aan"
    second = "Het bestuur stelt jaarlijks een plan op en zendt dat na overleg\nmet de raad toe aan"
    third = "De raad keurt het plan goed, tenzij het plan meer kost dan wat\nis afgesproken met"
    pages = zip((first, second, third), ("de raad", "het college", "de provincie"), (1, 2, 3), strict=True)
    root = tree(
        "".join(f"{top}\nConvenant beheer\nConcept 2, pagina {n}\n{end} van elke stad.\n" for top, end, n in pages)
    )
    assert words(root, NodeKind.FURNITURE) == [f"Convenant beheer Concept 2, pagina {n}" for n in (1, 2, 3)]
    text = " ".join(words(root, NodeKind.BLOCK))
    for joined in ("af aan de raad van elke stad.", "toe aan het college van", "afgesproken met de provincie van"):
        assert joined in text
