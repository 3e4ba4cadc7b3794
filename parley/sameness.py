"""What stands under a name and why, in words and as rows; and which node somebody means who decides on one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from rdflib import URIRef

from .graph.errors import UnknownName
from .graph.reading.contexts import Context, Contexts
from .graph.reading.curies import expanded, is_iri, shortened
from .graph.reading.sameness import Reason, Sameness, sameness
from .queries.likeness import closest
from .queries.names import called, resolve
from .tables import PLAIN_WIDTH, printable

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

MEMBER_COLUMNS: Final = ("name", "kind", "label", "source", "publisher", "day", "sentence", "because", "member", "node")
_INDENT: Final = "  "


def short(knowledge: Knowledge, iri: str) -> str:
    """Return what to type for a node: ``source:ID/...`` for one of a source, a prefix and a name for most others."""
    space = knowledge.prefixes["source"]
    return f"source:{iri.removeprefix(space)}" if iri.startswith(space) else shortened(iri, knowledge.prefixes)


def found_under(knowledge: Knowledge, name: str) -> tuple[list[Sameness], Mapping[URIRef, str]]:
    """Return what stands under each node that a name means, and who else has the name, with their labels.

    ``name`` is a name, an IRI or its short form, also of a node of one source. Raises UnknownName.
    """
    iri = expanded(name, knowledge.prefixes)
    if names_one_source(knowledge, name) and Contexts(knowledge).stands(iri):
        from .graph.reading.sameness import canonical_of

        return [sameness(knowledge, canonical_of(knowledge, [iri])[iri])], {}
    nodes, others = called(knowledge, "thing", name)
    return [sameness(knowledge, str(node)) for node in nodes], others


def names_one_source(knowledge: Knowledge, name: str) -> bool:
    """True for the IRI, or its short form, of a node of one source."""
    iri = expanded(name, knowledge.prefixes)
    return iri.startswith(knowledge.prefixes["source"]) and is_iri(iri)


def node_meant(knowledge: Knowledge, name: str) -> str:
    """Return the node to decide on: of a source as it is, of all sources together the one that stands for the others.

    Raises UnknownName with what comes close, or with what to type for each of several.
    """
    iri = expanded(name, knowledge.prefixes)
    if names_one_source(knowledge, name):
        if not Contexts(knowledge).stands(iri):
            raise UnknownName(name, near(knowledge, iri), why="is no node of a source here")
        return iri
    node = str(resolve(knowledge, "thing", name))
    found = knowledge.member(node)
    return found or sameness(knowledge, node).members[0].node


def in_words(knowledge: Knowledge, found: Sequence[Sameness], others: Mapping[URIRef, str]) -> str:
    """Return what stands under a name as text: the nodes of each source, why they are one, and namesakes."""
    blocks = ["\n".join(_lines(knowledge, one)) for one in found]
    if others:
        names = [f"{_INDENT}{printable(label)}  {short(knowledge, str(node))}" for node, label in others.items()]
        blocks.append("\n".join(["Others who have the name", *names]))
    return "\n\n".join(blocks) + "\n"


def member_rows(found: Sequence[Sameness]) -> list[dict[str, str]]:
    """Return a row for each node that stands under a name."""
    return [
        {
            "name": one.label, "kind": one.kind, "label": member.label, "source": member.source,
            "publisher": member.publisher, "day": member.day, "sentence": member.sentence,
            "because": "; ".join(why.because for why in one.reasons if member.node in (why.first, why.second)),
            "member": member.node, "node": one.iri,
        }
        for one in found for member in one.members
    ]  # fmt: skip


def _lines(knowledge: Knowledge, one: Sameness) -> Iterator[str]:
    yield f"{printable(one.label)}: {one.kind}"
    yield f"{_INDENT}{short(knowledge, one.iri)}"
    for member in one.members:
        if member.source:
            yield ""
            yield from _member(knowledge, member)
    if len(one.members) == 1:
        yield f"{_INDENT}{'told of by one source' if one.members[0].source else 'one node for all sources'}"
    yield from _because(knowledge, "Why they are one", one.reasons)
    yield from _because(knowledge, "What holds others apart", one.parted)


def _member(knowledge: Knowledge, member: Context) -> Iterator[str]:
    place = ", ".join(part for part in (member.publisher, member.day, member.source) if part)
    yield printable(f"{_INDENT}{member.label} – {place}")
    yield from quoted(member.sentence, _INDENT * 2, PLAIN_WIDTH)
    yield f"{_INDENT * 2}{short(knowledge, member.node)}"


def quoted(sentence: str, indent: str, width: int) -> list[str]:
    """Return a sentence between quotation marks, in lines; nothing for none."""
    return textwrap.wrap(
        printable(f"“{sentence}”"), width, initial_indent=indent, subsequent_indent=f"{indent} "
    ) if sentence else []  # fmt: skip


def _because(knowledge: Knowledge, title: str, reasons: Sequence[Reason]) -> Iterator[str]:
    if reasons:
        yield ""
        yield title
    for reason in reasons:
        yield f"{_INDENT}{short(knowledge, reason.first)}"
        yield f"{_INDENT}{short(knowledge, reason.second)}"
        yield from textwrap.wrap(
            printable(reason.because), PLAIN_WIDTH, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2
        )  # fmt: skip


def near(knowledge: Knowledge, iri: str) -> list[str]:
    """Return what to type for those nodes of the source of an IRI whose names look most like it, of its kind first."""
    start = knowledge.prefixes["source"]
    article, _, rest = iri.removeprefix(start).partition("/")
    graph = knowledge.graph(f"{start}{article}/graph")
    nodes = {str(node) for node in graph.subjects() if str(node).startswith(f"{start}{article}/")}
    alike = {node for node in nodes if node.startswith(f"{start}{article}/{rest.partition('/')[0]}/")} or nodes
    return closest(short(knowledge, iri), [short(knowledge, node) for node in sorted(alike)])
