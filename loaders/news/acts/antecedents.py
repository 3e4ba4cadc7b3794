"""What "the agreement" or "this project" takes up: the words before it that say which.

An item must be understood by itself. Where its words point back ("leave the agreement"), the nearest fuller mention
of the same noun earlier in the article is put beside them in square brackets, as an editor would.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, children
from ..lexicons.word_lists import wordset
from .frames import FoundAct
from .relational import is_definite, is_open, told_elsewhere

_POINTING: Final = ("the", "this", "that", "these", "those")
_TELLING: Final = ("compound", "nmod", "amod", "poss")
_BEHIND: Final = ("of", "on", "for", "between", "with", "over", "against", "to", "in")
"""Prepositions behind a noun that say which it is."""
_LONGEST: Final = 9
"""Words of a fuller mention; a longer one says more than which it is."""


def with_antecedents(actors: Actors, act: FoundAct, label: str) -> str:
    """The label of an act's item with what its bare nouns take up: "leave the accord [Sochi grain accord]"."""
    taken: list[str] = [one] if (one := _one_of(actors, act)) else []
    for noun in act.root.subtree:
        bare, opens = is_bare(noun), is_open(noun) or is_definite(noun)
        if (bare and _is_printed(noun, label)) or (opens and noun.text in label):
            found = (antecedent(actors, noun) if bare else "") or (told_elsewhere(actors, noun) if opens else "")
            if found and found.lower() not in label.lower() and found not in taken:
                taken.append(found)
    if not taken and (talks := _whose_talks(actors, act, label)):
        taken = [talks]
    return f"{label} [{'; '.join(taken)}]" if taken else label


def _is_printed(noun: Token, label: str) -> bool:
    """True where a label has a noun with the word that points, or alone: of "that sequence" "that" is left off."""
    words = rf"\b{noun.left_edge.lower_} {re.escape(noun.text)}\b(?!['’-])"
    return label == noun.text or re.search(words, label, re.IGNORECASE) is not None


def _whose_talks(actors: Actors, act: FoundAct, label: str) -> str:
    """Whose talks "host the next round" means, where others than the two sides of the article act."""
    sides = actors.told_pair
    named = [agent.label for key in sides if (agent := actors.agents.get(key)) is not None]
    if len(sides) != 2 or len(named) != 2 or set(sides) & {*act.agents, *act.addressees}:
        return ""
    nouns = (t for t in act.root.subtree if t.pos_ == "NOUN" and not children(t, "compound"))
    meant = (t for t in nouns if base(t) in wordset("acts", "talking") and re.search(rf"\b{t.text}\b", label))
    bare = (t for t in meant if not any(p.lower_ in ("between", "with", "of", "on") for p in children(t, "prep")))
    told = any(name.lower() in label.lower() for name in named)
    hosts = act.root.lemma_ == "host" and not children(act.root, "dobj")
    return "" if told or not (hosts or next(bare, None) is not None) else f"talks of {named[0]} and {named[1]}"


def _one_of(actors: Actors, act: FoundAct) -> str:
    """What "offered one" is one of: the only thing with "a" in the words before, here or in the sentence before."""
    if act.root.lower_ != "one":
        return ""
    sentences = actors.article.sentences
    number = act.sentence.number
    near = [act.sentence, *([sentences[number - 1]] if number else [])]
    for sentence in near:
        if sentence.segment_number != act.sentence.segment_number:
            break
        found = [t for t in sentence.span if start_of(t) < start_of(act.head) and _is_a_thing(t)]
        if found:
            return _fuller(actors, found[0]) or found[0].text if len(found) == 1 else ""
    return ""


def _is_a_thing(noun: Token) -> bool:
    articles = any(c.lower_ in ("a", "an") for c in noun.children)
    return articles and noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "pobj", "attr") and not noun.ent_type_


def antecedent(actors: Actors, noun: Token) -> str:
    """The words of the nearest fuller mention of a bare noun before it; empty where another one comes between.

    Where there is none by the same noun, the only one by another noun for such a thing: "2018 military agreement" for
    "the pact".
    """
    return _by_the_same_noun(actors, noun) or _of_its_kind(actors, noun)


