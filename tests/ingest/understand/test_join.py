"""Names of all agreements joined to actors."""

from __future__ import annotations

from itertools import permutations

import pytest
from understood_texts import labels, registry

from ingest.model.actors import ActorType
from ingest.model.agreement import ActorHint
from ingest.understand import join
from ingest.understand.actors.evidence import mine
from ingest.understand.actors.introductions import name_patterns


def one(text, *names):
    """The key of the one actor that all these names mean in the agreement ``text``."""
    actors = registry(text)
    found = {name: actors.resolve(name, "a") for name in names}
    assert None not in found.values(), found
    (key,) = {actor.key for actor in found.values()}
    return key


@pytest.mark.parametrize("pattern", name_patterns(), ids=lambda pattern: pattern.id)
def test_every_pattern_finds_its_example(pattern):
    found = mine("a", [pattern.example])
    if pattern.id == "name.defined":
        assert pattern.name in {name for name, _ in found.names}
        assert pattern.expression.search(pattern.example)["long"] == pattern.long
    else:
        assert found.same == [(pattern.name, pattern.long)]


def test_pattern_ids_are_unique():
    ids = [pattern.id for pattern in name_patterns()]
    assert len(ids) == len(set(ids)) > 4


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("De Regionale Beheer Organisatie (RBO) plant het werk.", ("Regionale Beheer Organisatie", "RBO")),
        ("RBO (Regionale Beheer Organisatie) plant het werk.", ("RBO", "Regionale Beheer Organisatie")),
        (
            "Waterkring Noord, hierna te noemen: Penvoerder, levert. Waterkring Noord betaalt.",
            ("Waterkring Noord", "Penvoerder"),
        ),
        ("De stichting Veer (hierna: de Stichting) betaalt.", ("stichting Veer", "Stichting")),
        ("De stichting Veer, verder te noemen “Veer”, betaalt.", ("stichting Veer", "Veer")),
        ("RSO: Regionaal sturingsoverleg", ("RSO", "regionaal sturingsoverleg")),
        ("De beheerder meldt het. Beheerders herstellen het.", ("beheerder", "beheerders", "Beheerder")),
        (
            "De technisch beheerder meldt het. De technische beheerorganisatie herstelt het.",
            ("technisch beheerder", "technische beheerorganisatie"),
        ),
        (
            "Het ministerie van Onderwijs, Cultuur en Wetenschap (OCW). OCW levert. Min OCW betaalt. Min OCW meldt.",
            ("ministerie van Onderwijs, Cultuur en Wetenschap", "OCW", "Min OCW"),
        ),
        ("De gemeente Lindewaard betaalt. Lindewaard stelt vast.", ("gemeente Lindewaard", "Lindewaard")),
        ("Unie van Waterkringen betaalt. Unie van Waterkringen levert. UvW betaalt. UvW meldt.", ("UvW",)),
        ("De vereniging Unie van Kringen betaalt. De UvK betaalt. De UvK meldt. Unie van Kringen betaalt.", ("UvK",)),
        ("Waterkring Noord (WKN) betaalt. WKN stelt vast. Waterkring Noord levert.", ("WKN", "Waterkring Noord")),
        (
            "Strategisch Overleg Water bespreekt het. Het Strategisch overleg water besluit.",
            ("Strategisch Overleg Water",),
        ),
    ],
)
def test_names_of_one_actor(text, names):
    one(text, *names)


def test_the_bare_office_is_the_holder_that_stands_out():
    text = "De Minister van Onderwijs stelt vast. De Minister beslist. De minister van Onderwijs betaalt."
    assert one(text, "Minister", "minister van Onderwijs") == "minister-van-onderwijs"
    both = registry(f"{text} De minister van Landbouw betaalt. De minister van Landbouw stelt vast.")
    assert both.resolve("Minister", "a").label == "Minister"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Het Bestuur besluit. De bestuurder betaalt.", "Bestuur", "bestuurder"),
        (
            "De minister van Onderwijs betaalt. Het ministerie van Onderwijs besluit.",
            "minister van Onderwijs",
            "ministerie van Onderwijs",
        ),
        (
            "De technisch beheerder meldt. De functioneel beheerder herstelt.",
            "technisch beheerder",
            "functioneel beheerder",
        ),
        ("De gemeente Beek betaalt. De gemeente Oever betaalt.", "gemeente Beek", "gemeente Oever"),
        ("De gemeente Beek betaalt. De provincie Beek betaalt. Beek levert.", "gemeente Beek", "provincie Beek"),
    ],
)
def test_names_of_two_actors(text, first, second):
    actors = registry(text)
    one_key, other_key = (actors.resolve(name, "a").key for name in (first, second))
    assert one_key != other_key


