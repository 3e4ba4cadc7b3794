"""Works out one change to the knowledge: which quads go and which come, in all the graphs that it touches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from ..engine.lookups import DEFAULT_GRAPH, as_row
from ..engine.store import Store
from ..identifiers import Minter
from ..matching.links import Link
from ..matching.matches import Match
from ..matching.sayings import all_tellings
from ..ntriples import Triple
from ..writing.shared_identifiers import births, carried, is_link, linked, node_code, nodes_of
from ..writing.writer import Written
from .assignments import Assignments
from .canonical import Support, nodes_in
from .clusters import Decision
from .index import CANONICAL, IdentityIndex
from .linked import link_rows, no_longer_told, told_by
from .matched import Rematched, kept_tellings, match_rows, rematch
from .naming import PREF_LABEL, SINGLE, Naming, image

NOTHING: Written = Written(frozenset(), frozenset(), frozenset())
"""What a source says that is not there."""


@dataclass(frozen=True, slots=True)
class Change:
    """Quads by graph: those that go, then those that come."""

    remove: dict[str, set[Triple]] = field(default_factory=dict)
    insert: dict[str, set[Triple]] = field(default_factory=dict)

    def swap(self, graph: str, old: Iterable[Triple], new: Iterable[Triple]) -> None:
        """Note that ``new`` takes the place of ``old`` in a graph."""
        before, after = set(old), set(new)
        self.remove.setdefault(graph, set()).update(before - after)
        self.insert.setdefault(graph, set()).update(after - before)


def source_change(store: Store, minter: Minter, index: IdentityIndex, source_id: str, written: Written) -> Change:
    """Return the change by which a source comes to say what is written, and nothing else."""
    facts, derived = minter.source_graph(source_id), minter.derived_graph(source_id)
    old_facts, old_derived = store.triples(facts), store.triples(derived)
    codes, born = _codes(written.facts, index), births(written.facts)
    told = frozenset(one for one in all_tellings(written.facts, minter, source_id) if one.blocks())
    rematched = rematch(minter, index.blocks, kept_tellings(store, minter, old_facts), told)
    old_links, new_links = no_longer_told(store, minter, rematched.cut), told_by(rematched.tied.values())
    assignments = Assignments(
        store,
        minter,
        index,
        besides=frozenset((facts, derived)),
        codes=codes,
        born=born,
        labels=None if old_facts else _labels(written, codes),
        rematched=rematched,
        unlinked=old_links - new_links,
    )
    own = f"{minter.source(source_id)}/"
    former = {node for node in nodes_in(old_facts, own) if assignments.row(node)}
    named = _named(old_facts) | _named(written.facts)
    marked = carried(old_facts).keys() | codes.keys() | births(old_facts).keys() | born.keys()
    merged = {node for node in nodes_in(old_facts | written.facts) if node in index.canonical}
    worldly = {node for node in named if minter.is_world(node)}
    unlinked = assignments.linking(links_of(old_facts, index))
    assignments.reassign(written.entities | former | marked | merged | worldly | unlinked)
    change = Change()
    swap_matches(change, minter, rematched, old_links, new_links)
    change.swap(facts, old_facts, written.facts)
    change.swap(derived, old_derived, written.derived)
    _rewrite(
        store, minter, assignments, change,
        old=old_facts | old_derived | old_links, new=written.facts | written.derived | new_links,
        entities=written.entities | codes.keys(), own=minter.source(source_id),
    )  # fmt: skip
    return change


def _codes(facts: Iterable[Triple], index: IdentityIndex) -> dict[str, frozenset[str]]:
    """Return the identifiers that facts give to nodes, those of nodes to which others link among them."""
    codes = carried(facts)
    to = {node for some in codes.values() for code in some if is_link(code) for node in nodes_of(code)}
    for node in {*(linked(facts, to) if to else ()), *(linked(facts, index.linked) if index.linked else ())}:
        codes[node] = codes.get(node, frozenset()) | {node_code(node)}
    return codes


def links_of(facts: Collection[Triple], index: IdentityIndex) -> set[str]:
    """Return the identifiers that facts give by links, and those of nodes to which others link that they tell of."""
    found = {code for some in carried(facts).values() for code in some if is_link(code)}
    return found | set(map(node_code, linked(facts, index.linked) if index.linked else ()))


def swap_matches(
    change: Change, minter: Minter, rematched: Rematched, old_links: set[Triple], new_links: set[Triple]
) -> None:
    """Note the matches and links that go and come, with what is kept of them."""
    change.swap(minter.store_graph, rematched.old_kept, rematched.new_kept)
    change.swap(minter.matches_graph, _matches(rematched.gone, rematched.cut), _matches(rematched.come, rematched.tied))
    change.swap(minter.links_graph, old_links, new_links)


def match_change(store: Store, minter: Minter, index: IdentityIndex, rematched: Rematched) -> Change:
    """Return the change by which matches and links come to be what was found."""
    old_links, new_links = no_longer_told(store, minter, rematched.cut), told_by(rematched.tied.values())
    assignments = Assignments(store, minter, index, rematched=rematched, unlinked=old_links - new_links)
    assignments.reassign(())
    change = Change()
    swap_matches(change, minter, rematched, old_links, new_links)
    _rewrite(
        store, minter, assignments, change,
        old=frozenset(old_links), new=frozenset(new_links), entities=frozenset(), own="",
    )  # fmt: skip
    return change


def decision_change(
    store: Store, minter: Minter, index: IdentityIndex, decided: Mapping[tuple[str, str], Decision | None]
) -> Change:
    """Return the change by which decisions are taken, replaced or (``None``) undone."""
    assignments = Assignments(store, minter, index, decided=decided)
    assignments.reassign(node for pair in decided for node in pair)
    change = Change()
    _rewrite(
        store, minter, assignments, change,
        old=frozenset(), new=frozenset(), entities=frozenset(), own="",
    )  # fmt: skip
    return change


def _rewrite(
    store: Store,
    minter: Minter,
    assignments: Assignments,
    change: Change,
    *,
    old: frozenset[Triple],
    new: frozenset[Triple],
    entities: frozenset[str],
    own: str,
) -> None:
    """Add the identity and canonical graphs' part to a change."""
    naming = Naming(store, minter, assignments, new)
    moved = {node for node, iri in assignments.after.items() if assignments.before(node) != iri}
    elsewhere = _told_elsewhere(store, assignments, moved | naming.renamed(), own)
    old_all, new_all = old | elsewhere, new | elsewhere
    nodes = nodes_in(old_all | new_all)
    before = {f"<{node}>": f"<{to}>" for node in nodes if (to := assignments.before(node)) != node}
    after = {f"<{node}>": f"<{to}>" for node in nodes if (to := assignments.now(node)) != node}
    was = image(old_all, before, naming.yields_before)
    will_be = image(new_all, after, naming.yields)
    change.remove[DEFAULT_GRAPH] = Support(store, assignments, naming).unsupported(was - will_be, own=own)
    change.insert[DEFAULT_GRAPH] = will_be - was
    write_rows(assignments, minter, change, entities=entities | {subject[1:-1] for subject, _, _ in new})