def _of_its_kind(actors: Actors, noun: Token) -> str:
    lemma = base(noun)
    if any(start_of(t) < start_of(noun) for t in actors.nouns.get(lemma, ())):
        return ""  # "joined a new accord ... left the accord": that one
    kind = next((k for k in (wordset("acts", "accords"), wordset("acts", "truces")) if lemma in k), frozenset[str]())
    before = (
        t for other in kind for t in actors.nouns.get(other, []) if start_of(t) < start_of(noun) and t.tag_ == noun.tag_
    )
    fuller = {_fuller(actors, t) for t in before} - {""}
    return fuller.pop() if len(fuller) == 1 else ""


def _by_the_same_noun(actors: Actors, noun: Token) -> str:
    """The nearest fuller mention by the same noun; empty where another one comes between."""
    alike = actors.nouns.get(base(noun), [])
    if noun.text[0].isupper():  # "the Commission", of two that are called so
        bodies = (_fuller(actors, other) for other in alike if other.text[0].isupper())
        if len({words for words in bodies if words}) > 1:
            return ""
    for before in reversed(alike[: bisect_left(alike, start_of(noun), key=start_of)]):
        if before.tag_ != noun.tag_ and {before.pos_, noun.pos_} != {"NOUN", "PROPN"}:
            continue
        if words := _fuller(actors, before):
            return words
        if not any(c.lower_ in _POINTING for c in before.children):
            return ""  # "a new accord": another one
    return ""


def is_bare(noun: Token) -> bool:
    """True for "the agreement" with nothing beside it that says which; not for "the border", which needs nothing."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.ent_type_ in ("GPE", "NORP", "DATE", "TIME", "PERSON"):
        return False
    if noun.left_edge.i != noun.i - 1 or noun.left_edge.lower_ not in _POINTING:
        return False
    beside = [c for c in noun.children if not c.is_punct and c.dep_ not in ("cc", "conj", "case")]
    beside = [c for c in beside if not (c.dep_ == "relcl" and c.left_edge.nbor(-1).text == ",")]  # only tells more
    if noun.text[0].isupper() and noun.tag_ in ("NNP", "NNPS", "NN", "NNS"):  # "the Agreement | entering into force"
        beside = [c for c in beside if not (c.lower_ == "for" or (c.dep_ == "acl" and c.tag_ == "VBG"))]
    return len(beside) == 1 and base(noun) not in wordset("acts", "understood") and noun.dep_ != "compound"


def _fuller(actors: Actors, noun: Token) -> str:
    """The words of a mention that say which thing it is; empty for one that is as bare or not clear by itself."""
    told = [c for c in children(noun, *_TELLING) if c.i < noun.i and not _is_unspecific(c)]
    behind = [p for p in children(noun, "prep") if p.lower_ in _BEHIND and _is_near(noun, p)]
    if not told and not behind:
        return ""
    first = min((c.left_edge for c in told), key=lambda t: t.i, default=noun)
    last = behind[0].right_edge if behind else noun
    words = [t for t in noun.doc.tokens[first.i : last.i + 1] if t.text.strip()]
    if len(words) > _LONGEST and told:
        words = [t for t in words if t.i <= noun.i]
    if len(words) > _LONGEST or any(_is_loose(t) for t in words):
        return ""
    return " ".join(actors.article.text[start_of(words[0]) : end_of(words[-1])].split())


def _is_unspecific(word: Token) -> bool:
    """True for "new", "final", "its", which any such thing may be."""
    return word.tag_ == "PRP$" or word.lower_ in wordset("acts", "unspecific")


def _is_near(noun: Token, prep: Token) -> bool:
    return prep.i == noun.i + 1 and bool(children(prep, "pobj"))


def _is_loose(word: Token) -> bool:
    """True for what is no part of a name or a short description: a quotation mark, a pronoun, a verb, a time."""
    strange = any(not c.isalnum() for c in word.text.replace("-", "").replace("’", "").replace("'", ""))
    marks = strange and word.text not in ("-", "–") and not word.text.endswith(".")
    return marks or word.pos_ in ("PRON", "VERB", "AUX", "SCONJ") or word.ent_type_ in ("DATE", "TIME")
