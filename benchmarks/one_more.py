"""What one more article costs in a store that holds few and very many, and what one person of very many sources costs.

    python -m benchmarks.one_more [--sizes 100 1000 10000] [--shared 1000 10000] [--members 10000]

Twenty articles in a row tell of one negotiation: two states, a mediator, four people and their posts, over forty days;
a new negotiation of other states begins every week. At each size the same twenty articles more, on a negotiation of
their own that begins in the third week, are added and taken out again, so that what they say, and what is told at their
time, is as much at each size. Told is the processor time of adding one of them, the median of twenty, reading left out,
beside that of adding the same in turn to a store of the first size, since what else the machine does makes both slower.
``--shared`` adds so many sources that give one person one identifier, decides that two of its nodes differ, and takes
that back; ``--members`` does so with one source of as many nodes.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from statistics import median

from benchmarks.articles import HEADLINES, PLACES, SENTENCES, TOPICS, filled, name
from parley.graph.knowledge import Knowledge, open_knowledge
from parley.graph.records import SourceRecords
from parley.graph.writing.foreign import GraphSource
from parley.loaders.news.extract import read_article
from parley.loaders.news.names.gazetteer import load_gazetteer

ALIKE = 20
"""Articles of one negotiation."""
_SENTENCES = 9
_FIRST_DAY = date(2020, 1, 6)
_DAYS_BETWEEN = 2
_THIRD_WEEK = 2 * ALIKE
_AT_ONCE = 500
"""So many articles are read before they are added: none waits in memory for long."""


def states() -> list[str]:
    """The names of the world's states."""
    return sorted(one.label for one in load_gazetteer().entries if one.key.startswith("state/"))


def article(number: int, seed: int, *, more: bool = False) -> tuple[str, str]:
    """The article of a number, and the day on which it was published; one ``more`` is of a negotiation of its own."""
    talks, turn = divmod(number, ALIKE)
    same = random.Random(f"{seed}/talks {'more' if more else talks}")
    parties = dict(zip("ABC", same.sample(states(), 3), strict=True))
    people = {key: name(same) for key in "pqrs"}
    place, topic = same.choice(PLACES), same.choice(TOPICS)
    chance = random.Random(f"{seed}/{'more ' * more}{number}")
    chosen = chance.choice(HEADLINES), *chance.sample(SENTENCES, _SENTENCES)
    there = (sentence.replace("{place}", place).replace("{topic}", topic) for sentence in chosen)
    day = _FIRST_DAY + timedelta(days=7 * talks + _DAYS_BETWEEN * turn)
    return "\n\n".join(filled(one, chance, {**parties, **people}) for one in there) + "\n", day.isoformat()


def read(number: int, seed: int, *, more: bool = False) -> SourceRecords:
    """Read the article of a number."""
    words, day = article(number, seed, more=more)
    id = f"{'more' if more else 'a'}{number:06}"
    return read_article(words, source_id=id, publisher=f"Outlet {number % 7}", published=day)


def seconds(job: Callable[[], object]) -> float:
    """The processor time that ``job`` takes."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


def growth(sizes: Iterable[int], jobs: int, seed: int) -> None:
    """Print what one more article costs at each size, and what it costs in turn at the first of them."""
    print(
        "| articles in the store | ms for one more | ms at the first size | times that |\n|---|---|---|---|", flush=True
    )
    first, *larger = sorted(sizes)
    with open_knowledge() as few, open_knowledge() as many, ProcessPoolExecutor(jobs) as readers:
        reading = partial(read, seed=seed)
        more = list(readers.map(partial(reading, more=True), range(_THIRD_WEEK, _THIRD_WEEK + ALIKE)))
        for begin, size in pairwise((0, first, *larger)):
            for start in range(begin, size, _AT_ONCE):
                for records in readers.map(reading, range(start, min(start + _AT_ONCE, size)), chunksize=ALIKE):
                    many.add(records)
                    if size == first:
                        few.add(records)
            typical, usual = (
                median(each) for each in zip(*(in_turn(many, few, records) for records in more), strict=True)
            )
            for records in more:
                many.remove(records.source.id)
                few.remove(records.source.id)
            print(f"| {size:,} | {1000 * typical:.0f} | {1000 * usual:.0f} | {typical / usual:.2f} |", flush=True)


def in_turn(many: Knowledge, few: Knowledge, records: SourceRecords) -> tuple[float, float]:
    """What it costs to add an article to either, one after the other."""
    return seconds(partial(many.add, records)), seconds(partial(few.add, records))


def shared(sizes: Iterable[int]) -> None:
    """Print what one person of very many sources costs."""
    heads = "sources with one person", "ms for one more", "ms to decide that two differ", "ms to take it back"
    print(f"\n| {' | '.join(heads)} |\n{'|---' * len(heads)}|", flush=True)
    with open_knowledge() as knowledge:
        took = list[float]()
        for size in sorted(sizes):
            for number in range(len(took), size):
                took.append(seconds(partial(knowledge.add_graph, told_of_one(number))))
            costs = median(took[-ALIKE:]), *decided(knowledge)
            print(f"| {size:,} | {' | '.join(f'{1000 * cost:.0f}' for cost in costs)} |", flush=True)


def members(sizes: Iterable[int]) -> None:
    """Print what very many nodes of one source cost that are all one person."""
    heads = "nodes of one person", "s to add", "s to decide that two differ", "s to take it back", "as before"
    print(f"\n| {' | '.join(heads)} |\n{'|---' * len(heads)}|", flush=True)
    for size in sorted(sizes):
        with open_knowledge() as knowledge:
            added = seconds(partial(knowledge.add_graph, told_of_one(*range(size))))
            before = knowledge.serialized("nq")
            costs = added, *decided(knowledge)
            is_same = "yes" if knowledge.serialized("nq") == before else "no"
            print(f"| {size:,} | {' | '.join(f'{cost:.1f}' for cost in costs)} | {is_same} |", flush=True)


def told_of_one(*numbers: int) -> GraphSource:
    """A dataset of one person, whom an identifier makes that of all others, under so many names."""
    item = "<http://www.wikidata.org/entity/Q999999999>"
    triples = "".join(
        f'<https://example.org/{number}/berg> <http://xmlns.com/foaf/0.1/name> "Jan Berg" .\n'
        f"<https://example.org/{number}/berg> <http://www.w3.org/2002/07/owl#sameAs> {item} .\n"
        for number in numbers
    )
    return GraphSource(id=f"g{numbers[0]:06}", title="one person", data=triples.encode(), format="nt")


def decided(knowledge: Knowledge) -> tuple[float, float]:
    """What it costs to hold two of its nodes apart, and to take that back."""
    two = "https://example.org/0/berg", "https://example.org/1/berg"
    return seconds(partial(knowledge.decide, *two, "different")), seconds(partial(knowledge.undo, *two))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures one more article among many.")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1_000, 10_000])
    parser.add_argument("--shared", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--members", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.sizes:
        growth(given.sizes, given.jobs, given.seed)
    if given.shared:
        shared(given.shared)
    if given.members:
        members(given.members)
