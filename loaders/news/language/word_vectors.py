"""The vectors that a pipeline's networks begin with, remembered for each word.

The first layers of spaCy's networks look at one word at a time: its norm, ends, shape and vector. What they make of a
word is the same wherever it stands, to the last bit, so it is computed once. What follows looks at its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.api import Model

_MOST: Final = 30_000
"""Words that are remembered at once for each network: some 12 MB."""
_OF_A_WORD: Final = ("extract_features", "list2ragged", "with_array", "ints-getitem", "hashembed",
                     "static_vectors", "maxout", "layernorm", "dropout", "ragged2list")  # fmt: skip
"""Layers that look at one word only."""


def remember_vectors(nlp: Language) -> None:
    """Lets the networks of a pipeline compute each word's first vector once."""
    from thinc.api import Model

    for _, pipe in nlp.pipeline:
        model: object = getattr(pipe, "model", None)
        if not isinstance(model, Model):
            continue
        for node in list(model.walk()):
            if node.name.startswith("extract_features") and node.name.endswith(">>ragged2list") and _is_local(node):
                model.replace_node(node, _remembering(node, nlp))


def _is_local(node: Model[Any, Any]) -> bool:  # Any: thinc's models take and give many things
    parts = {part for one in node.walk() for part in one.name.replace("(", ">>").replace("|", ">>").split(">>")}
    return all(part.rstrip(")") in _OF_A_WORD for part in parts)


def _remembering(node: Model[Any, Any], nlp: Language) -> Model[Any, Any]:
    from thinc.api import Model

    features = next(one for one in node.walk() if one.name == "extract_features")
    vectors = _Vectors(node, nlp, features.attrs["columns"])

    def forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[object, Callable[..., object]]:
        if is_train:
            return node(docs, is_train)
        return vectors.of(docs), lambda gradient: []

    return Model("remembered", forward, dims={"nO": node.get_dim("nO")}, ops=node.ops)


class _Vectors:
    """The vectors of words, of one network."""

    def __init__(self, node: Model[Any, Any], nlp: Language, columns: Sequence[int]) -> None:
        import numpy as np

        self._node, self._vocab = node, nlp.vocab
        self._columns: list[int | str] = [*columns, "ORTH", "NORM", "SPACY"]
        self._rows: dict[bytes, int] = {}
        self._table = np.zeros((_MOST, node.get_dim("nO")), dtype="float32")

    def of(self, docs: Sequence[Doc]) -> list[NDArray[Any]]:
        """The vectors of the tokens of documents."""
        import numpy as np

        keys = [[row.tobytes() for row in doc.to_array(self._columns)] for doc in docs]
        known = self._rows
        places = {key: (doc, i) for doc, here in zip(docs, keys, strict=True) for i, key in enumerate(here)}
        unknown = {key: doc[i] for key, (doc, i) in places.items() if key not in known}
        if len(unknown) + len(known) > _MOST:
            known.clear()
            unknown = {key: doc[i] for key, (doc, i) in places.items()}
        if len(unknown) > _MOST or (unknown and not self._learn(list(unknown), list(unknown.values()))):
            return list(self._node.predict(docs))
        return [self._table[np.array([known[key] for key in here], dtype="int64")] for here in keys]

    def _learn(self, keys: list[bytes], tokens: list[Any]) -> bool:
        """Computes the vectors of words; false when they cannot be looked at by themselves."""
        import numpy as np
        from spacy.tokens import Doc

        alone = Doc(self._vocab, words=[t.text for t in tokens], spaces=[bool(t.whitespace_) for t in tokens])
        norms: Any = np.array([[t.norm] for t in tokens], dtype="uint64")
        alone.from_array(["NORM"], norms)
        if [row.tobytes() for row in alone.to_array(self._columns)] != keys:
            return False
        first = len(self._rows)
        [vectors] = self._node.predict([alone])
        self._table[first : first + len(keys)] = vectors
        self._rows.update((key, first + n) for n, key in enumerate(keys))
        return True
