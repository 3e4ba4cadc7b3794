"""Who says what: every stretch of the text that stands in somebody's mouth, with the words that say so.

Finds the speaker's noun, not the person: :mod:`.actors` resolves it. What goes on without a verb of saying (quotations
on their own, lists) is for :mod:`.continuations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from .annotation import Article, end_of, extent, start_of
from .continuations import forward, headline, inherited, list_speakers
from .lexicons import lexicon, wordset
from .quotations import near_quotations, quotations
from .syntax import child, children, clause, enclosing_clause, negated, passive, subject_of
from .utterances import QuotedSentence, Utterance

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_utterances(article: Article) -> tuple[Utterance, ...]:
    """Every utterance in order of the text; bare quotations take the speaker of their neighbour."""
    quoted = quotations(article.text, article.segments)
    headers = list_speakers(article)
    found: list[Utterance] = []
    for sentence in article.sentences:
        here = QuotedSentence(sentence, near_quotations(quoted, sentence.start - 2, sentence.end + 8))
        own = _of_sentence(article, here)
        instead = inherited(article, here, own, headers=headers, before=found)
        found += sorted(own, key=lambda u: u.content) if instead is None else [instead]
    return tuple(forward(found))


def _of_sentence(article: Article, here: QuotedSentence) -> list[Utterance]:
    if here.sentence.segment.kind == "headline" and (told := headline(article, here.sentence)):
        return [told]
    found: list[Utterance] = []
    for token in here.sentence.span:
        if token.lower_ == "according" and (according := _according(here, token)):
            found.append(according)
        elif token.pos_ in ("VERB", "AUX"):
            found += _spoken(here, token)
    return found


# ---------------------------------------------------------------------- verbs


def _spoken(here: QuotedSentence, verb: Token) -> list[Utterance]:
    lemma = verb.lemma_.lower()
    if here.quotes(verb) and not here.quotes(subject_of(verb) or verb):
        return []
    if refusal := _refusal(here, verb):
        return refusal
    if negated(verb) and lemma in wordset("reporting", "say"):
        return _silence(here, verb)
    says = lemma in wordset("reporting", "say")
    clause_of_own = child(verb, "ccomp") is not None
    infinitive = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if infinitive and not (says and clause_of_own):
        return []
    if verb.dep_ == "advcl" and lemma in wordset("reporting", "reason") and not clause_of_own:
        return []
    content = _content_clause(verb)
    if content is None and here.longest_beside(verb) is None:
        says = False
    speaker = _speaker(verb)
    if says and content is not None and content.i < verb.i and speaker is None:
        speaker = _inverted(verb)
    if speaker is None or not _can_speak(speaker, verb):
        return []
    speaker = _carrier(speaker) or speaker
    if says:
        first = _say(here, verb, speaker, content)
    elif lemma in wordset("reporting", "speak") or _phrase(verb):
        first = _speak(here, verb, speaker)
    else:
        return []
    return [first, *_concessions(here, verb, speaker, content), *_reasons(here, verb, speaker)]


def _silence(here: QuotedSentence, verb: Token) -> list[Utterance]:
    """ "X did not say whether ...": a refusal to say; "X did not say that ..." is nothing said."""
    speaker, content = subject_of(verb), child(verb, "ccomp")
    open_question = content is not None and any(
        c.lower_ in ("whether", "if", "when", "where", "what", "who", "how", "why") for c in content.children
    )
    if speaker is None or not (open_question and _can_speak(speaker, verb)):
        return []
    span = extent(clause(verb))
    cue = extent([speaker, verb])
    return [Utterance("refuse", here.sentence, span, cue, speaker, verb, verb, "paraphrase")]


def _speaker(verb: Token) -> Token | None:
    """The subject, also where it is another verb's.

    For "stated that A and confirmed B" it is that of "stated", for "issued a statement saying ..." that of "issued".
    """
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.i < head.i and _speaks_too(verb, head.head):
        return _speaker(head.head)
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in ("quote", "cite"):  # "was quoted as saying"
        return child(head.head, "nsubjpass")
    if verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN") and not head.ent_type_:
        return subject_of(enclosing_clause(verb))
    return subject_of(verb)


def _can_speak(speaker: Token, verb: Token) -> bool:
    if speaker.pos_ not in ("NOUN", "PROPN", "PRON") or speaker.lower_ in ("there", "which", "what", "this", "that"):
        return False
    return not (speaker.lower_ == "it" and (passive(verb) or verb.lemma_ == "be"))


def _content_clause(verb: Token) -> Token | None:
    found = child(verb, "ccomp")
    if found is not None and not (found.i < verb.i and _concessive(found)):
        return found
    after = verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i
    if after and _comma_before(verb):
        return verb.head
    complement = child(verb, "xcomp")
    if complement is not None and any(c.dep_ in ("nsubj", "mark") for c in complement.children):
        return complement
    for prep in children(verb, "prep"):  # "said in a statement that ..."
        carrier = child(prep, "pobj")
        told = child(carrier, "acl", "relcl", "ccomp") if carrier is not None else None
        if told is not None and any(c.dep_ == "mark" and c.lower_ == "that" for c in told.children):
            return told
    return None


def _comma_before(verb: Token) -> bool:
    subject = child(verb, "nsubj")
    first = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
    return first > 0 and verb.doc[first - 1].text in (",", "”", '"', "’")


def _inverted(verb: Token) -> Token | None:
    """The speaker in '..., noted the spokesman', which a parser may take for an object."""
    after = child(verb, "dobj", "attr", "oprd")
    return after if after is not None and after.i > verb.i else None


def _carrier(noun: Token) -> Token | None:
    """The speaker behind a statement or readout: "the US statement", "a statement by X", "X's remarks"."""
    if noun.lemma_.lower() not in wordset("reporting", "carriers"):
        return None
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = child(by, "pobj") if by is not None else child(noun, "compound", "amod")
    return owner if owner is not None and (owner.ent_type_ or owner.pos_ == "PROPN") else noun


# ---------------------------------------------------------------------- what they introduce


def _say(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None) -> Utterance:
    if content is None:
        beside = here.longest_beside(verb)
        assert beside is not None
        whole = extent(clause(verb))
        if beside[1] - beside[0] < 0.4 * (whole[1] - whole[0]):  # a few quoted words in a report of one's own
            return here.utterance("speak", whole, verb=verb, speaker=speaker, root=verb)
        cue = extent([speaker, verb])
        return Utterance("say", here.sentence, beside, cue, speaker, verb, None, here.mode(beside))
    span = _before(here, verb, speaker, content) if content.i < verb.i else _after(verb, content)
    return here.utterance("say", span, verb=verb, speaker=speaker, root=content)


def _before(here: QuotedSentence, verb: Token, speaker: Token, content: Token) -> tuple[int, int]:
    """The content in "..., X said", and in "..., X said, ...": what stands after the verb belongs to it too."""
    edge = min(verb.i, speaker.left_edge.i if speaker.i < verb.i else verb.i)
    tokens = [t for t in here.sentence.span if t.i < edge]
    start, end = extent(tokens)
    late = [t for t in content.subtree if t.i > max(verb.right_edge.i, speaker.i)] if content == verb.head else []
    after = here.end_after(verb, speaker)
    if late or after:
        end = after or extent(late)[1]
    lead = next((t for t in tokens if t.dep_ == "advcl" and t.head == verb), None)
    if lead is not None and lead.right_edge.i < content.left_edge.i:
        start = extent(content.subtree)[0]
    return start, end


def _after(verb: Token, content: Token) -> tuple[int, int]:
    """The content in "X said that ..."."""
    marks = [c for c in content.children if c.dep_ == "mark" and c.lower_ in ("that", "whether")]
    tokens = [t for t in clause(content) if t not in marks]
    tokens = [t for t in tokens if t.i > verb.i] or tokens
    start, end = extent(tokens)
    joined = [c for c in content.children if c.dep_ == "conj"]
    if not joined:
        end = extent(content.subtree)[1]
    own = [c for c in joined if c.pos_ in ("VERB", "AUX") and not _speaks_too(c, verb)]
    return start, max([extent(c.subtree)[1] for c in own], default=end)


def _speaks_too(conjunct: Token, verb: Token) -> bool:
    """True when a verb joined to the content rather is joined to the verb of saying ("stated ... and confirmed")."""
    if conjunct.tag_ != verb.tag_ or child(conjunct, "nsubj") is not None:
        return False
    return conjunct.lemma_.lower() in wordset("reporting", "say") | wordset("reporting", "speak")


def _speak(here: QuotedSentence, verb: Token, speaker: Token) -> Utterance:
    conceded = (c for c in verb.children if c.i < verb.i and c.dep_ in ("advcl", "ccomp") and _concessive(c))
    set_apart = {t.i for c in conceded for t in c.subtree}
    set_apart.update(t.i for c in verb.children if c.lower_ == "according" for t in c.subtree)
    tokens = [t for t in clause(verb) if t.i not in set_apart]
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl"):
        tokens = [t for t in tokens if t.i >= verb.left_edge.i]
    elif verb.dep_ == "relcl":
        tokens = [t for t in tokens if t.i >= verb.i]
    return here.utterance("speak", extent(tokens), verb=verb, speaker=speaker, root=verb)


def _refusal(here: QuotedSentence, verb: Token) -> list[Utterance]:
    speaker, complement = subject_of(verb), child(verb, "xcomp")
    if speaker is None or complement is None or verb.lemma_.lower() not in wordset("reporting", "refuse", "verbs"):
        return []
    if complement.lemma_.lower() not in wordset("reporting", "refuse", "complements"):
        return []
    reasons = wordset("reporting", "reason")
    reason = next((c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in reasons), None)
    cut = set() if reason is None else {t.i for t in reason.subtree}
    tokens = [t for t in clause(verb) if t.i not in cut and t.i >= min(speaker.i, verb.i)]
    cue = extent([speaker, verb])
    refusal = Utterance("refuse", here.sentence, extent(tokens), cue, speaker, verb, verb, "paraphrase")
    return [refusal, *_reasons(here, verb, speaker)]


def _reasons(here: QuotedSentence, verb: Token, speaker: Token) -> list[Utterance]:
    """ "X declined, citing ...": the reason is X's."""
    reasons = wordset("reporting", "reason")
    found = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in reasons]
    return [
        Utterance("reason", here.sentence, extent(c.subtree), None, speaker, c, c, "paraphrase")
        for c in found
        if child(c, "ccomp") is None
    ]


