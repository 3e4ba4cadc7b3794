"""Reads a file of decisions strictly: what it does not know, or what contradicts itself, is one error with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, get_args

from ..graph.errors import ReviewError, UnwritableValue, one_line
from ..graph.identity.clusters import Verdict
from ..graph.ntriples import moment
from .entries import FORMAT, Choice, Decisions, EntityEntry, Entry, Mention
from .fields import EXTRA, GROUPS, Field, Fields, Value
from .values import Problem, checked
from .yaml_nodes import Node, read_nodes

_HEAD: Final = frozenset(("format", "source", "text", "by", "on", "entities"))
_ABOUT: Final = frozenset(("decision", "fact", "quote", "at", "also", "id", "by", "on", "because", "found"))
_ENTITY: Final = frozenset(("decision", "first", "second", "by", "on", "because"))
_KINDS: Final = (
    "person", "organization", "state", "unnamed", "place", "process", "event", "delegation", "item", "document",
)  # fmt: skip
_ID: Final = re.compile(r"[0-9a-f]{10}(-[0-9]+)?")


def read_decisions(path: str, text: str) -> Decisions:
    """Return what the text of a file holds; raise ReviewError, naming the file and the line, when it is not right."""
    root = read_nodes(path, text)
    if root is None:
        raise ReviewError(path, 0, f"is empty; it should begin with `format: {FORMAT}`")
    return _Reading(path).decisions(root)


class _Reading:
    def __init__(self, path: str) -> None:
        self._path = path

    def decisions(self, root: Node) -> Decisions:
        table = self._table(root, "the file")
        form = self._text(table.get("format", root), "format") if "format" in table else ""
        if form != FORMAT:
            found = f"is of the format {one_line(form, limit=60)!r}" if form else "does not say its format"
            raise self._error(table.get("format", root), f"{found}; this Parley reads `format: {FORMAT}`")
        self._known(root, {*_HEAD, *GROUPS}, "the file")
        heads = {name: self._text(table[name], name) for name in ("source", "text", "by", "on") if name in table}
        entries = tuple(entry for group in GROUPS if group in table for entry in self._entries(group, table[group]))
        entities = tuple(map(self._entity, self._items(table["entities"], "entities"))) if "entities" in table else ()
        read = Decisions(self._path, **heads, entries=entries, entities=entities)
        if "on" in heads:
            self._day(table["on"], heads["on"])
        self._check(read)
        return read

    def _check(self, read: Decisions) -> None:
        if read.entries and not read.source:
            raise ReviewError(self._path, 1, "does not say `source:`, the id of the source that its facts are from")
        self._check_twice(read.entries)
        taken: list[Entry | EntityEntry] = [*read.decided, *read.entities]
        for entry in taken:
            if not read.decider(entry)[0]:
                raise ReviewError(self._path, entry.line, "who decided this? Fill in `by:` at the head of the file")
        pairs: dict[frozenset[str], int] = {}
        for decided in read.entities:
            pair = frozenset((str(decided.first), str(decided.second)))
            if pair in pairs:
                raise ReviewError(
                    self._path, decided.line, f"is decided twice, the first time in line {pairs[pair]}; keep one"
                )
            pairs[pair] = decided.line

    def _check_twice(self, entries: Iterable[Entry]) -> None:
        ids: dict[str, int] = {}
        for entry in entries:
            name = entry.id or entry.fingerprint
            if name in ids:
                why = f"{entry.group}: is the same fact ({name}) as in line {ids[name]}; keep one of the two"
                raise ReviewError(self._path, entry.line, why)
            ids[name] = entry.line
            changed = entry.id and entry.id.partition("-")[0] != entry.fingerprint
            if changed and entry.decision not in ("edit", "reject"):
                why = f"{entry.group}: its fields are changed, but it says {entry.decision}: write `decision: edit`"
                raise ReviewError(self._path, entry.line, why)

    # ------------------------------------------------------------------ facts

    def _entries(self, group: str, node: Node) -> list[Entry]:
        return [self._entry(group, item) for item in self._items(node, group)]

    def _entry(self, group: str, node: Node) -> Entry:
        table = self._table(node, group)
        names = {field.name for field in GROUPS[group].fields}
        extra = {EXTRA.name} if "decision" in table and table["decision"].text == "add" else set()
        self._known(node, {*_ABOUT, *names, *extra}, group)
        fields = self._fields(group, table, (*GROUPS[group].fields, *([EXTRA] if extra - names else [])))
        words = {name: self._text(table[name], name) for name in ("at", "fact", "by", "because") if name in table}
        entry = Entry(
            group=group,
            fields=fields,
            quote=self._text(table["quote"], "quote") if "quote" in table else "",
            decision=self._choice(table.get("decision"), node, get_args(Choice)),  # type: ignore[arg-type]  # one of them
            also=tuple(self._text(one, "also") for one in self._items(table["also"], "also"))
            if "also" in table
            else (),
            id=self._text(table["id"], "id") if "id" in table else "",
            on=self._day(table["on"], self._text(table["on"], "on")) if "on" in table else "",
            found="found" not in table or self._text(table["found"], "found") != "false",
            line=node.line,
            **words,
        )
        self._check_entry(entry, table)
        return entry

    def _check_entry(self, entry: Entry, table: dict[str, Node]) -> None:
        line = entry.line
        if not entry.quote:
            raise ReviewError(self._path, line, f"{entry.group}: `quote:` is missing: the exact words of the text")
        if entry.decision == "add" and entry.id:
            raise ReviewError(self._path, line, f"{entry.group}: an added fact has no `id:`: leave it out")
        if entry.decision != "add" and not _ID.fullmatch(entry.id):
            why = f"{entry.group}: `id:` is missing or not as `parley review` wrote it; a fact of your own says `add`"
            raise ReviewError(self._path, line, why)
        if entry.decision == "reject":
            return
        for field in GROUPS[entry.group].fields:
            if field.required and field.name not in entry.fields:
                raise self._error(table.get(field.name, table["quote"]), f"{entry.group}: `{field.name}:` is missing")

    def _fields(self, group: str, table: dict[str, Node], fields: Iterable[Field]) -> Fields:
        found: dict[str, Value] = {}
        for field in fields:
            if field.name in table:
                try:
                    value = checked(field, plain(table[field.name]))
                except Problem as problem:
                    raise self._error(table[field.name], f"{group}: {field.name}: {problem}") from problem
                if value:
                    found[field.name] = value
        return found

    # ------------------------------------------------------------------ entities

    def _entity(self, node: Node) -> EntityEntry:
        table = self._table(node, "entities")
        self._known(node, _ENTITY, "entities")
        missing = [name for name in ("decision", "first", "second") if name not in table]
        if missing:
            raise self._error(node, f"entities: `{missing[0]}:` is missing")
        words = {name: self._text(table[name], name) for name in ("by", "because") if name in table}
        return EntityEntry(
            decision=self._choice(table["decision"], node, get_args(Verdict)),  # type: ignore[arg-type]  # one of them
            first=self._mention(table["first"]),
            second=self._mention(table["second"]),
            on=self._day(table["on"], self._text(table["on"], "on")) if "on" in table else "",
            line=node.line,
            **words,
        )

    def _mention(self, node: Node) -> Mention:
        if node.text is not None:
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+", node.text):
                raise self._error(node, "an entity is an IRI, or a table such as {person: Anna Lind, source: monday}")
            return Mention(iri=node.text)
        table = self._table(node, "entities")
        self._known(node, {*_KINDS, "source"}, "entities")
        kinds = [kind for kind in table if kind in _KINDS]
        if len(kinds) != 1:
            raise self._error(node, "an entity has one kind and label, such as {person: Anna Lind}")
        source = self._text(table["source"], "source") if "source" in table else ""
        return Mention(kind=kinds[0], label=self._text(table[kinds[0]], kinds[0]), source=source)

    # ------------------------------------------------------------------ pieces

    def _table(self, node: Node, what: str) -> dict[str, Node]:
        if node.table is None:
            raise self._error(node, f"{what}: a table of `name: value` lines is wanted here")
        return node.table

    def _items(self, node: Node, what: str) -> list[Node]:
        if node.text == "":
            return []
        if node.items is None:
            raise self._error(node, f"{what}: a list is wanted here, each entry with a dash before it")
        return node.items

    def _text(self, node: Node, what: str) -> str:
        if node.text is None:
            raise self._error(node, f"{what}: text is wanted here")
        return node.text

    def _choice(self, node: Node | None, entry: Node, choices: tuple[str, ...]) -> str:
        if node is None:
            raise self._error(entry, f"`decision:` is missing: one of {', '.join(choices)}")
        if node.text not in choices:
            said = "a list or table" if node.text is None else repr(one_line(node.text, limit=60))
            raise self._error(node, f"decision: {said} is none of {', '.join(choices)}")
        return node.text

    def _day(self, node: Node, value: str) -> str:
        try:
            if value:
                moment(value)
        except UnwritableValue as error:
            raise self._error(node, f"on: {one_line(error)}") from error
        return value

    def _known(self, node: Node, names: Iterable[str], what: str) -> None:
        known = set(names)
        for key, line in node.keys.items():
            if key not in known:
                said = one_line(key, limit=60)
                why = f"{what}: nothing is called {said!r} here; take it out or correct it"
                raise ReviewError(self._path, line, why)

    def _error(self, node: Node, why: str) -> ReviewError:
        return ReviewError(self._path, node.line, why)


def plain(node: Node) -> Value:
    """Return what a node holds, without its lines; what is empty is left out."""
    if node.text is not None:
        return node.text
    if node.items is not None:
        return tuple(value for value in map(plain, node.items) if value)
    assert node.table is not None
    return {key: value for key, item in node.table.items() if (value := plain(item))}
