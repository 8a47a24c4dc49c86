"""Four agreements that nobody concluded, small enough to know what every question must answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

from ingest.model.actors import Actor, ActorType, Relation, RelationType
from ingest.model.agreement import AgreementKind, AgreementStatus, ManifestEntry, Source
from ingest.model.statements import (
    Amount,
    AmountUnit,
    Assignment,
    Counterparty,
    Deadline,
    DeadlineRelation,
    DeadlineType,
    DecisionRule,
    Involvement,
    Kind,
    RaciLetter,
    Reference,
    Responsibility,
    Statement,
    Strength,
)
from ingest.model.text import EMPTY, MappedText, Span
from ingest.model.tree import Node, NodeKind
from ingest.model.understood import UnderstoodAgreement

ACTORS = {
    actor.key: actor
    for actor in (
        Actor("penvoerder", "penvoerder", ActorType.ROLE, ("coördinator",)),
        Actor("stichting-merelhof", "Stichting Merelhof", ActorType.ORGANISATION, ("Merelhof",)),
        Actor("regiobureau", "Regiobureau", ActorType.ORGANISATION),
        Actor("stuurgroep", "stuurgroep Oeverpark", ActorType.BODY, ("stuurgroep",)),
        Actor("toezichtkamer", "toezichtkamer", ActorType.BODY),
        Actor("deelnemende-scholen", "deelnemende scholen", ActorType.GROUP),
        Actor("directeur-regiobureau", "directeur van het Regiobureau", ActorType.OFFICE),
        Actor("taakverdeling/uitvoerder", "uitvoerder", ActorType.ROLE),
    )
}


@dataclass
class Draft:
    """Grows an agreement clause by clause: words, tree node and statement at once."""

    document: str
    text: str = ""
    nodes: list[Node] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    rows: list[Responsibility] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)

    def say(self, section: str, words: str) -> tuple[str, Span]:
        """Append ``words`` as a block of their own; gives its eId and span."""
        start = len(self.text)
        self.text += f"{words}\n"
        span, eid = Span(start, start + len(words)), f"block_{len(self.nodes) + 1}"
        mapped = MappedText(words, tuple(range(span.start, span.end)))
        self.nodes.append(Node(NodeKind.BLOCK, eid, span, mapped))
        self.sections[eid] = section
        return eid, span

    def clause(self, section: str, kind: Kind, words: str, *bearers: str, **slots: Any) -> Statement:
        """Append ``words`` and what they say."""
        eid, span = self.say(section, words)
        rules = slots.pop("rules", (f"{kind}.example", "context.heading"))
        slots = {"confidence": 0.9, **slots}
        statement = Statement(self.document, section, eid, span, words, kind, rules, bearers=bearers, **slots)
        self.statements.append(statement)
        return statement

    def row(self, section: str, activity: str, **letters: str) -> None:
        """Append a line of a RASCI matrix; keys are actor keys with underscores for hyphens."""
        eid, span = self.say(section, activity)
        cells = tuple(Assignment(KEYS[actor], tuple(RaciLetter(c) for c in cell)) for actor, cell in letters.items())
        self.rows.append(Responsibility(self.document, section, eid, activity, span, cells, "rasci.cell", 0.95))

    def relate(self, type_: RelationType, subject: str, object_: str, interval: str | None = None) -> None:
        """Let the last clause state a relation."""
        node = self.nodes[-1]
        self.relations.append(
            Relation(type_, subject, object_, self.document, node.eid, node.span, "role.fills", 0.8, interval)
        )

    def time(self, type_: str, relation: str, value: str, surface: str, event: str | None = None) -> Deadline:
        """A deadline whose words will come at the end of the text."""
        span = Span(len(self.text), len(self.text) + len(surface))
        return Deadline(DeadlineType(type_), DeadlineRelation(relation), value, surface, span, event)

    def finish(self, title: str, day: date | None, kind: AgreementKind = AgreementKind.AGREEMENT, **entry: Any) -> Made:
        """The agreement as the graph stage receives it, with its section labels."""
        digest = sha256(self.text.encode()).hexdigest()
        source = Source(self.document, self.text, digest, "utf-8", "text/plain")
        whole = Span(0, len(self.text))
        heading = MappedText(title, tuple(range(len(title))))
        article = Node(NodeKind.ARTICLE, "art_1", whole, heading, "1", 1, children=tuple(self.nodes))
        footer = Node(NodeKind.FURNITURE, "furniture_1", Span(0, 0))
        tree = Node(NodeKind.DOCUMENT, "document", whole, EMPTY, children=(article, footer))
        path = Path("/somewhere/else") / f"{self.document}.txt"
        manifest = ManifestEntry(self.document, path, title, digest, day, kind=kind, **entry)
        understood = UnderstoodAgreement(
            manifest, source, tree, self._actors(), tuple(self.statements), tuple(self.rows), tuple(self.relations)
        )
        return Made(understood, {"art_1": "Artikel 1", **self.sections})

    def _actors(self) -> tuple[Actor, ...]:
        keys = {key for s in self.statements for key in (*s.bearers, *(c.actor for c in s.counterparties))}
        keys |= {cell.actor for row in self.rows for cell in row.assignments}
        keys |= {key for r in self.relations for key in (r.subject, r.object)} & ACTORS.keys()
        return tuple(
            Actor(key, ACTORS[key].label, ACTORS[key].type, ACTORS[key].aliases, (self.document,))
            for key in sorted(keys)
        )


KEYS = {key.rpartition("/")[2].replace("-", "_"): key for key in ACTORS}


@dataclass(frozen=True)
class Made:
    """An understood agreement and the labels of its sections."""

    understood: UnderstoodAgreement
    sections: dict[str, str]


def cooperation() -> Made:
    """The agreement of 2031."""
    draft = Draft("samenwerking-2031")
    _say_who_is_who(draft)
    _say_who_must_what(draft)
    _say_how_long_and_how_much(draft)
    return draft.finish("Samenwerking Oeverpark", date(2031, 1, 15), version="1.0", origin="https://example.org/s.pdf")


def _say_who_is_who(draft: Draft) -> None:
    draft.clause(
        "Artikel 1", Kind.ROLE, "Stichting Merelhof is penvoerder van 2031 tot en met 2033.", "stichting-merelhof"
    )
    draft.relate(RelationType.FILLS, "stichting-merelhof", "penvoerder", "2031/2033")
    draft.clause("Artikel 1", Kind.ROLE, "Het Regiobureau is partij bij deze overeenkomst.", "regiobureau")
    draft.relate(RelationType.PARTY_TO, "regiobureau", "samenwerking-2031")
    draft.clause("Artikel 2", Kind.ROLE, "De penvoerder en de scholen zijn lid van de stuurgroep.", "penvoerder")
    draft.relate(RelationType.MEMBER_OF, "penvoerder", "stuurgroep")
    draft.relate(RelationType.MEMBER_OF, "deelnemende-scholen", "stuurgroep")
    draft.clause("Artikel 2", Kind.ROLE, "De directeur zit de stuurgroep voor.", "directeur-regiobureau")
    draft.relate(RelationType.CHAIRS, "directeur-regiobureau", "stuurgroep")
    draft.clause("Artikel 2", Kind.ROLE, "De directeur vertegenwoordigt het Regiobureau.", "directeur-regiobureau")
    draft.relate(RelationType.REPRESENTS, "directeur-regiobureau", "regiobureau")


def _say_who_must_what(draft: Draft) -> None:
    draft.clause(
        "Artikel 3 lid 1",
        Kind.DUTY,
        "De penvoerder stelt vóór 1 maart 2032 het werkplan op, in overleg met de scholen.",
        "penvoerder",
        action="het werkplan opstellen",
        counterparties=(Counterparty("deelnemende-scholen", Involvement.CONSULTED),),
        deadline=draft.time("date", "before", "2032-03-01", "vóór 1 maart 2032"),
        strength=Strength.RESULT,
    )
    draft.clause(
        "Artikel 3 lid 2",
        Kind.POWER,
        "De stuurgroep stelt het werkplan bij consensus vast.",
        "stuurgroep",
        action="het werkplan vaststellen",
        decision_rule=DecisionRule.CONSENSUS,
        confidence=0.4,
    )
    draft.clause(
        "Artikel 4",
        Kind.DUTY,
        "De penvoerder en het Regiobureau rapporteren twee keer per jaar aan de stuurgroep.",
        "penvoerder",
        "regiobureau",
        action="rapporteren",
        counterparties=(Counterparty("stuurgroep", Involvement.RECIPIENT),),
        deadline=draft.time("recurring", "every", "R2/P1Y", "twee keer per jaar"),
    )
    draft.clause(
        "Artikel 5",
        Kind.PROHIBITION,
        "De uitvoerder deelt de gegevens niet met derden.",
        "taakverdeling/uitvoerder",
        action="de gegevens met derden delen",
    )


def _say_how_long_and_how_much(draft: Draft) -> None:
    draft.clause(
        "Artikel 6",
        Kind.TERM,
        "Deze overeenkomst geldt van 2031 tot en met 2034.",
        deadline=draft.time("interval", "during", "2031/2034", "van 2031 tot en met 2034"),
    )
    draft.clause(
        "Artikel 7",
        Kind.AMOUNT,
        "De bijdrage is € 40.000, waarvan 25% voor het Regiobureau.",
        amounts=(
            Amount(Decimal(40000), AmountUnit.EURO, "€ 40.000", Span(15, 23), "bijdrage"),
            Amount(Decimal(25), AmountUnit.PERCENT, "25%", Span(33, 36)),
        ),
    )
    draft.clause(
        "Artikel 8",
        Kind.DEFINITION,
        "Werkplan: overzicht van het werk in een jaar.",
        term="Werkplan",
        meaning="overzicht van het werk in een jaar",
    )


def revision() -> Made:
    """The draft of 2034 that changes the work plan."""
    draft = Draft("herziening-2034")
    draft.clause(
        "Artikel 3",
        Kind.DUTY,
        "Het Regiobureau stelt binnen tien dagen na de begroting het werkplan op, indien de stuurgroep instemt.",
        "regiobureau",
        action="het werkplan opstellen",
        condition="indien de stuurgroep instemt",
        counterparties=(Counterparty("stuurgroep", Involvement.APPROVES),),
        deadline=draft.time("relative", "within", "P10D", "binnen tien dagen", "de begroting"),
    )
    draft.clause(
        "Artikel 4",
        Kind.PERMISSION,
        "De penvoerder mag het verslag in 2035 aanvullen.",
        "penvoerder",
        action="het verslag aanvullen",
        deadline=draft.time("date", "on", "2035", "in 2035"),
    )
    draft.clause(
        "Artikel 5",
        Kind.DEFINITION,
        "Werkplan: het plan voor twee jaren.",
        term="werkplan",
        meaning="het plan voor twee jaren",
    )
    draft.clause(
        "Artikel 6",
        Kind.PRECEDENCE,
        "Deze herziening gaat voor op artikel 3 van de Samenwerking Oeverpark.",
        references=(
            Reference("artikel 3 van de Samenwerking Oeverpark", Span(4, 9), "3", "samenwerking-2031", "Samenwerking"),
        ),
    )
    draft.clause("Artikel 7", Kind.ROLE, "Het Regiobureau is penvoerder vanaf 2034.", "regiobureau")
    draft.relate(RelationType.FILLS, "regiobureau", "penvoerder", "2034/..")
    return draft.finish("Herziening Oeverpark", date(2034, 2, 1), status=AgreementStatus.DRAFT, guessed=True)


def evaluation() -> Made:
    """The evaluation of 2033."""
    draft = Draft("evaluatie-2033")
    draft.clause("2 Bevindingen", Kind.FINDING, "De stuurgroep kwam een keer bijeen.", "stuurgroep")
    draft.clause("3 Adviezen", Kind.RECOMMENDATION, "Leg vast wie de penvoerder opvolgt.", confidence=0.5)
    entry: dict[str, Any] = {"evaluates": ("samenwerking-2031",)}
    return draft.finish("Evaluatie Oeverpark", date(2033, 6, 1), AgreementKind.EVALUATION, **entry)


def annex() -> Made:
    """The division of tasks that belongs to the agreement of 2031."""
    draft = Draft("taakverdeling")
    draft.row("2.1 Plannen", "Opstellen van het werkplan", penvoerder="A", uitvoerder="R", stuurgroep="CI")
    draft.row("2.1 Plannen", "Bijhouden van het risicoregister", penvoerder="", uitvoerder="R", stuurgroep="I")
    draft.row("2.2 Rapporten", "Schrijven van het verslag", penvoerder="AR", uitvoerder="")
    draft.row("2.2 Rapporten", "Archiveren van het verslag", penvoerder="A")
    return draft.finish("Taakverdeling Oeverpark", None, AgreementKind.ANNEX, annex_of="samenwerking-2031")


def everything() -> tuple[Made, ...]:
    """All four."""
    return cooperation(), revision(), evaluation(), annex()
