"""Sentences in the language of the question, from the slots of a clause."""

from __future__ import annotations

from collections.abc import Sequence

from api.ask.clauses import Clause, plain
from api.ask.models import Answer
from api.ask.names import Names
from api.ask.question import Question
from api.ask.ranking import Ranked
from api.ask.values import recurs
from api.records.models import ActorRef
from ingest.packaged import read_toml

_LONGEST_QUOTE = 400
_MANY = 6
_LONGEST_TITLE = 60


def answer_sentence(
    clause: Clause, actors: Sequence[ActorRef], value: str | None, question: Question, names: Names
) -> str:
    """One sentence that says what ``clause`` answers, and where it stands."""
    wants = question.intent.wants
    form: str = wants
    times = [time for time in clause.times if not recurs(time)]
    if wants == "who":
        form = "text" if not actors else "who-when" if times else "who"
    elif value is None:
        form = "text-who" if actors and wants != "truth" else "text"
    elif wants == "time" and actors:
        form = "time-who"
    filled = _words(question)[form].format(
        actors=_joined([actor.label for actor in actors], question),
        value=value,
        when=times[0].surface if times else "",
        place=_place(clause.place.document, clause.place.section, names),
        quote=_shortened(clause.place.text),
    )
    return filled[:1].upper() + filled[1:]


def difference(answers: Sequence[Answer], question: Question, names: Names) -> str | None:
    """In what agreements differ that answer alike well; None when they agree or there is one."""
    first: dict[str, Answer] = {}
    for answer in answers:
        first.setdefault(answer.document, answer)
    dated = {one.id: (one.title, one.date) for one in reversed(names.documents)}
    told = {document: _essence(first[document], question) for document in dated if document in first}
    if len(set(told.values())) < 2:
        return None
    words = _words(question)
    says = [
        words["says"].format(
            document=_short_title(dated[document][0]), dated=dated[document][1] or words["undated"], what=what
        )
        for document, what in told.items()
    ]
    return words["differ"].format(told="; ".join(says))


def no_answer(nearest: Sequence[Ranked], question: Question, names: Names) -> str:
    """That the agreements do not say, and which clauses come nearest."""
    words = _words(question)
    if not nearest:
        return words["none"]
    places = [_place(one.clause.place.document, one.clause.place.section, names) for one in nearest]
    return f"{words['none']} {words['nearest'].format(places='; '.join(dict.fromkeys(places)))}"


def _essence(answer: Answer, question: Question) -> str:
    if answer.value is not None:
        return answer.value
    if question.intent.wants == "who":
        return _joined([actor.label for actor in answer.actors], question)
    return ""


def _words(question: Question) -> dict[str, str]:
    words: dict[str, str] = read_toml("api.ask", "sentences.toml")[question.language]
    return words


def _place(document: str, section: str, names: Names) -> str:
    title = _short_title(next((one.title for one in names.documents if one.id == document), document))
    return f"{title}, {section}" if section else title


def _short_title(title: str) -> str:
    """What a title says before a colon, and no more of that than fits."""
    head = title.partition(":")[0]
    return head if len(head) <= _LONGEST_TITLE else f"{head[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"


def _joined(labels: Sequence[str], question: Question) -> str:
    shown = list(labels[:_MANY])
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {_words(question)['and']} {shown[-1]}"


def _shortened(text: str) -> str:
    line = plain(text)
    if len(line) <= _LONGEST_QUOTE:
        return line
    return f"{line[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