def test_a_part_that_anybody_can_play_lives_in_its_agreement():
    actors = registry("De opdrachtnemer levert.", "De Opdrachtnemer betaalt.")
    assert set(actors.actors) == {"a/opdrachtnemer", "b/opdrachtnemer"}
    assert actors.resolve("opdrachtnemers", "a").key == "a/opdrachtnemer"
    assert actors.resolve("Opdrachtnemer", "b").label == "Opdrachtnemer"
    assert actors.resolve("opdrachtnemer", "c") is None


def test_two_agreements_may_give_two_parties_the_same_name():
    actors = registry(
        "Waterkring Noord, hierna: Opdrachtgever, betaalt. Waterkring Noord levert.",
        "Stichting Veer, hierna: Opdrachtgever, betaalt. Waterkring Noord levert. Waterkring Noord betaalt.",
    )
    assert actors.resolve("Opdrachtgever", "a").label == "Waterkring Noord"
    assert actors.resolve("Opdrachtgever", "b").label == "Stichting Veer"
    assert actors.actors["stichting-veer"].type is ActorType.ORGANISATION
    assert actors.actors["waterkring-noord"].documents == ("a", "b")


def test_what_is_defined_as_a_thing_is_nobody():
    text = (
        "Onder Werkplan wordt verstaan een overzicht van werkzaamheden. Het Werkplan stelt eisen. Het Werkplan bepaalt."
    )
    assert registry(text).resolve("Werkplan", "a") is None
    body = "Onder Kerngroep wordt verstaan het overleg van projectleiders. De Kerngroep beslist."
    assert registry(body).resolve("Kerngroep", "a").type is ActorType.BODY


def test_a_capitalised_name_must_act_more_than_once():
    assert registry("Lumen verzorgt de opleiding.").actors == {}
    assert labels(registry("Lumen verzorgt de opleiding. Lumen levert de docenten.").actors.values()) == {"Lumen"}
    assert labels(registry("Lumen verzorgt de opleiding.", "Lumen levert.").actors.values()) == {"Lumen"}


def test_members_of_a_list_are_actors_when_its_head_is():
    found = registry("De gemeenten Lindewaard, Beek en Oever stellen een plan op.")
    assert {"Lindewaard", "Beek", "Oever"} <= labels(found.actors.values())


def test_a_word_that_opens_the_sentence_is_no_part_of_the_name():
    actors = registry(
        "Voor Lumen en Waterkring geldt dit. Lumen levert. Lumen betaalt. Waterkring betaalt. Waterkring levert."
    )
    assert labels(actors.actors.values()) == {"Lumen", "Waterkring"}


@pytest.mark.parametrize(
    "text",
    [
        "Dit wordt hierna verder uitgelegd, en kan later verder worden uitgewerkt.",
        "Het plan beschrijft dit hierna en verder nog veel.",
        "De werkwijze (zie hierna) geldt.",
        "Het Plan (versie) en Besluit (2019) gelden.",
    ],
)
def test_what_introduces_no_name(text):
    assert mine("a", [text]).same == []


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("De gemeente Lindewaard betaalt.", "gemeente Lindewaard", ActorType.ORGANISATION),
        ("De regionale uitvoeringsorganisatie betaalt.", "regionale uitvoeringsorganisatie", ActorType.ROLE),
        ("De stuurgroep besluit.", "stuurgroep", ActorType.BODY),
        ("De gemeenten betalen.", "gemeenten", ActorType.GROUP),
        ("Lumen verzorgt de opleiding. Lumen levert.", "Lumen", ActorType.ORGANISATION),
        ("De burgemeester besluit.", "burgemeester", ActorType.OFFICE),
    ],
)
def test_types(text, label, kind):
    (actor,) = registry(text).actors.values()
    assert (actor.label, actor.type) == (label, kind)


