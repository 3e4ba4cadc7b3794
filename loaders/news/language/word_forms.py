"""What a pipeline's word-by-word steps would tell of a token, remembered for the next time.

spaCy's attribute ruler and rule lemmatizer look at one token (few of the ruler's patterns at two), so what they make
of a word with a tag and a dependency is the same each time. They are left out of the pipeline and asked once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .parse import Parse, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Form: TypeAlias = tuple[str, str, str, str, str, str]
"""Text, lower case, tag, dependency, word class and base form of a token."""
_MOST: Final = 200_000
"""Forms that are remembered at once."""
_LOOKED_AT: Final = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE", "ORTH", "TEXT"})
"""What a pattern may look at that a form decides."""
_WHOLE: Final = 2**64 - 1


class WordForms:
    """Makes parses of documents of one pipeline, and knows which of its steps it does itself."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._strings = nlp.vocab.strings
        self._known: dict[tuple[int, ...], Form] = {}
        self._steps: list[Callable[[Doc], Doc]] = []
        self._cues: frozenset[int] = frozenset()
        """What every pattern of several words looks for in one of them."""
        if patterns := _patterns(nlp):
            self._steps = [nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")]
            self._cues = frozenset(self._strings.add(cue) for pattern in patterns if (cue := _cue(pattern)))
            for name in ("attribute_ruler", "lemmatizer"):
                nlp.disable_pipe(name)

    def parse(self, doc: Doc, offset: int) -> Parse:
        """The parse of a document that begins at an offset of the article."""
        if self._cues and not self._cues.isdisjoint(doc.to_array(["LOWER", "DEP"]).ravel().tolist()):
            for step in self._steps:  # a word may be told by its neighbour
                doc = step(doc)
        forms = doc.to_array(["ORTH", "TAG", "DEP", "POS", "LEMMA"]).tolist()
        places = doc.to_array(["ENT_TYPE", "IDX", "HEAD", "SENT_START"]).astype("int64").tolist()
        parse, known = Parse(doc.text, offset), self._known
        tokens = parse.tokens
        for i, (form, (_, idx, _, begins)) in enumerate(zip(forms, places, strict=True)):
            key = tuple(form)
            tokens.append(Token(parse, i, known.get(key) or self._form(key), offset + idx))
            if begins == 1 or not i:
                parse.starts.append(i)
        for token, (kind, _, up, _) in zip(tokens, places, strict=True):
            if kind:
                token.ent_type_ = self._strings[kind & _WHOLE]
            if up:
                token.head = tokens[token.i + up]
                token.head.children.append(token)
        parse.ents = [Span(parse, e.start, e.end, e.label_) for e in doc.ents]
        return parse

    def _form(self, key: tuple[int, ...]) -> Form:
        """The form of a word that was not seen before."""
        orth, tag, dep, pos, lemma = (self._strings[one] if one else "" for one in key)
        form = (orth, orth.lower(), tag, dep, pos, lemma)
        if self._steps and not pos and not lemma:
            form = self._told(orth, tag, dep)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = form
        return form

    def _told(self, text: str, tag: str, dep: str) -> Form:
        """What the pipeline's own steps make of the word by itself."""
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=[text], tags=[tag], deps=[dep])
        for step in self._steps:
            doc = step(doc)
        token = doc[0]
        return token.text, token.lower_, token.tag_, token.dep_, token.pos_, token.lemma_


@cache
def word_forms(nlp: Language) -> WordForms:
    """The forms of a pipeline, which loses the steps that they take the place of."""
    return WordForms(nlp)


Pattern: TypeAlias = list[dict[str, Any]]  # Any: as spaCy's matcher takes them


def _patterns(nlp: Language) -> list[Pattern]:
    """The patterns of the attribute ruler, if it and the lemmatizer can be left out of the pipeline."""
    from spacy.lang.en.lemmatizer import EnglishLemmatizer
    from spacy.pipeline import AttributeRuler

    if not {"attribute_ruler", "lemmatizer"} <= set(nlp.pipe_names):
        return []
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if type(ruler) is not AttributeRuler or type(lemmatizer) is not EnglishLemmatizer or lemmatizer.mode != "rule":
        return []
    rules: Any = ruler.patterns
    patterns: list[Pattern] = [pattern for rule in rules for pattern in rule["patterns"]]
    of_a_word = all(word.keys() <= _LOOKED_AT for pattern in patterns for word in pattern)
    return patterns if of_a_word and all(len(pattern) == 1 or _cue(pattern) for pattern in patterns) else []


def _cue(pattern: Pattern) -> str:
    """A word or dependency that must be there for a pattern of several words; "" for none."""
    named = (word.get(part) for word in pattern for part in ("DEP", "LOWER") if len(pattern) > 1)
    return next((name for name in named if isinstance(name, str)), "")
