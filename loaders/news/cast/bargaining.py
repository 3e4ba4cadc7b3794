"""Groups without a name that a text tells to bargain: "the employers", "the bondholders", "the northern fronts".

Such a group is a party of its article like a state. It is told by talks or an agreement that it has with somebody;
from then on its noun means it, wherever nothing beside the noun tells of others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from ..language.annotation import Article, Sentence
from ..language.parse import Token
from ..language.syntax import base, child, children, conjuncts, modal, subject_of
from ..lexicons.word_lists import lexicon, wordset
from ..names.offices import offices

_WITH = ("with", "between")
_ALONE = frozenset({"armed", "creditors"})
"""Families of groups that are told to bargain by what they answer or ask for."""
_DETERMINERS = ("the", "this", "that", "these", "those", "both", "its", "their")


def bargaining_nouns(article: Article) -> Iterator[tuple[Token, Sentence]]:
    """The nouns for those who are told to be in talks or to agree with somebody, with their sentences."""
    talks = wordset("topics", "talks") | wordset("topics", "negotiation")
    for sentence in article.sentences:
        for token in sentence.span:
            bargains = token.pos_ == "VERB" and token.lemma_ in ("negotiate", "bargain")
            if bargains or (token.pos_ == "NOUN" and (token.lower_ in talks or base(token) in talks)):
                held = (p for p in children(token, "prep") if p.lower_ in _WITH)
                yield from ((noun, sentence) for prep in held for noun in children(prep, "pobj"))
            if bargains and (who := subject_of(token)) is not None:
                yield who, sentence


def groups_told(nouns: Iterable[tuple[Token, Sentence]]) -> Mapping[str, tuple[Token, Sentence]]:
    """The first noun of each group, of those who are told to bargain or agree, by its base form."""
    found: dict[str, tuple[Token, Sentence]] = {}
    for noun, sentence in nouns:
        for one in conjuncts(noun):
            if one.pos_ == "NOUN" and base(one) in families() and sentence.segment.kind != "headline" and _is_told(one):
                found.setdefault(base(one), (one, sentence))
    return found


def _is_told(noun: Token) -> bool:
    """True for "the union", "two carriers", "an armed group from the north"; not for "a front", "any union"."""
    some = any(c.lower_ in ("a", "an", "any", "every", "each", "no") for c in noun.children)
    return noun.tag_ == "NNS" or not some or any(c.dep_ in ("amod", "compound", "prep", "relcl") for c in noun.children)


def agreeing_nouns(article: Article) -> Iterator[tuple[Token, Sentence]]:
    """Those who agree, or hold talks: "A and the carriers agreed on", "The union resumed bargaining"."""
    joint = wordset("actors", "bargains")
    for sentence in article.sentences:
        for verb in (t for t in sentence.span if t.pos_ == "VERB"):
            who = _who(verb)
            if who is None or modal(verb):
                continue
            objects = children(verb, "dobj")
            of = [
                noun for o in objects for p in children(o, "prep") if p.lower_ == "of" for noun in children(p, "pobj")
            ]
            things = {base(noun) for noun in (*objects, *of)}  # "ended a week of talks"
            if things & joint or (verb.lemma_ in ("agree", "meet") and len(conjuncts(who)) > 1):
                yield who, sentence
            if verb.lemma_ in wordset("actors", "answering"):
                yield from ((one, sentence) for one in conjuncts(who) if families().get(base(one), set()) & _ALONE)
            if things & joint or verb.lemma_ in ("agree", "meet"):
                held = [*children(verb, "prep"), *(t for o in objects for t in o.subtree if t.dep_ == "prep")]
                yield from ((noun, sentence) for p in held if p.lower_ in _WITH for noun in children(p, "pobj"))


def _who(verb: Token) -> Token | None:
    """Who does it; those who say so for "A and B said they had agreed"."""
    who = subject_of(verb)
    told = who is not None and who.lower_ == "they" and verb.dep_ == "ccomp" and verb.head.i < verb.i
    return subject_of(verb.head) if told else who


def names_told(nouns: Iterable[tuple[Token, Sentence]]) -> Iterator[tuple[Token, Sentence]]:
    """The names of those who are told to talk or agree with somebody: "negotiations with the A Front"."""
    for noun, sentence in nouns:
        named = (one for one in conjuncts(noun) if one.pos_ == "PROPN" and one.lower_ not in offices().heads)
        yield from ((one, sentence) for one in named)  # not "the Envoy"


def is_name_of_a_body(noun: Token) -> bool:
    """True for a name that is none of a person, place or time, by what a parser takes it for."""
    return noun.ent_type_ in ("", "ORG", "NORP", "FAC") and noun.text[0].isupper() and len(noun.text) > 1


def group_meant(token: Token, told: Mapping[str, tuple[Token, object]]) -> str | None:
    """The base form of the group that a noun means; ``None`` where it tells of others, or several may be meant.

    A noun of the same family means the only one that is told: "the union" the workers, "the company" the employers.
    """
    lemma = base(token)
    named = families().get(lemma)
    if named is None or token.pos_ != "NOUN":
        return None
    one = lemma in wordset("actors", "of_many")
    alike = (
        [lemma]
        if lemma in told
        else [other for other in told if named & families()[other] and (one or told[other][0].tag_ == token.tag_)]
    )
    if len(alike) != 1:
        return None
    definite = any(c.lower_ in _DETERMINERS for c in token.children)
    if not definite and not (lemma == alike[0] and token.tag_ == "NNS"):
        return None
    beside = {c.lower_ for c in token.children if c.dep_ in ("amod", "compound", "nmod", "poss", "nummod")}
    before = {t.lower_ for t in told[alike[0]][0].subtree}
    return alike[0] if beside <= {*before, *_DETERMINERS} else None


def head_word(name: str) -> str:
    """What the name of a body says that it is.

    >>> head_word("Academic Staff Union of Universities"), head_word("Trade Union Congress")
    ('union', 'congress')
    """
    words = name.lower().split()
    joined = (n for n, word in enumerate(words) if n and word in ("of", "for", "de", "and"))
    return words[next(joined, len(words)) - 1]


def is_the_company(noun: Token) -> bool:
    """True for "the company", "the airline", with nothing beside it that tells of others."""
    beside = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "poss", "nummod", "prep")]
    definite = any(c.lower_ == "the" for c in noun.children)
    return noun.tag_ == "NN" and base(noun) in wordset("actors", "companies") and definite and not beside


def owner_of_group(noun: Token) -> Token | None:
    """Whose a group is that bargains with its owner: A of "A and its creditors", "A met its union", "A's lenders"."""
    owner = child(noun, "poss")
    if owner is None or owner.tag_ != "PRP$":
        return owner if owner is not None and owner.pos_ == "PROPN" else None
    if owner.lower_ not in ("its", "their"):
        return None
    if noun.dep_ == "conj" and noun.head.i < noun.i:
        return noun.head
    verb = next((t for t in noun.ancestors if t.pos_ == "VERB" and subject_of(t) is not None), None)
    return subject_of(verb) if verb is not None else None


@cache
def families() -> Mapping[str, frozenset[str]]:
    """Which families of groups each noun is of."""
    found: dict[str, frozenset[str]] = {}
    for name, nouns in lexicon("actors")["bargainers"].items():
        for noun in nouns:
            found[noun] = found.get(noun, frozenset()) | {name}
    return found
