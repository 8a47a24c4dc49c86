"""A corpus folder to its manifest."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from ingest.errors import ManifestError
from ingest.manifest.files import MANIFEST_NAME, TYPES, describes_folder, digest, files_in, inside, stem_id
from ingest.manifest.guess import Guess, guess
from ingest.manifest.schema import ActorTable, AgreementTable, ExternalTable, ManifestTables, parse_tables
from ingest.model.agreement import ActorHint, AgreementKind, ExternalAgreement, Manifest, ManifestEntry
from ingest.read import MEDIA_TYPES

_OTHER_ID = f"state another id for one of the two in {MANIFEST_NAME}"


def read_manifest(corpus: Path) -> Manifest:
    """The agreements of the folder ``corpus``.

    With a ``corpus.toml`` only the agreements that it lists count, and files that it does not name give a
    warning. Without one every text and Markdown file is an agreement, its title, date and kind guessed.

    Raises ManifestError for a folder that is missing or empty, TOML that cannot be parsed, an unknown field or
    table, a bad value, a double id, a file that is missing, outside the folder, of another type or not the one
    whose hash is stated, and an ``annex_of`` or ``evaluates`` that names no agreement.
    """
    if not corpus.is_dir():
        raise ManifestError(f"there is no folder {corpus}", "name the folder that holds the agreements")
    path = corpus / MANIFEST_NAME
    if path.exists():
        return _listed(corpus, parse_tables(_toml(path), MANIFEST_NAME))
    return _unlisted(corpus)


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ManifestError(f"{path.name} is not in UTF-8 (byte {error.start})", "save it in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{path.name} is not valid TOML: {error}", "mend that line") from error
    except OSError as error:
        raise ManifestError(f"{path.name} cannot be read ({error.strerror})", f"look at {path}") from error


def _listed(corpus: Path, tables: ManifestTables) -> Manifest:
    files = [inside(corpus, table.file) for table in tables.agreement]
    warnings: list[str] = []
    entries = tuple(_entry(table, path, warnings) for table, path in zip(tables.agreement, files, strict=True))
    external = tuple(_external(table) for table in tables.external)
    _unique((table.file for table in tables.agreement), "agreement", "list it once")
    _unique((*(entry.id for entry in entries), *(agreement.id for agreement in external)), "id", _OTHER_ID)
    _known_targets(entries, external)
    actors = tuple(_hint(table) for table in tables.actor)
    _unique((name.casefold() for hint in actors for name in (hint.label, *hint.aliases)), "actor name", "name it once")
    for path in files_in(corpus):
        if path.resolve() not in files and path.name != MANIFEST_NAME and not describes_folder(path):
            reason = _unread(path) or f"{MANIFEST_NAME} does not list it"
            warnings.append(f"{path.relative_to(corpus)} is left out: {reason}")
    return Manifest(entries, actors, external, tuple(warnings))


def _unlisted(corpus: Path) -> Manifest:
    warnings = [f"there is no {MANIFEST_NAME} in {corpus.name}: titles, dates and kinds are guessed"]
    entries = []
    for path in files_in(corpus):
        shown = path.relative_to(corpus)
        reason = "it describes the folder and is no agreement" if describes_folder(path) else _unread(path)
        if reason:
            warnings.append(f"{shown} is left out: {reason}")
        else:
            entries.append(_entry(AgreementTable(file=str(shown)), path, warnings))
    if not entries:
        raise ManifestError(f"there is no agreement in {corpus}", f"put {TYPES} files in it")
    _unique((entry.id for entry in entries), "id", _OTHER_ID)
    return Manifest(tuple(entries), warnings=tuple(warnings))


def entry_of(path: Path) -> ManifestEntry:
    """What a file tells of itself, for which nobody stated anything."""
    return _entry(AgreementTable(file=path.name), path, [])


def _entry(table: AgreementTable, path: Path, warnings: list[str]) -> ManifestEntry:
    found_digest = digest(path)
    if table.sha256 and table.sha256 != found_digest:
        raise ManifestError(
            f"{table.file} is not the file that {MANIFEST_NAME} describes: its sha256 is {found_digest}",
            "put the right file back, or write this sha256 in the manifest if the change is meant",
        )
    day, period = _split(table.date)
    guessed = table.title is None or table.date is None
    found = guess(path) if guessed or table.kind is None else Guess("")
    title = table.title or found.title
    if table.date is None:
        day, period = found.date, found.period
    entry = ManifestEntry(
        id=table.id or stem_id(path),
        path=path,
        title=title,
        sha256=found_digest,
        date=day,
        version=table.version,
        status=table.status,
        kind=table.kind or found.kind,
        language=table.language,
        annex_of=table.annex_of,
        evaluates=table.evaluates,
        origin=table.origin,
        guessed=guessed,
        period=period,
    )
    if guessed:
        shown, all_ = (f", {entry.kind}", "all three") if table.kind is None else ("", "both")
        guesses = f"“{title}”, {entry.dated or 'no date'}{shown}"
        warnings.append(f"{table.file}: guessed {guesses}; state {all_} in {MANIFEST_NAME}")
    elif table.kind is None and entry.kind is not AgreementKind.AGREEMENT:
        warnings.append(f"{table.file}: guessed that its kind is {entry.kind}; state it in {MANIFEST_NAME}")
    if table.language != "nl":
        warnings.append(f"{table.file}: its language is {table.language}, but the rules read Dutch")
    return entry


def _split(dated: date | str | None) -> tuple[date | None, str | None]:
    return (None, dated) if isinstance(dated, str) else (dated, None)


def _external(table: ExternalTable) -> ExternalAgreement:
    day, period = _split(table.date)
    return ExternalAgreement(table.id, table.title, day.isoformat() if day else period)


def _hint(table: ActorTable) -> ActorHint:
    return ActorHint(table.label, table.aliases, table.type)


def _unread(path: Path) -> str | None:
    supported = path.suffix.lower() in MEDIA_TYPES
    return None if supported else f"files of its type are not read; save it as {TYPES}"


def _unique(names: Iterable[str], what: str, advice: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ManifestError(f"the {what} {name!r} occurs twice", advice)
        seen.add(name)


def _known_targets(entries: Iterable[ManifestEntry], external: Iterable[ExternalAgreement]) -> None:
    entries = tuple(entries)
    known = [entry.id for entry in entries] + [agreement.id for agreement in external]
    for entry in entries:
        for field, targets in (("annex_of", (entry.annex_of,)), ("evaluates", entry.evaluates)):
            for target in filter(None, targets):
                if target == entry.id:
                    raise ManifestError(f"{entry.id} in {MANIFEST_NAME} is {field} itself", "name another agreement")
                if target not in known:
                    close = get_close_matches(target, known, n=1)
                    advice = f"did you mean {close[0]!r}?" if close else "add it, as [[external]] if you lack its text"
                    raise ManifestError(
                        f"{entry.id}: {field} names {target!r}, which is not in {MANIFEST_NAME}", advice
                    )
