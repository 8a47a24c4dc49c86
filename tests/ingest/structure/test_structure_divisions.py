"""Headings: what is one, what is none, and how they nest."""

from __future__ import annotations

from structure_texts import corpus_tree, find, kinds, outline, tree, words

from ingest.model.tree import NodeKind


def test_numbered_chapters_and_the_numbered_divisions_within_them():
    found = outline(corpus_tree("beheerarrangement"))
    assert [line for line in found if not line.startswith(" ")] == [
        "1. Vooraf",
        "2. Definities",
        "3. Hoofdpunten van het beheerarrangement DSO-LV tussen de overheden",
        "4. Scope van het beheerarrangement",
        "5. Visie op beheer, onderbouwing gekozen model voor beheer",
        "6. Uitwerking: van gekozen beheermodel naar inrichting van beheer",
        "7. Financiële afspraken",
        "8. Overige en slotbepalingen",
    ]
    assert "  4. Nieuwe manier van samenwerken vraagt inspanning van alle partijen" in found
    assert (
        "  8.2. Samenvatting evaluaties: beheerarrangement, aangewezen beheerorganisaties, financiële afspraken"
        in found
    )


def test_unnumbered_titles_below_each_numbered_division():
    root = corpus_tree("beheerarrangement")
    for number, titles in {
        "6.1": ["Positionering", "Opdracht", "Relatielijnen", "Overlegtafel voor interbestuurlijke samenwerking"],
        "6.2": ["Positionering", "Opdracht", "Relatielijnen", "Overlegtafel voor interbestuurlijke samenwerking"],
        "8.1": ["Looptijd en beëindiging", "Uittreding", "Wijziging", "Escalatie en geschilbeslechting"],
    }.items():
        below = find(root, f"sec_{number}").children
        assert [node.text.text for node in below if node.kind is NodeKind.DIVISION][:4] == titles


def test_a_title_as_long_as_a_line_is_told_from_the_text_below_it():
    titles = words(corpus_tree("beheerarrangement"), NodeKind.DIVISION)
    assert "Het acceptatieproces van tot uiterlijk 1 januari 2020 gereed gemelde voorzieningen" in titles


def test_a_lead_in_without_colon_is_no_title():
    root = corpus_tree("beheerarrangement")
    blocks = words(find(root, "sec_6.3__div_relatielijnen"), NodeKind.BLOCK)
    assert blocks[0] == "De strategische beheerorganisatie heeft de volgende relatielijnen"


def test_capital_chapters_over_two_lines_and_lettered_annexes():
    found = outline(corpus_tree("evaluatie"))
    assert "2 DEELVRAAG 1A: BEHEERCONSTRUCT ZOALS OORSPRONKELIJK BEDACHT" in found
    assert "A Reflectie aan de hand van inzichten governance en besturing in andere stelsels" in found
    assert "D Gedrag in samenwerkingsverbanden" in found
    assert "    4.2.4 klant-leverancier-relatie versus partnership" in found


def test_numbered_sentences_with_text_below_are_items_and_no_headings():
    root = corpus_tree("evaluatie")
    items = [node for node in find(root, "sec_3.2").walk() if node.kind is NodeKind.ITEM and node.level == 1]
    assert [item.number for item in items] == [f"{n}." for n in range(1, 13)]
    assert items[4].text.text == "Inrichting OGB-B"
    assert items[4].children[0].text.text.startswith("De samenstelling van het OBG-B wijkt op enkele onderdelen af")


def test_markdown_levels_that_disagree_with_the_numbers():
    root = corpus_tree("regie")
    assert find(root, "sec_6.4.1") in find(root, "sec_6.4").children
    assert find(root, "sec_6.4") in find(root, "chp_6").children
    assert find(root, "sec_6.3.3").text.text == "Release en Deployment Management"
    titles = [node.text.text for node in find(root, "sec_6.1.1").children if node.kind is NodeKind.DIVISION]
    assert titles == ["Verantwoordelijkheden"]