def _concessive(clause_head: Token) -> bool:
    words = wordset("reporting", "concessive")
    return any(k.lower_ in words for k in clause_head.subtree if k.dep_ in ("mark", "advmod"))


def _concessions(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None) -> list[Utterance]:
    """ "While X would be welcome, S said ...": the concession is S's too."""
    found = []
    for c in verb.children:
        if c.dep_ in ("advcl", "ccomp") and c != content and c.i < verb.i and _concessive(c):
            span = extent(t for t in c.subtree if t.lower_ not in wordset("reporting", "concessive"))
            found.append(Utterance("concession", here.sentence, span, None, speaker, verb, c, "paraphrase"))
    return found


# ---------------------------------------------------------------------- phrases


def _according(here: QuotedSentence, token: Token) -> Utterance | None:
    """ "..., according to X"."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        to = token.nbor(1)
    speaker = child(to, "pobj") if to is not None else None
    if speaker is None or to is None:
        return None
    phrase = {t.i for t in token.subtree} | {t.i for t in to.subtree}
    head = token.head if token.head.pos_ in ("VERB", "AUX") else here.sentence.span.root
    around = clause(head) if head.dep_ != "ROOT" else list(here.sentence.span)
    tokens = [t for t in around if t.i not in phrase]
    before, after = [t for t in tokens if t.i < token.i], [t for t in tokens if t.i > max(phrase)]
    if all(t.is_punct for t in before):
        tokens = after
    elif all(t.is_punct for t in after):
        tokens = before
    if not tokens:
        return None
    span = extent(tokens)
    cue = (start_of(token), end_of(here.sentence.span.doc[max(phrase)]))
    return Utterance("according", here.sentence, span, cue, speaker, None, head, here.mode(span))


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A verb that says something only with a particle, an object or a predicate."""

    particles: frozenset[str]
    objects: frozenset[str]
    predicate: bool


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    found: dict[str, list[_Phrase]] = {}
    for entry in lexicon("reporting")["phrases"]:
        particles, objects = frozenset(entry.get("with", ())), frozenset(entry.get("object", ()))
        found.setdefault(entry["verb"], []).append(_Phrase(particles, objects, entry.get("predicate", False)))
    return found


def _phrase(verb: Token) -> bool:
    """True for "called for", "laid out", "issued a statement"."""
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "dative")}
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    predicate = child(verb, "oprd", "ccomp", "xcomp") is not None
    return any(
        particles & phrase.particles or objects & phrase.objects or (phrase.predicate and predicate)
        for phrase in _phrases().get(verb.lemma_.lower(), ())
    )