def _matches(matches: Mapping[str, Match], links: Mapping[str, Link]) -> set[Triple]:
    rows = {row for iri, match in matches.items() for row in match_rows(iri, match)}
    return rows | {row for iri, link in links.items() for row in link_rows(iri, link)}


def write_rows(assignments: Assignments, minter: Minter, change: Change, *, entities: frozenset[str]) -> None:
    """Keep an assignment for each node that a source tells of or a decision is about; world nodes need none.

    The clusters of two or more are kept among the bookkeeping too, for :class:`IdentityIndex`.
    """
    old_rows: set[Triple] = set()
    new_rows: set[Triple] = set()
    old_merged: set[Triple] = set()
    new_merged: set[Triple] = set()
    for node, iri in assignments.after.items():
        if row := assignments.row(node):
            old_rows.add(_row(node, row))
        if len(assignments.members_before(assignments.before(node))) > 1:
            old_merged.add(_row(node, assignments.before(node)))
        if node in assignments.came or len(assignments.members(iri)) > 1:
            new_merged.add(_row(node, iri))
        if node != iri and (node in entities or assignments.decisions(node) or _stays(node, assignments, minter)):
            new_rows.add(_row(node, iri))
    change.swap(minter.identity_graph, old_rows, new_rows)
    change.swap(minter.store_graph, old_merged, new_merged)


def _stays(node: str, assignments: Assignments, minter: Minter) -> bool:
    return assignments.mentioned(node) if minter.is_foreign(node) else assignments.told(node)


def _row(node: str, canonical: str) -> Triple:
    return f"<{node}>", CANONICAL, f"<{canonical}>"


def _told_elsewhere(store: Store, assignments: Assignments, nodes: Iterable[str], own: str) -> frozenset[Triple]:
    """Return what other sources say of these nodes."""
    found: set[Triple] = set()
    for node in nodes:
        is_own = bool(own) and node.startswith(f"{own}/")
        for quad in store.quads_about(node):
            if assignments.stays(quad) and (not is_own or assignments.is_link(quad)):
                found.add(as_row(quad))
    return frozenset(found)


def _labels(written: Written, codes: Mapping[str, frozenset[str]]) -> dict[str, str] | None:
    """Return the longest label of each node, as a term; nothing where more is told of which a merged node has one."""
    if any(predicate in SINGLE and subject[1:-1] in codes for subject, predicate, _ in written.facts):
        return None
    found: dict[str, str] = {}
    for subject, predicate, value in written.facts | written.derived:
        if predicate == PREF_LABEL:
            found[subject[1:-1]] = max(found.get(subject[1:-1], ""), value, key=lambda label: (len(label), label))
    return found


def _named(triples: Iterable[Triple]) -> set[str]:
    """Return the nodes that triples give a label to."""
    return {subject[1:-1] for subject, predicate, _ in triples if predicate == PREF_LABEL}
