"""Brings a file of decisions up to date with a new reading, line by line: what a person wrote stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..graph.errors import ReviewError
from .entries import Decisions, EntityEntry, Entry
from .fields import GROUPS
from .matching import match
from .reading import read_decisions
from .showing import Shown
from .writing import LOST, scalar, write_decisions, write_entries
from .yaml_nodes import Node, read_nodes

_LOST_LINE = re.compile(r"\s*found: false\b.*")


@dataclass(frozen=True, slots=True)
class Merged:
    """The text of a file, and how many facts are new in it, decided, and not found any more."""

    text: str
    facts: int
    new: int
    decided: int
    lost: int


def fresh(decisions: Decisions, facts: Sequence[Shown]) -> Merged:
    """Return a new file in which nothing is decided yet."""
    entries = tuple(shown.entry for shown in facts)
    read = Decisions(decisions.path, decisions.source, decisions.text, decisions.by, decisions.on, entries)
    return Merged(write_decisions(read), len(entries), len(entries), 0, 0)


def merge(old: str, head: Decisions, facts: Sequence[Shown], *, text: str) -> Merged:
    """Return the old file with the new facts in it, undecided, and with those marked that are no longer found.

    ``head`` is what the first lines are to say now: the hash of the text, and who decides if somebody is given; what
    others have decided stays theirs. ``text`` is the source's: own facts are found while their words stand in it.
    """
    read = read_decisions(head.path, old)
    if read.source and read.source != head.source and read.text != head.text:
        why = f"is about the source {read.source}, not {head.source}: write to another file with -o"
        raise ReviewError(head.path, 0, why)
    root = read_nodes(head.path, old)
    assert root is not None
    matched = match(read.entries, facts)
    known = {one.shown.entry.id for one in matched if one.shown is not None}
    new = [shown.entry for shown in facts if shown.entry.id not in known]
    missing = [one.entry for one in matched if one.shown is None]
    lost = {entry.line for entry in missing if entry.decision != "add" or entry.quote not in text}
    edits = _Lines(head.path, old)
    edits.sign(root, read, head)
    edits.head(root, head)
    edits.mark(root, lost)
    edits.insert(root, new)
    merged = edits.text()
    read_decisions(head.path, merged)  # what is written can be read
    return Merged(merged, len(read.entries) + len(new), len(new), len(read.decided), len(lost))


class _Lines:
    """The lines of a file, with what is to come in their place and after them."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._lines: list[str | None] = list(_split(text))
        self._end = "\r\n" if "\r\n" in text else "\n"
        if self._lines and self._lines[-1] and not self._lines[-1].endswith("\n"):
            self._lines[-1] += self._end
        self._after: dict[int, str] = {}

    def sign(self, root: Node, read: Decisions, head: Decisions) -> None:
        """Write into each decided entry who decided and when, where the head is to say otherwise from now on."""
        assert root.table is not None
        taken: list[Entry | EntityEntry] = [*read.decided, *read.entities]
        decided = {entry.line: entry for entry in taken}
        nodes = [node for name in (*GROUPS, "entities") if name in root.table for node in root.table[name].items or []]
        for node in nodes:
            for name in ("by", "on"):
                was, now = getattr(read, name), getattr(head, name)
                if node.line in decided and was and now not in ("", was) and not getattr(decided[node.line], name):
                    self._add_field(node, f"{name}: {scalar(was)}\n")

    def head(self, root: Node, head: Decisions) -> None:
        """Renew the first lines: those that are given a value."""
        assert root.table is not None
        for name in ("source", "text", "by", "on"):
            value = getattr(head, name)
            if not value:
                continue
            if name not in root.table:
                self._add(root.keys["format"], f"{name}: {scalar(value)}\n")
            elif root.table[name].text != value:
                comment = re.search(r"\s+#.*$", self._lines[root.keys[name] - 1] or "")
                row = f"{name}: {scalar(value)}{comment[0].rstrip() if comment else ''}\n"
                self._lines[root.keys[name] - 1] = self._ended(row)

    def mark(self, root: Node, lost: Iterable[int]) -> None:
        """Mark the entries at these lines as not found any more, and no others."""
        gone = set(lost)
        assert root.table is not None
        for group in GROUPS:
            for node in (root.table[group].items or []) if group in root.table else []:
                marked = node.keys.get("found")
                alone = marked and _LOST_LINE.fullmatch((self._lines[marked - 1] or "").rstrip("\r\n"))
                if marked and alone and node.line not in gone:
                    self._lines[marked - 1] = None
                elif not marked and node.line in gone and not node.flow:
                    self._add_field(node, f"{LOST}\n")

    def _add_field(self, node: Node, row: str) -> None:
        """Put a field behind the first one of an entry."""
        if node.flow or not node.table:
            raise ReviewError(self._path, node.line, "write this entry with a line for each field, without brackets")
        first = next(iter(node.keys))
        self._add(node.table[first].last, f"{' ' * self._indent(node)}{row}")

    def _indent(self, node: Node) -> int:
        """How far the fields of an entry are from the left."""
        line = self._lines[node.line - 1] or ""
        found = re.match(r"\s*-\s+", line)
        return len(found[0]) if found else len(line) - len(line.lstrip())

    def insert(self, root: Node, new: Sequence[Entry]) -> None:
        """Put new entries behind the last ones of their group."""
        assert root.table is not None
        for group in GROUPS:
            entries = [entry for entry in new if entry.group == group]
            if not entries:
                continue
            node = root.table.get(group)
            if node is None:
                self._add(len(self._lines), f"\n{group}:\n{write_entries(entries)}")
            elif not (node.items or node.text):  # nothing stands there yet
                self._lines[root.keys[group] - 1] = self._ended(f"{group}:\n{write_entries(entries)}")
            elif node.flow or not node.items:
                raise ReviewError(self._path, node.line, f"{group}: write the list with a dash before each entry")
            else:
                indent = " " * len(re.match(r"\s*", self._lines[node.items[0].line - 1] or "")[0])  # type: ignore[index]
                rows = write_entries(entries).splitlines(keepends=True)
                self._add(node.last, "\n" + "".join(f"{indent}{row}" if row.strip() else row for row in rows[:-1]))

    def _add(self, line: int, text: str) -> None:
        self._after[line] = self._after.get(line, "") + self._ended(text)

    def _ended(self, text: str) -> str:
        """The text with the line ends of the file."""
        return text.replace("\n", self._end)

    def text(self) -> str:
        """Return the text with all changes."""
        rows = [f"{line or ''}{self._after.get(number, '')}" for number, line in enumerate(self._lines, start=1)]
        return "".join(rows)


def _split(text: str) -> list[str]:
    """The lines as YAML counts them."""
    return re.findall(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+", text)
