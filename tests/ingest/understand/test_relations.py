"""Who fills a role, sits in a body, chairs it, represents whom, and who is party."""

from __future__ import annotations

import pytest
from understood_texts import corpus, understand

from ingest.model.actors import RelationType

PARTIES = """
Samenwerkingsovereenkomst Zorg

De ondergetekenden:

1. De gemeente Lindewaard, te dezen rechtsgeldig vertegenwoordigd door de burgemeester, mevrouw A. de Vries, hierna te noemen: de Gemeente;
2. Stichting Veer, statutair gevestigd te Beek, te dezen vertegenwoordigd door haar directeur, de heer B. Post, hierna te noemen: Veer;
3. Waterschap Zuidland in zijn hoedanigheid van regionaal beheerder, vertegenwoordigd door de dijkgraaf;

hierna gezamenlijk te noemen: Partijen;

Overwegende dat:

- de gemeente Kustrijk eerder een overeenkomst sloot met de provincie Noorderhaven;
- Partijen willen samenwerken;

Komen het volgende overeen:

Artikel 1 Doel

1. Partijen werken samen.
2. De Gemeente betaalt. Veer levert.
"""  # noqa: E501


def test_the_parties_of_a_numbered_block_with_who_signs_for_them():
    assert understand(PARTIES, known=()).relations == {
        ("party-to", "gemeente Lindewaard", "proef"),
        ("party-to", "Stichting Veer", "proef"),
        ("party-to", "Waterschap Zuidland", "proef"),
        ("fills", "Waterschap Zuidland", "regionaal beheerder"),
        ("represents", "burgemeester", "gemeente Lindewaard"),
        ("represents", "directeur", "Stichting Veer"),
        ("represents", "dijkgraaf", "Waterschap Zuidland"),
    }


def test_the_names_that_the_agreement_gives_its_parties_bear_its_clauses():
    read = understand(PARTIES, known=())
    assert read.borne("De Gemeente betaalt.") == ["gemeente Lindewaard"]
    assert read.borne("Veer levert.") == ["Stichting Veer"]
    assert not [a for actor in read.registry.actors.values() for a in actor.aliases if "Vries" in a or "Post" in a]


def test_parties_that_are_presented_in_paragraphs():
    text = (
        "OVEREENKOMST\n\nDe ondergetekenden\n\n"
        "De provincie Noorderhaven, vertegenwoordigd door de commissaris van de Koning, hierna: de Provincie,\n\nen\n\n"
        "Lumen B.V., gevestigd te Beek, vertegenwoordigd door haar directeur, hierna: Lumen,\n\n"
        "verklaren te zijn overeengekomen als volgt:\n\nArtikel 1 Opdracht\n\nLumen voert het werk uit.\n"
    )
    read = understand(text, known=())
    assert {r for r in read.relations if r[0] == "party-to"} == {
        ("party-to", "provincie Noorderhaven", "proef"),
        ("party-to", "Lumen", "proef"),
    }
    assert ("represents", "directeur", "Lumen") in read.relations


@pytest.mark.parametrize(
    "text",
    [
        "OVEREENKOMST\n\nDeze overeenkomst is gesloten tussen de gemeente Lindewaard en Stichting Veer.\n\n"
        "Artikel 1 Doel\n\nDe gemeente Lindewaard betaalt Stichting Veer.\n",
        "Overwegende dat:\n\n- de gemeente Lindewaard eerder een overeenkomst sloot met Stichting Veer;\n"
        "- Partijen willen samenwerken;\n\nKomen overeen:\n\nArtikel 1 Doel\n\nPartijen werken samen.\n",
        "Artikel 1 Deelnemers\n\n- gemeente Lindewaard;\n- Stichting Veer.\n",
    ],
)
def test_without_a_block_of_parties_nobody_is_given_as_party(text):
    assert {r for r in understand(text, known=()).relations if r[0] == "party-to"} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeente Beek treedt op als penvoerder.", {("fills", "gemeente Beek", "penvoerder")}),
        (
            "De gemeente Beek en Stichting Veer zijn uitvoerder.",
            {("fills", "gemeente Beek", "uitvoerder"), ("fills", "Stichting Veer", "uitvoerder")},
        ),
        ("Opdrachtgever is de gemeente Beek.", {("fills", "gemeente Beek", "Opdrachtgever")}),
        ("Gedelegeerd opdrachtgever is de regionale uitvoerder.", {("fills", "regionale uitvoerder", "opdrachtgever")}),
        ("De burgemeester zit de stuurgroep voor.", {("chairs", "burgemeester", "stuurgroep")}),
        ("De burgemeester is voorzitter van de stuurgroep.", {("chairs", "burgemeester", "stuurgroep")}),
        (
            "De stuurgroep vergadert onder voorzitterschap van de burgemeester.",
            {("chairs", "burgemeester", "stuurgroep")},
        ),
        (
            "De stuurgroep bestaat uit de gemeente Beek en de provincie Oever.",
            {("member-of", "gemeente Beek", "stuurgroep"), ("member-of", "provincie Oever", "stuurgroep")},
        ),
        ("De gemeente Beek is lid van de stuurgroep.", {("member-of", "gemeente Beek", "stuurgroep")}),
        ("De gemeente Beek neemt elk kwartaal deel aan de stuurgroep.", {("member-of", "gemeente Beek", "stuurgroep")}),
        (
            "Onder directieberaad wordt verstaan het overleg tussen bestuurders van gemeente Beek en provincie Oever.",
            {("member-of", "gemeente Beek", "directieberaad"), ("member-of", "provincie Oever", "directieberaad")},
        ),
        ("De burgemeester vertegenwoordigt de gemeente Beek.", {("represents", "burgemeester", "gemeente Beek")}),
    ],
)
def test_clauses_that_state_a_relation(text, expected):
    assert understand(text, known=()).relations == expected


