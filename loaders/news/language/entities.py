"""Names as a pipeline's entity recognizer finds them, with its scores computed for all words at once.

While no name is open, a word's score hangs on the word alone; only inside a name must word follow word. spaCy goes word
by word always, and takes the interpreter's lock for each move that it looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

Scores: TypeAlias = "Callable[[Sequence[tuple[int, int, int]]], NDArray[Any]]"
"""Scores of all moves for words, each with the first word of its name and the word before it, -1 outside a name."""
_FACTORY: Final = "parley_entities"


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
        self._model = recognizer.model
        names = [recognizer.moves.get_class_name(n) for n in range(recognizer.moves.n_moves)]
        self._moves: list[tuple[str, str]] = [(name[0], name[2:]) for name in names]
        self._within = {label: {kind: names.index(f"{kind}-{label}") for kind in "IL"} for label in recognizer.labels}
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
        import numpy as np
        from spacy.tokens import Span

        length = sum(map(len, docs))
        if not length:
            return
        step = self._model.predict(docs)

        def scores(words: Sequence[tuple[int, int, int]]) -> NDArray[Any]:
            found: NDArray[Any] = step.vec2scores.predict(step.state2vec.predict(np.array(words, dtype="int32")))
            return found

        outside, first = scores([(n, -1, -1) for n in range(length)]), 0
        for doc in docs:
            found = self._names(doc, first, outside[first : first + len(doc)], scores)
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label in found])
            first += len(doc)

    def _names(self, doc: Doc, first: int, outside: NDArray[Any], scores: Scores) -> Iterator[tuple[int, int, str]]:
        """First word, word after the last one and kind of each name of a document whose first word has a number."""
        spaces, starts = doc.to_array("IS_SPACE").tolist(), doc.to_array("SENT_START").tolist()
        last = [start == 1 for start in starts[1:]] + [True]
        any_move = outside[:, self._outside].argmax(axis=1).tolist()
        no_begin = outside[:, self._alone].argmax(axis=1).tolist()
        i = 0
        while i < len(doc):
            kind, label = self._moves[self._alone[no_begin[i]] if last[i] else self._outside[any_move[i]]]
            begin, i = i, i + 1
            if kind == "O" or spaces[begin]:
                continue
            if kind == "B":
                moves = self._within[label]
                while not last[i]:
                    [score] = scores([(first + i, first + begin, first + i - 1)])
                    if self._moves[max(sorted(moves.values()), key=score.__getitem__)][0] == "L":
                        break
                    i += 1
                i += 1
            yield begin, i, label