def test_the_label_is_written_out_and_the_aliases_are_the_rest():
    (actor,) = registry("De Regionale Beheer Organisatie (RBO) plant. De RBO betaalt. De RBO levert.").actors.values()
    assert actor.label == "Regionale Beheer Organisatie"
    assert actor.aliases == ("RBO",)
    assert actor.documents == ("a",)


def test_hints_join_names_and_set_label_and_type():
    texts = [mine("a", ["De beheerder meldt het aan Zilverduin."]), mine("b", ["Opdrachtgever betaalt de beheerder."])]
    hint = ActorHint("Zilverduin Beheer", ("Zilverduin", "beheerder", "Opdrachtgever"), ActorType.BODY)
    actors = join(texts, [hint])
    (actor,) = actors.actors.values()
    assert (actor.key, actor.label, actor.type) == ("zilverduin-beheer", "Zilverduin Beheer", ActorType.BODY)
    assert {actors.resolve(name, doc).key for name in hint.aliases for doc in "ab"} == {"zilverduin-beheer"}
    assert actor.documents == ("a", "b")


def test_the_order_of_agreements_does_not_count():
    texts = {
        "a": "De Technische Beheer Organisatie (TBO) meldt. De minister van Onderwijs betaalt. Lumen levert.",
        "b": "De technisch beheerders herstellen. Lumen betaalt. Ministerie OCW meldt. Stichting Veer, hierna: Partij.",
        "c": "Het ministerie van Onderwijs, Cultuur en Wetenschap betaalt. De Lumens. Waterkring, hierna: Partij.",
    }
    found = [mine(name, [text]) for name, text in texts.items()]
    registries = [join(order) for order in permutations(found)]
    assert all(one == registries[0] for one in registries)
    assert all(list(one.actors) == list(registries[0].actors) for one in registries)


def test_names_that_differ_only_in_writing_are_one_actor():
    actors = registry(
        "De GEMEENTE BEEK betaalt. De stuurgroep KANALEN besluit.",
        "De stuurgroep Kanaal besluit. De stuurgroep Kanalen meldt.",
    )
    assert len(set(actors.actors)) == len(actors.actors)
    assert set(actors.names.values()) <= set(actors.actors)


def test_a_noun_that_one_agreement_gives_to_a_party_is_nobody_elsewhere():
    actors = registry(
        "De gemeente Beek, hierna: de Gemeente, betaalt.",
        "De gemeente Oever, hierna: de Gemeente, betaalt.",
        "De gemeente betaalt. De gemeenten leveren.",
    )
    assert actors.resolve("Gemeente", "a").label == "gemeente Beek"
    assert actors.resolve("Gemeente", "b").label == "gemeente Oever"
    assert actors.resolve("Gemeente", "c").key not in ("gemeente-beek", "gemeente-oever")


def test_two_agreements_may_shorten_two_names_alike():
    actors = registry(
        "De Omgevingsdienst Zeestreek (OZ) meldt. De OZ betaalt.",
        "Het Overleg Zorg (OZ) besluit. Het OZ betaalt.",
        "De Omgevingsdienst Zeestreek meldt.",
    )
    assert actors.resolve("OZ", "a").label == actors.resolve("Omgevingsdienst Zeestreek", "c").label
    assert actors.resolve("OZ", "b").label == "Overleg Zorg"