@pytest.mark.parametrize(
    "text",
    [
        "De directeur betrekt de gemeente Beek en zijn uitvoerders bij het werk.",
        "Daarbij betrekt de beheerder zijn regionale partners.",
        "De stuurgroep bespreekt het verslag in overleg tussen de gemeente Beek en de provincie Oever.",
        "De stuurgroep benoemt een voorzitter.",
        "De gemeente Beek en de uitvoerder betalen de kosten.",
        "De gemeente Beek is niet gehouden tot betaling aan de uitvoerder.",
        "De burgemeester spreekt de stuurgroep aan.",
        "De betrokken partijen zijn publiekrechtelijke organisaties.",
    ],
)
def test_clauses_that_state_none(text):
    assert understand(text, known=()).relations == set()


def test_a_relation_carries_its_words_and_node():
    text = "Artikel 1\n\nDe raad betaalt. De burgemeester zit de stuurgroep voor.\n"
    read = understand(text, known=())
    (relation,) = read.understood.relations
    assert relation.span.of(text) == "De burgemeester zit de stuurgroep voor."
    assert relation.node in {node.eid for node in read.understood.tree.walk()}
    assert (relation.type, relation.rule) == (RelationType.CHAIRS, "relation.chair-is")
    assert relation.confidence == 0.85


BZK, RWS, GEONOVUM = "Ministerie BZK", "Rijkswaterstaat", "Geonovum"
VNG = "Vereniging Nederlandse Gemeenten"
KADASTER = "Dienst voor het kadaster en de openbare registers"
KOOP = "Kennis- en Exploitatiecentrum Officiële Overheidspublicaties"
SBO, TBO, OBO = (
    "strategische beheerorganisatie",
    "tactische beheerorganisatie",
    "operationele beheerorganisaties",
)


def parties_block():
    read = corpus().of("meerpartijen")
    return read, [one for one in read.understood.relations if one.rule in ("relation.party", "relation.capacity")]


def test_the_agreement_of_several_parties_has_six_signatories():
    read, found = parties_block()
    parties = [read.label(one.subject) for one in found if one.type is RelationType.PARTY_TO]
    assert parties == [BZK, KADASTER, KADASTER, KOOP, RWS, GEONOVUM]
    assert {one.object for one in found if one.type is RelationType.PARTY_TO} == {read.understood.entry.id}


def test_who_fills_which_role_in_the_agreement_of_several_parties():
    read, found = parties_block()
    filled = [(read.label(one.subject), read.label(one.object)) for one in found if one.type is RelationType.FILLS]
    assert filled == [
        (BZK, SBO),
        (KADASTER, TBO),
        (KADASTER, OBO),
        (KOOP, OBO),
        (RWS, OBO),
        (RWS, "uitvoerder"),
        (GEONOVUM, OBO),
    ]


def test_who_signs_for_the_parties():
    read = corpus().of("meerpartijen")
    signing = {(one, other) for kind, one, other in read.relations if kind == "represents"}
    assert {party for _, party in signing} >= {BZK, KADASTER, KOOP, RWS, GEONOVUM}
    assert not {party for _, party in signing} & {SBO, TBO, OBO, "IPLO"}


def test_who_sits_in_the_body_that_the_arrangement_defines_and_who_chairs_it():
    relations = corpus().of("beheerarrangement").relations
    body = "Bestuurlijk Overleg"
    assert {one for kind, one, other in relations if (kind, other) == ("member-of", body)} == {
        "Rijk",
        VNG,
        "IPO",
        "UvW",
    }
    assert {one for kind, one, other in relations if (kind, other) == ("chairs", body)} == {"Minister van BZK"}


def test_only_the_agreement_with_a_block_of_parties_has_parties():
    having = {
        one.entry.id
        for one in corpus().understood.values()
        if any(relation.type is RelationType.PARTY_TO for relation in one.relations)
    }
    assert having == {"meerpartijenovereenkomst-dso-lv-2023"}
