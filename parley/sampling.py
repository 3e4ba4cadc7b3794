"""Sheets of rows to judge: drawn from the answers to questions, and read back with a person's verdicts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .evaluation.drawing import Candidate, draw
from .evaluation.judging import Judgement
from .evaluation.sentences import sentences_around
from .evaluation.sheets import SheetRow, read_sheet
from .graph.content.wording import ACTS, condition_of, deed
from .graph.errors import EvaluationError, EvaluationFaults, QueryError
from .graph.identifiers import digest
from .queries.ask import ask
from .queries.catalogue import catalogue, question
from .queries.source_facts import places_of_facts, text_of
from .tables import heading

if TYPE_CHECKING:
    from .graph.knowledge import Knowledge

QUESTIONS: Final = ("proposals", "rounds", "posts")
_NEEDED: Final = {"fact", "standing", "quote", "speaker", "source", "start", "end"}
_NO_CONTENT: Final = _NEEDED | {
    "modality", "evidence", "aspect", "person", "party", "publisher", "dateBasis", "minimum", "maximum",
    "approximation", "unit",
}  # fmt: skip
"""Columns that a line leaves out: they stand elsewhere in the sheet, or say again what another column says in words."""
_FOREIGN: Final = 2
"""Words of an item's name that may be missing in the words of a source that tells of it."""


def judgeable(name: str) -> bool:
    """Return true when the question ``name`` gives facts that somebody can judge by their words."""
    return set(question(name).columns) >= _NEEDED


def sample(
    knowledge: Knowledge,
    questions: Sequence[str] = QUESTIONS,
    *,
    rows: int = 100,
    seed: int = 1,
    per_source: int = 3,
    standings: Collection[str] = (),
) -> list[SheetRow]:
    """Return rows drawn from the answers to ``questions``, to be judged; the same store and seed give the same ones.

    Of one source come at most ``per_source`` rows; ``standings`` leaves out all others. Raises ``UnknownName`` for a
    question that is not there, ``QueryError`` for one without facts.
    """
    for name in questions:
        if not judgeable(name):
            raise QueryError(f"the question {name} gives no facts to judge: take {', '.join(_all_judgeable())}")
    names = list(dict.fromkeys(questions))
    places = places_of_facts(knowledge)
    candidates = [one for name in names for one in _candidates(knowledge, name, places, standings)]
    drawn = draw(candidates, names, rows=rows, per_source=per_source, seed=seed)
    origins = {entry.id: entry.origin for entry in knowledge.sources()}
    texts = {source: text_of(knowledge, source) for source in {one.source for one in drawn}}
    return [_row(one, texts[one.source], origins.get(one.source, "")) for one in drawn]


def judge(*sheets: str | Path) -> Judgement:
    """What the verdicts in one or several marked sheets say; ``print`` shows it as tables.

    Raises ``EvaluationFaults`` for verdicts that nobody knows, ``EvaluationError`` for a file that is no sheet.
    """
    return Judgement(tuple(read_sheet(path) for path in sheets))


def check_unmarked(output: str) -> None:
    """Refuse to write over a sheet that somebody has begun to mark."""
    if not Path(output).is_file():
        return
    try:
        marked = len(read_sheet(output).marked)
    except EvaluationFaults:
        marked = 1
    except EvaluationError:
        marked = 0
    if marked:
        raise EvaluationError(output, "", "holds verdicts already, which would be lost: name another file")


def _all_judgeable() -> list[str]:
    return [name for name in catalogue() if judgeable(name)]


def _candidates(
    knowledge: Knowledge, name: str, places: Mapping[tuple[str, ...], Mapping[str, str]], standings: Collection[str]
) -> Iterator[Candidate]:
    """The rows of a question by source; what differs only in a cell, such as the agents of one act, is one row."""
    results = ask(knowledge, name).results
    joined: dict[tuple[str, ...], dict[str, dict[str, None]]] = {}
    for row in results:
        told = {column: "" if row[column] is None else str(row[column]) for column in results.columns}
        if standings and told["standing"] not in standings:
            continue
        if told.get("modality") == "denial" and told["standing"] != "denied":
            continue  # the words of somebody who denies it are no evidence for it
        key = tuple(told[column] for column in ("fact", "start", "end", "source", "speaker", "quote"))
        cells = joined.setdefault(key, {})
        for column, value in told.items():
            cells.setdefault(column, {}).update({value: None} if value else {})
    for (fact, start, end, title, *_), cells in joined.items():
        whole = {column: ", ".join(values) for column, values in cells.items()}
        for source, publisher in places.get((fact, start, end, title), {}).items():
            yield Candidate(name, source, fact, whole | {"publisher": publisher})


def _row(one: Candidate, text: str, origin: str) -> SheetRow:
    cells, line = one.cells, _line(one.cells)
    place = (one.question, one.source, cells["start"], cells["end"], line)
    unkept = f"The text is not kept{f': read {origin}' if origin else ''}."
    return SheetRow(
        id=f"r{digest(chr(10).join(place), length=10)}",
        question=one.question,
        source=one.source,
        headline=cells["source"] if cells["source"] != one.source else "",
        publisher=cells["publisher"],
        standing=cells["standing"],
        row=line,
        quote=cells["quote"],
        context=sentences_around(text, int(cells["start"]), int(cells["end"])) if text else unkept,
    )


def _line(cells: Mapping[str, str]) -> str:
    """A row in one readable line, with its standing and who says so: the source, where the doer alone is named."""
    if cells.get("item") and cells.get("act") in ACTS:
        past, infinitive, before = ACTS[cells["act"]]
        did = deed(cells["standing"], past, infinitive)
        implied = cells.get("impliedAddressee", "")
        whom = ", ".join(
            part for part in (cells.get("addressee", ""), f"{implied} (implied)" if implied else "") if part
        )
        towards = f"{'' if before.startswith(',') else ' '}{before} {whom}" if whom else ""
        told = cells.get("condition", "") in _item(cells)  # "not travel until the men are freed"
        only = f", {condition_of(cells['condition'])}" if cells.get("condition") and not told else ""
        said = f"{cells.get('actor') or cells.get('side', '')} {did}{towards}: {_item(cells)}{only}"
    else:
        said = "; ".join(f"{heading(name)}: {value}" for name, value in _content(cells))
    vouches = cells["publisher"] if cells["standing"] == "asserted" else ""
    return f"{' '.join(said.split())} [{cells['standing']}], claimant: {vouches or cells['speaker']}"


def _item(cells: Mapping[str, str]) -> str:
    """What an act is about in the words of its own source; an item of several sources is called as another has it."""
    item, term = cells["item"], cells.get("term", "")
    printed = set(re.findall(r"\w+", f"{cells['quote']} {term}".lower()))
    own = re.sub(r" \[[^\[\]]*\]$", "", item)  # what stands in brackets is from the sentences before
    foreign = [word for word in re.findall(r"\w+", own.lower()) if word not in printed]
    return term if term and len(foreign) > _FOREIGN else item


def _content(cells: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in cells.items() if value and name not in _NO_CONTENT]