def test_an_abbreviation_of_one_name_and_its_longer_form_is_shared():
    actors = registry(
        "Het Overleg Zorg (OZ) besluit. Het OZ betaalt.",
        "Het Overleg Zorg Noord (OZ) besluit. Het OZ betaalt.",
        "Het OZ betaalt.",
    )
    assert actors.resolve("OZ", "c") is not None
    assert actors.resolve("OZ", "a") == actors.resolve("OZ", "b") == actors.resolve("OZ", "c")


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente Beek, vertegenwoordigd door mevrouw A. de Vries, hierna te noemen: de Gemeente, betaalt.",
        "De gemeente Beek, vertegenwoordigd door de burgemeester, de heer B. Post, hierna: de Gemeente, betaalt.",
        "De gemeente Beek, te dezen rechtsgeldig vertegenwoordigd door de burgemeester, hierna: de Gemeente, betaalt.",
        "De gemeente Beek, gevestigd te Beek, hierna: de Gemeente, betaalt.",
    ],
)
def test_what_only_describes_a_party_is_no_name_of_it(text):
    assert one(text, "Gemeente", "gemeente Beek") == "gemeente-beek"
    assert registry(text).actors["gemeente-beek"].aliases == ("Gemeente",)


def test_the_second_party_of_a_sentence_is_not_the_first():
    text = (
        "De gemeente Beek, gevestigd te Beek, hierna: de Gemeente, en Stichting Veer, statutair te Oever, hierna: Veer"
        ", doen dit."
    )
    assert one(text, "Gemeente", "gemeente Beek") == "gemeente-beek"
    assert one(text, "Veer", "Stichting Veer") == "stichting-veer"


def test_a_clause_before_the_description_is_no_name():
    text = "De kosten worden betaald door de gemeente Beek, vertegenwoordigd door de burgemeester, hierna: de Gemeente."
    assert mine("a", [text]).same == []


def test_an_abbreviation_is_the_one_whose_words_begin_with_its_letters():
    actors = registry(
        "Het ministerie van Binnenlandse Zaken en Koninkrijksrelaties betaalt. Het ministerie van BZK besluit. "
        "Het ministerie van Buitenlandse Zaken betaalt. De minister van Verkeer en Waterstaat betaalt. "
        "De minister van VWS betaalt. De minister van Volksgezondheid, Welzijn en Sport besluit."
    )
    assert actors.resolve("ministerie van BZK", "a").label == "ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
    assert actors.resolve("minister van VWS", "a").label == "minister van Volksgezondheid, Welzijn en Sport"
    assert len({key for key in actors.actors if key.startswith("minister")}) == 4


def test_letters_that_several_names_hold_join_none_of_them():
    actors = registry(
        "De afdeling V&T meldt. De afdeling Vakt meldt. De afdeling Vis en Tong meldt. De afdeling Vee en Tuin meldt."
    )
    assert len(actors.actors) == 4


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("De overheid betaalt. De overheidspartij levert.", "overheid", "overheidspartij"),
        ("Het Rijk betaalt. De rijkspartij levert.", "Rijk", "rijkspartij"),
    ],
)
def test_a_noun_for_actors_is_the_same_as_its_party(text, short, long):
    one(text, short, long)


def test_another_word_is_not_the_organisation_that_begins_with_it():
    actors = registry("Nederland betaalt. Nederland levert. De Nederlandse Organisatie besluit.")
    assert actors.resolve("Nederland", "a") != actors.resolve("Nederlandse Organisatie", "a")


def test_a_common_noun_that_one_agreement_gives_to_somebody_is_its_own():
    actors = registry(
        "De minister van Onderwijs (hierna: bewindspersoon) besluit.",
        "De minister van Landbouw (hierna: bewindspersoon) besluit.",
        "De bewindspersoon besluit.",
    )
    assert [
        actors.resolve("bewindspersoon", name) and actors.resolve("bewindspersoon", name).label for name in "abc"
    ] == [
        "minister van Onderwijs",
        "minister van Landbouw",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Ter uitvoering van dit besluit stelt de Nederlandse Zorgautoriteit (hierna: NZa) regels.",
            [("NZa", "Nederlandse Zorgautoriteit")],
        ),
        ("Gelet op de eisen en de verordening (EG) is dit bepaald.", []),
    ],
)
def test_an_abbreviation_stands_for_a_name_and_not_for_the_words_before_it(text, pairs):
    assert mine("a", [text]).same == pairs
