"""Names as a pipeline's entity recognizer finds them, with its scores computed for all words at once.

While no name is open, a word's score hangs on the word alone; only inside a name must word follow word. spaCy goes word
by word always, and takes the interpreter's lock for each move that it looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

_FACTORY: Final = "parley_entities"
_NONE: Final = ("O", "")
"""The move of a word that belongs to no name."""
_AHEAD: Final = 3
"""Words behind the first one of a name whose scores are computed before they are asked for."""


def find_entities_at_once(nlp: Language) -> None:
    """Lets a pipeline's entity recognizer be asked for all words at once, if it is one of a kind that can be."""
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer

    if "ner" not in nlp.pipe_names:
        return
    recognizer = nlp.get_pipe("ner")
    if type(recognizer) is not EntityRecognizer or not _is_greedy(recognizer):
        return
    Language.factory(_FACTORY, func=lambda nlp, name: Entities(recognizer))
    nlp.add_pipe(_FACTORY, before="ner")
    nlp.disable_pipe("ner")


def _is_greedy(recognizer: Any) -> bool:  # Any: spaCy's compiled classes have no types
    """True when it takes the best move each time, by three words (this, the name's first, the one before)."""
    model = recognizer.model
    known = recognizer.cfg["beam_width"] == 1 and model.attrs["has_upper"] and not model.attrs["unseen_classes"]
    return bool(known) and model.get_ref("lower").get_dim("nF") == 3


class Entities:
    """The step of a pipeline that finds names, of one recognizer."""

    def __init__(self, recognizer: Any) -> None:
        self._recognizer = recognizer
        names = [recognizer.moves.get_class_name(n) for n in range(recognizer.moves.n_moves)]
        self._moves: list[tuple[str, str]] = [(name[0], name[2:]) for name in names]
        self._within = {label: sorted(names.index(f"{kind}-{label}") for kind in "IL") for label in recognizer.labels}
        self._outside = [n for n, (kind, label) in enumerate(self._moves) if kind == "O" or (label and kind in "BU")]
        self._alone = [n for n in self._outside if self._moves[n][0] != "B"]

    def __call__(self, doc: Doc) -> Doc:
        """The document with its names."""
        self._mark([doc])
        return doc

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Documents with their names, so many at once."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            self._mark(batch)
            yield from batch

    def _mark(self, docs: Sequence[Doc]) -> None:
        from spacy.tokens import Span

        length = sum(map(len, docs))
        if not length:
            return
        if any(doc.has_annotation("ENT_IOB") for doc in docs):  # names that an earlier step has set are to stay
            self._recognizer.set_annotations(docs, self._recognizer.predict(docs))
            return
        scores, first = _Scores(self._recognizer.model.predict(docs)), 0
        outside = scores.of([(n, -1, -1) for n in range(length)])
        best, alone = (
            [self._moves[among[n]] for n in outside[:, among].argmax(axis=1).tolist()]
            for among in (self._outside, self._alone)
        )
        scores.foresee([n for n, (kind, _) in enumerate(best) if kind == "B"], length)
        for doc in docs:
            spaces, starts = doc.to_array("IS_SPACE").tolist(), doc.to_array("SENT_START").tolist()
            ends = [*(start == 1 for start in starts[1:]), True][: len(doc)]
            moves = [(alone if end else best)[n] for n, end in enumerate(ends, first)]
            moves = [_NONE if space else move for move, space in zip(moves, spaces, strict=True)]
            doc.set_ents([Span(doc, a, b, label=label) for a, b, label in self._names(moves, ends, first, scores)])
            first += len(doc)

    def _names(
        self, moves: list[tuple[str, str]], ends: list[bool], first: int, scores: _Scores
    ) -> Iterator[tuple[int, int, str]]:
        """First word, word after the last one and kind of each name of a document whose first word has a number.

        ``moves`` are the best ones for its words outside names; no name goes on behind a word that ``ends`` a sentence.
        """
        i = 0
        while i < len(moves):
            (kind, label), begin = moves[i], i
            i += 1
            if kind == "O":
                continue
            if kind == "B":
                while not ends[i]:
                    score = scores.within(first + i, first + begin)
                    if self._moves[max(self._within[label], key=score.__getitem__)][0] == "L":
                        break
                    i += 1
                i += 1
            yield begin, i, label


class _Scores:
    """The scores of all moves for words of some documents, numbered through."""

    def __init__(self, step: Any) -> None:
        self._step = step
        self._known: dict[tuple[int, int], NDArray[Any]] = {}

    def of(self, words: Sequence[tuple[int, int, int]]) -> NDArray[Any]:
        """Of words, each with the first word of its name and the word before it, -1 outside a name."""
        import numpy as np

        found: NDArray[Any] = self._step.vec2scores.predict(
            self._step.state2vec.predict(np.array(words, dtype="int32"))
        )
        return found

    def foresee(self, begins: Sequence[int], length: int) -> None:
        """Computes at once what is likely to be asked of the words behind those with which names may begin."""
        places = [(n, begin) for begin in begins for n in range(begin + 1, min(begin + 1 + _AHEAD, length))]
        if places:
            self._known = dict(zip(places, self.of([(n, begin, n - 1) for n, begin in places]), strict=True))

    def within(self, word: int, begin: int) -> NDArray[Any]:
        """Of a word in the name that begins with another."""
        known = self._known.get((word, begin))
        return self.of([(word, begin, word - 1)])[0] if known is None else known