def test_bold_numbered_requirements_are_provisions():
    root = corpus_tree("regie")
    members = [node for node in kinds(root, NodeKind.PARAGRAPH) if node.number and node.number.startswith("8.1.")]
    assert [node.number for node in members] == [f"8.1.{n}" for n in range(1, 8)]
    assert members[5].text.text == (
        "Eis: Opdrachtnemer en Opdrachtgever houden frequent (1 keer per 2 maanden) een compliancy overleg"
    )
    assert [item.number for item in kinds(members[3], NodeKind.ITEM)] == ["I.", "II.", "III."]


AGREEMENT = """\
HOOFDSTUK 1 ALGEMEEN

Artikel 1. Begrippen
In dit convenant wordt verstaan onder:
a. stuurgroep: het overleg bedoeld in artikel 2;
b. secretaris: de secretaris van de stuurgroep.

Artikel 2
Stuurgroep
1. De stuurgroep besluit bij consensus. De leden dragen de besluiten
uit zoals bedoeld in Artikel 1 van dit convenant.
2. De voorzitter:
    (a) roept de stuurgroep bijeen;
    (b) stelt de agenda vast.

HOOFDSTUK 2 SLOT

Artikel 3: Duur
3.1 Dit convenant eindigt op 31 december 2026.
3.2 Partijen kunnen het verlengen.

BIJLAGE 1
De begroting is taakstellend.
"""


def test_heading_words_in_plain_text():
    root = tree(AGREEMENT)
    assert outline(root) == [
        "HOOFDSTUK 1 ALGEMEEN",
        "  1 Begrippen",
        "  2 Stuurgroep",
        "HOOFDSTUK 2 SLOT",
        "  3 Duur",
        "BIJLAGE 1",
    ]
    members = [node.eid for node in kinds(root, NodeKind.PARAGRAPH)]
    assert members == ["art_2__lid_1", "art_2__lid_2", "art_3__lid_3.1", "art_3__lid_3.2"]
    assert find(root, "art_2__lid_2__onder_b").text.text == "stelt de agenda vast."
    assert find(root, "art_1__onder_a").text.text.startswith("stuurgroep:")
    assert find(root, "cmp_1").children[0].text.text == "De begroting is taakstellend."


def test_an_article_whose_first_sentence_stands_on_its_line():
    root = tree(
        "Artikel 1. De partijen werken samen aan het beheer en maken daarover\nafspraken.\n\n"
        "Artikel 2. De raad besluit bij meerderheid.\n\nArtikel 1 Awb geldt niet.\n"
    )
    assert outline(root) == ["1", "2"]
    assert words(find(root, "art_1"), NodeKind.BLOCK) == [
        "De partijen werken samen aan het beheer en maken daarover afspraken."
    ]
    assert words(find(root, "art_2"), NodeKind.BLOCK)[1] == "Artikel 1 Awb geldt niet."


def test_marks_and_numbers_parted_from_their_words_by_a_tab():
    root = tree("Artikel 1\tTaken\n\n1.\tDe raad heeft deze taken:\na.\ttoezicht;\nb.\tadvies.\n2.\tDe raad besluit.\n")
    assert outline(root) == ["1 Taken"]
    assert find(root, "art_1__lid_1__onder_b").text.text == "advies."
    assert find(root, "art_1__lid_2").text.text == "De raad besluit."
    assert not kinds(root, NodeKind.TABLE)


def test_the_words_of_a_title_below_its_number():
    root = tree(
        "##Wet op de pont\n\n### Hoofdstuk 1 \n\n####Grondslag\n\n### Artikel 1\n\n####: Doel\n\nDe pont vaart.\n"
    )
    assert root.text.text == "Wet op de pont"
    assert outline(root) == ["Hoofdstuk 1 Grondslag", "  1 Doel"]


def test_a_list_of_names_has_no_titles():
    lines = ["Organisatie Contact", "Gemeente Oost", "Waterschap West", "Provincie Noord", "Dienst Zuid"]
    root = tree("\n".join(lines))
    assert words(root, NodeKind.BLOCK) == lines
    assert not kinds(root, NodeKind.DIVISION)


def test_a_mark_of_a_heading_before_nothing_but_a_tag_heads_nothing():
    assert kinds(tree("## <a id='taken'></a>\n\nDe raad besluit.\n"), NodeKind.DIVISION) == []
