"""The UD relation of a phrase to its head, from its place in an Alpino tree; the tables stand in `relations.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from ingest.language.training.alpino import Node
from ingest.language.training.structure import PROMOTED, Structure, ordered, universal_tag


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("relations.toml").read_text(encoding="utf-8"))


def _is(kind: str, name: str) -> bool:
    return name in _tables()["kinds"][kind]


class Relations:
    """Names relations in one tree."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    def of(self, node: Node) -> str:
        """Give the relation of the phrase or word at this place (a trace: of what fills it) to the head it hangs on."""
        structure = self.structure
        parent = structure.parents.get(node)
        if parent is None:
            return "root"
        phrase = structure.filler(node)
        place = node.relation
        if place in {"rhd", "whd"}:
            return self._modifier(phrase, parent)
        if structure.head(parent) is structure.head(node) and place not in {"--"}:
            return self.of(parent)
        if place == "mwp":
            return self._in_unit(parent)
        if place == "cnj":
            return "conj"
        if place == "crd":
            return self._coordinator(node, parent)
        if self._stranded(node, parent):
            return "orphan"
        if place in _tables()["always"]:
            return str(_tables()["always"][place])
        return self._by_place(node, phrase, parent)

    def _by_place(self, node: Node, phrase: Node, parent: Node) -> str:
        match node.relation:
            case "su":
                return self._subject(phrase, parent)
            case "obj1":
                return self._object(node, parent)
            case "obj2":
                return "obl:arg" if phrase.category == "pp" else "iobj"
            case "hd":
                return self._function_word(node, parent)
            case "det":
                return self._determiner(phrase)
            case "predc":
                return "xcomp"
            case "vc":
                return self._verbal_complement(phrase, parent)
            case "app":
                return "appos"
            case "body" | "nucl" | "dp":
                return "parataxis"
            case "--":
                return self._at_top(phrase)
            case "predm":
                return "advmod" if phrase.form is not None and not _is("nominal", self.name(phrase)) else "advcl"
            case _:
                return self._modifier(phrase, parent, place=node.relation)

    def name(self, phrase: Node) -> str:
        """Give a phrase's category, or a word's UPOS."""
        return phrase.category or universal_tag(phrase, self.structure)

    def _head_name(self, parent: Node) -> str:
        head = self.structure.head(parent)
        return universal_tag(head, self.structure) if head is not None else ""

    def _in_unit(self, unit: Node) -> str:
        """Parts of a name are flat; parts of a fixed expression are fixed."""
        names = [universal_tag(part, self.structure) for part in unit.children]
        foreign = any((part.tag or "").startswith("SPEC|vreemd") for part in unit.children)
        return "flat" if foreign or "PROPN" in names or any(part.kind == "name" for part in unit.children) else "fixed"

    def _coordinator(self, node: Node, parent: Node) -> str:
        first = ordered(child for child in parent.children if child.relation == "cnj")
        others = [child for child in parent.children if child.relation == "crd" and child is not node]
        before = bool(first) and node.begin < min((word.begin for word in first[0].words()), default=0)
        return "cc:preconj" if before and others else "cc"

    def _stranded(self, node: Node, parent: Node) -> bool:
        """True for what is left, beside the promoted phrase, of a clause whose verb is left out."""
        if node.relation not in PROMOTED or node.relation in {"cnj", "dp", "body"}:
            return False
        heads = [child for child in parent.children if child.relation == "hd"]
        gone = bool(heads) and all(self.structure.head(child) is None for child in heads)
        return gone and not any(self.structure.role(child) != "main" for child in heads)

    def _subject(self, phrase: Node, parent: Node) -> str:
        roles = [self.structure.role(child) for child in parent.children if child.relation == "hd"]
        clausal = _is("subject_clause", self.name(phrase)) or any(
            _is("subject_clause", part.category or "") for part in phrase.children if phrase.category == "conj"
        )
        kind = "csubj" if clausal else "nsubj"
        return f"{kind}:pass" if self._passive(parent, roles) and not clausal else kind

    def _passive(self, clause: Node, roles: list[str]) -> bool:
        """True if the clause's verb, or the verb under its auxiliaries, is put in the passive by one of them."""
        if "aux:pass" in roles:
            return True
        if "aux" not in roles:
            return False
        below = [self.structure.filler(child) for child in clause.children if child.relation == "vc"]
        below += [part for child in below for part in child.children if part.relation in {"body", "cnj"}]
        return any(
            self._passive(child, [self.structure.role(verb) for verb in child.children if verb.relation == "hd"])
            for child in below
        )

    def _object(self, node: Node, parent: Node) -> str:
        if self.structure.sisters(node, "predc") and parent.category == "pp":
            return "nsubj"
        above = self.structure.parents.get(parent)
        if above is not None and node.index is not None:
            subjects = [child for child in above.children if child.relation == "su" and child.is_trace]
            if any(child.index == node.index for child in subjects):
                return "nsubj:pass"
        return "obj"

    def _function_word(self, node: Node, parent: Node) -> str:
        role = self.structure.role(node)
        if role != "main":
            return role
        if self.structure.sisters(node, "predc"):
            return "mark"
        return "mark" if self._introduces_clause(parent) else "case"

    def _introduces_clause(self, phrase: Node) -> bool:
        return phrase.category == "pp" and any(
            child.relation == "vc" and self.structure.head(child) is not None for child in phrase.children
        )

    def _determiner(self, phrase: Node) -> str:
        name = self.name(phrase)
        genitive = name in {"PROPN", "PRON"} and "|gen" in (phrase.tag or "")
        if (phrase.tag or "").startswith(_tables()["words"]["possessive"]) or genitive:
            return "nmod:poss"
        if phrase.category == "mwu" and any(self.name(part) == "PROPN" for part in phrase.children):
            return "nmod:poss"
        head = self.structure.head(phrase)
        numeral = head is not None and universal_tag(head, self.structure) in _tables()["words"]["numeral"]
        return "nummod" if numeral and name != "mwu" else "det"

    def _verbal_complement(self, phrase: Node, parent: Node) -> str:
        inner = phrase
        while (body := next((child for child in inner.children if child.relation == "body"), None)) is not None:
            inner = body
        if any(child.relation == "su" and child.is_trace for child in inner.children):
            return "acl" if parent.category == "np" else "xcomp"
        return "acl" if parent.category == "np" else "ccomp"

    def _modifier(self, phrase: Node, parent: Node, place: str = "mod") -> str:
        if parent.category in {"np", "detp", "mwu"} or (parent.category == "conj" and place == "mod"):
            return self._of_noun(phrase)
        if parent.category in {"pp"}:
            return "amod" if _is("adnominal", self.name(phrase)) else "nmod"
        return self._of_verb(phrase, parent, place)

    def _of_noun(self, phrase: Node) -> str:
        name = self.name(phrase)
        if name == "pp" and self._introduces_clause(phrase):
            return "acl"
        if _is("relative", name):
            return "acl:relcl"
        if name == "cp" and self._nominal_body(phrase):
            return "nmod"
        if name in {"NUM", "detp"}:
            return "nummod"
        if name == "conj":
            first = next((child for child in ordered(phrase.children) if child.relation == "cnj"), None)
            return self._of_noun(first) if first is not None else "nmod"
        if _is("adnominal", name):
            return "amod" if name not in {"ppart", "ppres"} else "acl"
        return "acl" if _is("clause", name) else "nmod"

    def _nominal_body(self, phrase: Node) -> bool:
        bodies = [child for child in phrase.children if child.relation == "body"]
        return any(_is("nominal", self.name(self.structure.filler(body))) for body in bodies)

    def _of_verb(self, phrase: Node, parent: Node, place: str) -> str:
        name = self.name(phrase)
        if name == "pp" and self._introduces_clause(phrase):
            return "advcl"
        if self._agent(phrase, parent):
            return "obl:agent"
        if name == "conj":
            first = next((child for child in ordered(phrase.children) if child.relation == "cnj"), None)
            return self._of_verb(first, parent, place) if first is not None else "obl"
        if _is("clause", name):
            return "advcl"
        if place == "pc":
            return "obl:arg"
        if _is("nominal", name):
            return "obl" if name != "NUM" or place != "mod" else "nummod"
        return "advmod"

    def _agent(self, phrase: Node, parent: Node) -> bool:
        """True for who acts in a passive clause: a phrase with "door", or "hierdoor", beside the participle."""
        word = next((child for child in phrase.children if child.relation == "hd"), phrase)
        agent = _tables()["words"]["agent"]
        if phrase.category not in {"pp", None} or not (word.lemma or "").endswith(agent) or parent.category != "ppart":
            return False
        above = self.structure.parents.get(parent)
        while above is not None and parent.relation in {"cnj", "body"}:
            parent, above = above, self.structure.parents.get(above)
        verbs = [child for child in above.children if child.relation == "hd"] if above is not None else []
        return any(self.structure.role(verb) == "aux:pass" for verb in verbs)

    def _at_top(self, phrase: Node) -> str:
        name = self.name(phrase)
        return {"PUNCT": "punct", "CCONJ": "cc"}.get(name, "parataxis")
