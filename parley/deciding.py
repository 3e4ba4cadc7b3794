"""Deciding which nodes are one: one pair by name, or one candidate after the other with a person who answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, cast, get_args

from .graph.errors import DecisionError, one_line
from .graph.identity.clusters import Decision, Verdict
from .graph.reading.candidates import Candidate, in_context, pair_of, rank_candidates
from .graph.reading.contexts import Contexts
from .graph.reading.sameness import canonical_of, label_of, sameness, untold
from .queries.likeness import folded
from .review.sssom import to_sssom
from .sameness import names_one_source, near, node_meant, short

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
DECISION_COLUMNS: Final = ("first", "second", "verdict", "by", "on", "because", "firstNode", "secondNode")
ANSWERS: Final = (*VERDICTS, "skip", "quit")


@dataclass(slots=True)
class Tally:
    """How many candidates somebody has answered in one go, by answer."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ANSWERS[:-1], 0))
    left: int = 0

    def __str__(self) -> str:
        told = ", ".join(f"{count} {answer}" for answer, count in self.counts.items())
        return f"{told}; {self.left} left"


def decide_by_name(
    knowledge: Knowledge, first: str, second: str, verdict: Verdict, *, by: str = "", on: str = "", because: str = ""
) -> Decision:
    """Decide on two nodes that are named as one can ask for them, and return the decision."""
    one, other = node_meant(knowledge, first), node_meant(knowledge, second)
    is_one = len(set(canonical_of(knowledge, (one, other)).values())) == 1
    if is_one and not all(names_one_source(knowledge, name) for name in (first, second)):
        why = f"{first!r} and {second!r} mean one node already: to part it, name two that `parley same` lists under it"
        raise DecisionError(one, other, why)
    kinds = sorted({_kind(knowledge, node) for node in (one, other)} - {""})
    if verdict == "same" and len(kinds) > 1:
        raise DecisionError(one, other, f"{' and '.join(kinds)} are never one: name two of one kind")
    knowledge.decide(one, other, verdict, by=by, on=on, because=because)
    return Decision(one, other, verdict, by, on, because)


def undo_by_name(knowledge: Knowledge, first: str, second: str) -> tuple[str, str]:
    """Take back what was decided on two nodes, also where one of them is no longer there, and return them.

    Names are looked for among what was decided: two that were made one by it are one node now, with both names.
    """
    from .graph.reading.curies import expanded

    decided = knowledge.decisions()
    known = {node for decision in decided for node in decision.pair}
    named = [expanded(name, knowledge.prefixes) for name in (first, second)]
    one, other = (iri if iri in known else node_meant(knowledge, iri) for iri in named)
    canonical = canonical_of(knowledge, (*known, one, other))

    def fits(node: str, meant: str) -> bool:
        return node == meant or (meant not in named and canonical[node] == canonical[meant])

    pairs = [pair for pair in _both_ways(decided) if fits(pair[0], one) and fits(pair[1], other)]
    chosen = [pair for pair in pairs if pair == (one, other)]
    labels = called(knowledge, decided) if not chosen or one == other else {}
    by_name = [
        pair
        for pair in pairs
        if all(node == name or _has_words(labels.get(node, ""), name) for node, name in zip(pair, named, strict=True))
    ]
    found = {tuple(sorted(pair)): pair for pair in chosen or by_name or pairs}
    if len(found) > 1:
        raise DecisionError(one, other, "several decisions fit: name the two nodes of one, as `parley decisions` does")
    one, other = next(iter(found.values()), (one, other))
    knowledge.undo(one, other)
    return one, other


def _both_ways(decided: Iterable[Decision]) -> list[tuple[str, str]]:
    return [pair for one in decided for pair in ((one.first, one.second), (one.second, one.first))]


def _has_words(label: str, name: str) -> bool:
    """True when a name, or words of it, are what a node is called."""
    return f" {folded(name)} " in f" {folded(label)} "


