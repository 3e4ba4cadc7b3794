"""How far a clause holds, and by whose word: the walk from the clause up to its sentence, and down again."""

from __future__ import annotations

from ..cast.attribution import Attributed, Attribution
from ..language.annotation import Article, Sentence, end_of, start_of
from ..language.parse import Token
from ..language.syntax import children, enclosing_clause, modal
from ..lexicons.word_lists import wordset
from ..voices.quotations import near_quotations, quotations
from .asides import said_aside
from .embedding import Link
from .own_words import of_clause, of_noun
from .path import link_above
from .signatures import adverbs
from .value import Value

_LONGEST = 40
_FORESEEING = ("said", "believed", "foreseen", "alleged")


class Standings:
    """Assesses the clauses of one article; ``year`` is that of its publication, where it is known."""

    def __init__(self, article: Article, attribution: Attribution, *, year: int | None = None) -> None:
        self._article = article
        self.attribution = attribution
        self._year = year
        self._quotations = quotations(article.text, article.segments)
        self._known: dict[int, Value] = {}
        self._spoken: dict[int, bool] = {}

    def assess(self, token: Token, sentence: Sentence, *, own: bool = True) -> Value:
        """The value of the clause that a verb or adjective heads, or of a noun of an act.

        Without its ``own`` words the clause counts as told: a proposal that "would allow" something is one.
        """
        if not own:
            return self._above(*_path(token), self._of_document(sentence, token))
        place = start_of(token)
        if place not in self._known:
            self._known[place] = self._assessed(token, sentence)
        return self._known[place]

    def holder(self, token: Token) -> Attributed | None:
        """Whose words these are, where somebody is found to say them; reports of speech acts are nobody's words."""
        place = start_of(token)
        found = self.attribution.at(place, end_of(token))
        reports = found is not None and found.utterance.kind in ("speak", "lead") and not self._is_quoted(place)
        return None if reports else found

    def reporter(self, token: Token) -> Attributed | None:
        """Whose report of a speech act the words are."""
        return self.attribution.at(start_of(token), end_of(token))

    def _assessed(self, token: Token, sentence: Sentence) -> Value:
        nodes, links = _path(token)
        value = self._above(nodes, links, self._of_document(sentence, token))
        return self._with_own(token, value, links, nodes)

    def _above(self, nodes: list[Token], links: list[Link], value: Value) -> Value:
        """What all that a clause hangs on makes of it."""
        for node, link in zip(reversed(nodes[1:]), reversed(links), strict=True):
            value = self._with_own(node, value, links, nodes)
            value = _adverb_of_saying(node, value.under(link.effect, link.who).because(link.why), link)
        return value

    def _with_own(self, node: Token, value: Value, links: list[Link], nodes: list[Token]) -> Value:
        if node.pos_ in ("VERB", "AUX"):
            at = nodes.index(node)
            above = links[at] if at < len(links) else None
            return of_clause(node, value, year=self._year, backshifted=self._backshifted(node, above))
        if node.pos_ in ("NOUN", "PROPN"):
            none = node is not nodes[0] and any(c.lower_ == "no" for c in node.children)  # "there is no claim that"
            return of_noun(node, value.with_force("unsaid") if none else value)
        return value

    def _backshifted(self, node: Token, above: Link | None) -> bool:
        """True for "said it would": "would" stands for "will" there."""
        if above is not None and above.effect.source in _FORESEEING:
            return above.above.tag_ in ("VBD", "VBN") and not modal(above.above)
        holder = self.holder(node)
        return holder is not None and holder.utterance.backshifted

    def _of_document(self, sentence: Sentence, token: Token) -> Value:
        value = Value()
        if self._is_spoken(sentence):
            value = value.by("said", None).because("somebody speaks of himself")
        if sentence.segment.kind == "turn" and self.reporter(token) is None and not self._is_answer(sentence):
            value = value.with_force("mention").because("asked by nobody who is named")
        if self._is_mentioned(token):
            value = value.with_force("mention").because("quoted by nobody")
        if self.holder(token) is None and said_aside(token, sentence):
            value = value.with_force("mention").because("said in an aside")
        return value

    def _is_spoken(self, sentence: Sentence) -> bool:
        """True for words with an "I" that stands in no quotation: somebody's speech, whoever he is."""
        if sentence.segment_number not in self._spoken:
            texts = self._article.of_segment(sentence.segment_number)
            firsts = (t for one in texts for t in one.span if t.lower_ in ("i", "my", "me", "myself"))
            said = [t for t in firsts if t.tag_ in ("PRP", "PRP$") and not self._is_quoted(start_of(t))]
            said = [t for t in said if not _is_told(t)]
            self._spoken[sentence.segment_number] = bool(said)
        return self._spoken[sentence.segment_number]

    def _is_answer(self, sentence: Sentence) -> bool:
        """True for a sentence of a transcript that somebody who is found says; who only asks is nobody."""
        return any(said.utterance.kind == "turn" for said in self.attribution.said_within(sentence))

    def _is_quoted(self, place: int) -> bool:
        return any(a < place < b for a, b in near_quotations(self._quotations, place, place + 1))

    def _is_mentioned(self, token: Token) -> bool:
        """True for a whole clause in quotation marks that nobody is found to say."""
        place = start_of(token)
        near = near_quotations(self._quotations, place, place + 1)
        quoted = next(((a, b) for a, b in near if a < place < b), None)
        if quoted is None or self.holder(token) is not None:
            return False
        if token.pos_ in ("NOUN", "PROPN") and quoted[1] - quoted[0] <= len(token) + 3:
            return True  # "offer" in marks of doubt
        verb = token if token.pos_ in ("VERB", "AUX") else enclosing_clause(token)
        subject = next((c for c in reversed(children(verb, "nsubj", "nsubjpass")) if c.i < verb.i), None)
        return subject is not None and quoted[0] < start_of(subject) and end_of(subject) <= quoted[1]


def _is_told(first: Token) -> bool:
    """True for "an official told me": the reporter, who tells the rest as well."""
    return first.dep_ in ("dobj", "dative", "pobj") and any(
        t.lemma_.lower() in wordset("reporting", "say") for t in (first.head, first.head.head)
    )


def _path(token: Token) -> tuple[list[Token], list[Link]]:
    nodes, links = [token], []
    while len(nodes) < _LONGEST:
        link = link_above(nodes[-1])
        if link is None or link.above in nodes:
            break
        nodes.append(link.above)
        links.append(link)
    return nodes, links


def _adverb_of_saying(node: Token, value: Value, link: Link) -> Value:
    """ "Wrongly said", "said with a laugh": what becomes of what is said."""
    if link.effect.source != "said":
        return value
    beside = [c for c in node.children if c.dep_ in ("advmod", "prep", "npadvmod")]
    for c in beside:
        words = node.doc.between(sorted(c.subtree, key=lambda t: t.i)).lower()
        effect = adverbs("said").get(c.lower_) or adverbs("said").get(words)
        if effect is not None:
            value = value.negated() if effect.so == "-" else value.with_force(*effect.forces)
            value = value.because(words)
    return value