def told_as_two(knowledge: Knowledge, node: str) -> list[str]:
    """Return the ids of the sources of which several nodes are one with this node: they tell of them as of two."""
    members = sameness(knowledge, canonical_of(knowledge, [node])[node]).members
    counted = Counter(member.source for member in members if member.source)
    return sorted(source for source, count in counted.items() if count > 1)


def walk(
    knowledge: Knowledge,
    answer: Callable[[Candidate, int], tuple[str, str]],
    say: Callable[[str], None],
    *,
    kinds: Iterable[str] = (),
    by: str = "",
    on: str = "",
) -> Tally:
    """Put one candidate after the other before somebody and write each answer at once; return what was answered.

    ``answer`` gets a candidate and how many are left with it, and returns one of :data:`ANSWERS` and a reason.
    """
    tally, skipped, wanted = Tally(), set[str](), tuple(kinds)
    while ranked := rank_candidates(knowledge, kinds=wanted, besides=skipped):
        tally.left = len(ranked)
        [candidate] = in_context(knowledge, ranked[:1])
        given, because = answer(candidate, tally.left)
        if given == "quit":
            return tally
        if given == "skip":
            nodes = (candidate.first.node, candidate.second.node)
            canonical = canonical_of(knowledge, nodes)
            skipped.add(pair_of(*(canonical[node] for node in nodes)))
            tally.counts["skip"] += 1
            continue
        try:
            knowledge.decide(
                candidate.first.node, candidate.second.node, cast(Verdict, given), by=by, on=on, because=because
            )
        except DecisionError as error:
            say(f"parley: {one_line(error, limit=2000)}")
        else:
            tally.counts[given] += 1
    tally.left = 0
    return tally


def decision_rows(knowledge: Knowledge) -> list[dict[str, str]]:
    """Return a row for each decision on identity, with what the nodes are called."""
    decided = knowledge.decisions()
    labels = called(knowledge, decided)
    return [
        {
            "first": labels.get(one.first, ""), "second": labels.get(one.second, ""), "verdict": one.verdict,
            "by": one.by, "on": one.on, "because": one.because, "firstNode": one.first, "secondNode": one.second,
        }
        for one in decided
    ]  # fmt: skip


def written_decisions(knowledge: Knowledge) -> str:
    """Return every decision on identity as an SSSOM table."""
    decided = knowledge.decisions()
    return to_sssom(decided, called(knowledge, decided), knowledge.base)


def called(knowledge: Knowledge, decisions: Iterable[Decision]) -> dict[str, str]:
    """Return what the nodes of decisions are called, without those that no source tells of now."""
    contexts = Contexts(knowledge)
    nodes = sorted({node for decision in decisions for node in decision.pair})
    shared = label_of(knowledge, [node for node in nodes if not names_one_source(knowledge, node)])
    return shared | {
        node: contexts.of(node).label for node in nodes if contexts.is_read(node) and contexts.stands(node)
    }


def _kind(knowledge: Knowledge, node: str) -> str:
    """Return what the IRI of a node says that it is, nothing for what others have named; a state is a body."""
    if not node.startswith(knowledge.base):
        return ""
    path = node.removeprefix(knowledge.base).removeprefix("source/" if names_one_source(knowledge, node) else "")
    kind = path.split("/")[-2] if "/" in path else ""
    return "organization" if kind == "state" else kind


def lost(knowledge: Knowledge) -> list[str]:
    """Return a line for each decision on a node that its source, which is there, no longer tells of."""
    contexts = Contexts(knowledge)
    gone = {node: near(knowledge, node)[:1] for node in untold(knowledge) if contexts.is_read(node)}
    return [
        f"the decision that {short(knowledge, one.first)} and {short(knowledge, one.second)} are {one.verdict!r} has "
        f"no node {short(knowledge, node)} any more{''.join(f'; is it now {name}?' for name in gone[node])}"
        for one in knowledge.decisions()
        for node in one.pair
        if node in gone
    ]
