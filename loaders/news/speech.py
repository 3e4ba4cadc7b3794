"""Who says what: every stretch of the text that stands in somebody's mouth, with the words that say so.

Finds the speaker's noun, not the person: :mod:`.actors` resolves it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from ...graph.records import AttributionMode
from .annotation import Article, Sentence, end_of, extent, start_of
from .lexicons import lexicon
from .quotations import quotations, share_quoted
from .syntax import agent_of, child, clause, enclosing_clause, passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

UtteranceKind: TypeAlias = Literal[
    "say", "speak", "according", "quote", "refuse", "reason", "concession", "header", "headline", "turn"
]

_CONCESSIVE = frozenset({"while", "although", "though", "whereas"})


@dataclass(frozen=True, slots=True)
class Utterance:
    """``content`` is what is said, ``cue`` the words that attribute it; offsets are the article's."""

    kind: UtteranceKind
    sentence: Sentence
    content: tuple[int, int]
    cue: tuple[int, int] | None
    speaker: Token | None
    """Head noun of whoever speaks; ``None`` when it is the speaker of ``follows``."""
    verb: Token | None
    root: Token | None
    """Head of the content."""
    mode: AttributionMode
    follows: int | None = None
    """Index of the utterance whose speaker goes on."""


def find_utterances(article: Article) -> tuple[Utterance, ...]:
    """Every utterance in order of the text; bare quotations take the speaker of their neighbour."""
    quoted = quotations(article.text, article.segments)
    headers = list_speakers(article)
    found: list[Utterance] = []
    for sentence in article.sentences:
        own = _of_sentence(article, sentence, quoted)
        own += _inherited(article, sentence, own, headers, found, quoted)
        found += sorted(own, key=lambda u: u.content)
    return tuple(_forward(found))


def _forward(found: list[Utterance]) -> list[Utterance]:
    """A bare quotation at the head of a paragraph belongs to whoever is named later in that paragraph, if anybody is."""
    result = list(found)
    for n, utterance in enumerate(found):
        if utterance.kind != "quote" or utterance.follows is None:
            continue
        if found[utterance.follows].sentence.segment_number == utterance.sentence.segment_number:
            continue
        later = range(n + 1, len(found))
        same = (k for k in later if found[k].sentence.segment_number == utterance.sentence.segment_number)
        named = next((k for k in same if found[k].kind == "say" and found[k].mode != "paraphrase"), None)
        if named is not None:
            result[n] = replace(utterance, follows=named)
    return result


def _of_sentence(article: Article, sentence: Sentence, quoted: tuple[tuple[int, int], ...]) -> list[Utterance]:
    kind = sentence.segment.kind
    found: list[Utterance] = []
    if kind == "headline" and (headline := _headline(article, sentence)):
        return [headline]
    for token in sentence.span:
        if token.lower_ == "according" and (according := _according(sentence, token, quoted)):
            found.append(according)
        elif token.pos_ in ("VERB", "AUX") and (spoken := _spoken(sentence, token, quoted)):
            found += spoken
    return found


def _spoken(sentence: Sentence, verb: Token, quoted: tuple[tuple[int, int], ...]) -> list[Utterance]:
    words = lexicon("reporting")
    lemma = verb.lemma_.lower()
    if _inside_quote(verb, quoted) and not _inside_quote(subject_of(verb) or verb, quoted):
        return []
    if refusal := _refusal(sentence, verb, lemma, words):
        return refusal
    if (
        verb.tag_ == "VB"
        and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
        and (lemma not in words["say"] or child(verb, "ccomp") is None)
    ):
        return []
    if verb.dep_ == "advcl" and lemma in words["reason"] and child(verb, "ccomp") is None:
        return []
    speaker = _speaker(verb)
    content = _content_clause(verb)
    say = lemma in words["say"] and (content is not None or _quote_beside(sentence, verb, quoted) is not None)
    if lemma in words["say_with_clause_only"] and content is None and not _quote_beside(sentence, verb, quoted):
        say = False
    if say and content is not None and content.i < verb.i and speaker is None:
        speaker = _inverted(verb)
    if speaker is None or (
        speaker.pos_ not in ("NOUN", "PROPN", "PRON") or speaker.lower_ in ("there", "which", "what", "this", "that")
    ):
        return []
    if speaker.lower_ == "it" and (passive(verb) or verb.lemma_ == "be"):
        return []
    speaker = _carrier(speaker) or speaker
    if say:
        found = [_say(sentence, verb, speaker, content, quoted)]
        return found + _concessions(sentence, verb, speaker, content) + _reasons(sentence, verb, speaker, words)
    if lemma in words["speak"] or _phrase(verb, lemma, words):
        return [
            _speak(sentence, verb, speaker, quoted),
            *_concessions(sentence, verb, speaker, content),
            *_reasons(sentence, verb, speaker, words),
        ]
    return []


def _speaker(verb: Token) -> Token | None:
    """The subject; for "stated that A and confirmed B" that of "stated"; for "issued a statement saying ..." that of "issued"."""
    head = verb.head
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.i < head.i and _speaks_too(verb, head.head):
        return _speaker(head.head)
    if verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN") and not head.ent_type_:
        return subject_of(enclosing_clause(verb))
    return subject_of(verb)


def _content_clause(verb: Token) -> Token | None:
    found = child(verb, "ccomp")
    if found is not None and found.i < verb.i and _concessive(found):
        found = None
    if (
        found is None
        and verb.dep_ in ("parataxis", "ccomp")
        and verb.head.pos_ in ("VERB", "AUX")
        and verb.head.i < verb.i
        and _comma_before(verb)
    ):
        return verb.head
    if found is None:
        xcomp = child(verb, "xcomp")
        if xcomp is not None and any(c.dep_ in ("nsubj", "mark") for c in xcomp.children):
            return xcomp
    return found


def _comma_before(verb: Token) -> bool:
    subject = child(verb, "nsubj")
    first = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
    return first > 0 and verb.doc[first - 1].text in (",", "”", '"', "’")


def _inverted(verb: Token) -> Token | None:
    """The speaker in '..., noted the spokesman', which a parser may take for an object."""
    after = child(verb, "dobj", "attr", "oprd")
    return after if after is not None and after.i > verb.i else None


def _say(
    sentence: Sentence, verb: Token, speaker: Token, content: Token | None, quoted: tuple[tuple[int, int], ...]
) -> Utterance:
    if content is None:
        beside = _quote_beside(sentence, verb, quoted)
        assert beside is not None
        whole = extent(clause(verb))
        if beside[1] - beside[0] < 0.4 * (whole[1] - whole[0]):  # a few quoted words in a report of one's own
            return _utterance("speak", sentence, _widen(sentence, whole, quoted), verb, speaker, verb, quoted)
        return _utterance("say", sentence, beside, verb, speaker, None, quoted)
    front = content.i < verb.i
    if front:
        edge = min(verb.i, speaker.left_edge.i if speaker.i < verb.i else verb.i)
        tokens = [t for t in sentence.span if t.i < edge]
        late = [t for t in content.subtree if t.i > max(verb.right_edge.i, speaker.i)] if content == verb.head else []
        after = _quote_after(sentence, verb, speaker, quoted)
        span = extent(tokens) if not (late or after) else (extent(tokens)[0], after or extent(late)[1])
        lead = next((t for t in tokens if t.dep_ == "advcl" and t.head == verb), None)
        if lead is not None and lead.right_edge.i < content.left_edge.i:
            span = (extent(list(content.subtree))[0], span[1])
        return _utterance("say", sentence, _widen(sentence, span, quoted), verb, speaker, content, quoted)
    tokens = [
        t for t in clause(content) if not (t.dep_ == "mark" and t.head == content and t.lower_ in ("that", "whether"))
    ]
    tokens = [t for t in tokens if t.i > verb.i] or tokens
    end = extent(list(content.subtree))[1] if not any(t.dep_ == "conj" for t in content.children) else extent(tokens)[1]
    coordinated = [
        c for c in content.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX") and not _speaks_too(c, verb)
    ]
    if coordinated:
        end = max(extent(list(c.subtree))[1] for c in coordinated)
    return _utterance(
        "say", sentence, _widen(sentence, (extent(tokens)[0], end), quoted), verb, speaker, content, quoted
    )


def _speaks_too(conjunct: Token, verb: Token) -> bool:
    """True when a verb joined to the content is more likely joined to the verb of saying ("stated ... and confirmed")."""
    words = lexicon("reporting")
    same_tense = conjunct.tag_ == verb.tag_
    return (
        same_tense and child(conjunct, "nsubj") is None and conjunct.lemma_.lower() in {*words["say"], *words["speak"]}
    )


def _speak(sentence: Sentence, verb: Token, speaker: Token, quoted: tuple[tuple[int, int], ...]) -> Utterance:
    set_apart = {
        t.i
        for c in verb.children
        if c.i < verb.i and c.dep_ in ("advcl", "ccomp") and _concessive(c)
        for t in c.subtree
    }
    tokens = [t for t in clause(verb) if t.i not in set_apart]
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl"):
        tokens = [t for t in tokens if t.i >= verb.left_edge.i]
    elif verb.dep_ == "relcl":
        tokens = [t for t in tokens if t.i >= verb.i]
    return _utterance("speak", sentence, _widen(sentence, extent(tokens), quoted), verb, speaker, verb, quoted)


def _refusal(sentence: Sentence, verb: Token, lemma: str, words: dict[str, dict[str, list[str]]]) -> list[Utterance]:
    speaker = subject_of(verb)
    complement = child(verb, "xcomp")
    if speaker is None or lemma not in words["refuse"]["verbs"] or complement is None:
        return []
    if complement.lemma_.lower() not in words["refuse"]["complements"]:
        return []
    reason = next((c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in words["reason"]), None)
    cut = set() if reason is None else {t.i for t in reason.subtree}
    tokens = [t for t in clause(verb) if t.i not in cut and t.i >= min(speaker.i, verb.i)]
    refusal = Utterance("refuse", sentence, extent(tokens), extent([speaker, verb]), speaker, verb, verb, "paraphrase")
    return [refusal, *_reasons(sentence, verb, speaker, words)]


def _reasons(
    sentence: Sentence, verb: Token, speaker: Token, words: dict[str, dict[str, list[str]]]
) -> list[Utterance]:
    found = [
        c
        for c in verb.children
        if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in words["reason"] and child(c, "ccomp") is None
    ]
    return [Utterance("reason", sentence, extent(list(c.subtree)), None, speaker, c, c, "paraphrase") for c in found]


def _concessive(clause_head: Token) -> bool:
    return any(k.lower_ in _CONCESSIVE for k in clause_head.subtree if k.dep_ in ("mark", "advmod"))


def _concessions(sentence: Sentence, verb: Token, speaker: Token, content: Token | None) -> list[Utterance]:
    """ "While X would be welcome, S said ...": the concession is S's too."""
    found = []
    for c in verb.children:
        if c.dep_ in ("advcl", "ccomp") and c != content and c.i < verb.i and _concessive(c):
            tokens = [t for t in c.subtree if t.lower_ not in _CONCESSIVE]
            found.append(Utterance("concession", sentence, extent(tokens), None, speaker, verb, c, "paraphrase"))
    return found


def _according(sentence: Sentence, token: Token, quoted: tuple[tuple[int, int], ...]) -> Utterance | None:
    to = next((c for c in token.children if c.lower_ == "to"), None) or (
        token.nbor(1) if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to" else None
    )
    speaker = child(to, "pobj") if to is not None else None
    if speaker is None or to is None:
        return None
    phrase = {t.i for t in token.subtree} | {t.i for t in to.subtree}
    head = token.head if token.head.pos_ in ("VERB", "AUX") else sentence.span.root
    tokens = [t for t in (clause(head) if head.dep_ != "ROOT" else list(sentence.span)) if t.i not in phrase]
    before, after = [t for t in tokens if t.i < token.i], [t for t in tokens if t.i > max(phrase)]
    leading = not [t for t in before if not t.is_punct]
    kept = after if leading or not before else before if not [t for t in after if not t.is_punct] else tokens
    if not kept:
        return None
    span = extent(kept)
    cue = (start_of(token), end_of(sentence.span.doc[max(phrase)]))
    return Utterance("according", sentence, span, cue, speaker, None, head, _mode(span, quoted, "paraphrase"))


def _phrase(verb: Token, lemma: str, words: dict[str, list[dict[str, object]]]) -> bool:
    for entry in words["phrases"]:
        if entry["verb"] != lemma:
            continue
        particles = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "dative")}
        objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
        if particles & set(entry.get("with", ())) or objects & set(entry.get("object", ())):  # type: ignore[call-overload]  # lists in the YAML
            return True
        if entry.get("predicate") and child(verb, "oprd", "ccomp", "xcomp") is not None:
            return True
    return False


def _carrier(noun: Token) -> Token | None:
    """The speaker behind a statement or readout: "the US statement", "a statement by X", "X's remarks"."""
    if noun.lemma_.lower() not in lexicon("reporting")["carriers"]:
        return None
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = child(by, "pobj") if by is not None else child(noun, "compound", "amod")
    return owner if owner is not None and (owner.ent_type_ or owner.pos_ == "PROPN") else noun


def _quote_beside(sentence: Sentence, verb: Token, quoted: tuple[tuple[int, int], ...]) -> tuple[int, int] | None:
    spans = [
        (max(a, sentence.start), min(b, sentence.end)) for a, b in quoted if a < sentence.end and b > sentence.start
    ]
    spans = [(a, b) for a, b in spans if b - a > 12]
    return max(spans, key=lambda s: s[1] - s[0]) if spans and not _inside_quote(verb, quoted) else None


def _quote_after(sentence: Sentence, verb: Token, speaker: Token, quoted: tuple[tuple[int, int], ...]) -> int | None:
    from_here = end_of(verb if verb.i > speaker.i else speaker)
    ends = [min(b, sentence.end) for a, b in quoted if from_here <= a < sentence.end]
    return max(ends) if ends else None


def _inside_quote(token: Token, quoted: tuple[tuple[int, int], ...]) -> bool:
    start = start_of(token)
    return any(a < start < b for a, b in quoted)


def _widen(sentence: Sentence, span: tuple[int, int], quoted: tuple[tuple[int, int], ...]) -> tuple[int, int]:
    """Takes a quotation's marks in when its words are in."""
    start, end = span
    for a, b in quoted:
        if a == start - 1:
            start = a
        if b == end + 1 or (a < end < b <= end + 2):
            end = b
    return max(start, sentence.start), min(end, sentence.end)


def _utterance(
    kind: UtteranceKind,
    sentence: Sentence,
    content: tuple[int, int],
    verb: Token,
    speaker: Token,
    root: Token | None,
    quoted: tuple[tuple[int, int], ...],
) -> Utterance:
    return Utterance(
        kind, sentence, content, extent([speaker, verb]), speaker, verb, root, _mode(content, quoted, "paraphrase")
    )


def _mode(span: tuple[int, int], quoted: tuple[tuple[int, int], ...], otherwise: AttributionMode) -> AttributionMode:
    share = share_quoted(quoted, *span)
    return "direct-quote" if share > 0.9 else "mixed-quote" if share > 0 else otherwise


def _headline(article: Article, sentence: Sentence) -> Utterance | None:
    """ "Content: Speaker" and "Speaker: content" in a headline."""
    text = article.text[sentence.segment.start : sentence.segment.end]
    head, colon, tail = text.rpartition(": ")
    if not colon or sentence.start > sentence.segment.start:
        return None
    split = sentence.segment.start + len(head)
    left = [t for t in sentence.span if end_of(t) <= split]
    right = [t for t in sentence.span if start_of(t) > split]
    if len(left) >= 3 and right and 1 <= len(tail.split()) <= 6 and not any(t.pos_ in ("VERB", "AUX") for t in right):
        root = next((t for t in left if t.dep_ == "ROOT"), left[0])
        return Utterance("headline", sentence, extent(left), extent(right), right[-1], None, root, "headline")
    if len(right) >= 3 and left and len(head.split()) <= 4 and not any(t.pos_ in ("VERB", "AUX") for t in left):
        return Utterance(
            "headline", sentence, extent(right), extent(left), left[-1], None, right[0].sent.root, "headline"
        )
    return None


def list_speakers(article: Article) -> dict[int, Token]:
    """For each list header that names a speaker, the head noun of that speaker."""
    speakers: dict[int, Token] = {}
    for sentence in article.sentences:
        if sentence.segment.kind != "list-header":
            continue
        for token in sentence.span:
            noun = token.lemma_.lower()
            by = agent_of(token) if token.tag_ == "VBN" else None
            if by is None and noun in {*lexicon("reporting")["carriers"], "point", "takeaway", "quote", "word"}:
                prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
                by = child(prep, "pobj") if prep is not None else child(token, "poss")
            if by is None and noun in {*lexicon("reporting")["say"], "make", "give", "list"} and token.pos_ == "VERB":
                by = child(token, "nsubj")
            if by is None and token.lower_ == "according":
                prep = child(token, "prep")
                by = child(prep, "pobj") if prep is not None else None
            if by is not None and by.pos_ in ("PROPN", "NOUN"):
                speakers.setdefault(sentence.segment_number, by)
    return speakers


def _inherited(
    article: Article,
    sentence: Sentence,
    own: list[Utterance],
    headers: dict[int, Token],
    before: list[Utterance],
    quoted: tuple[tuple[int, int], ...],
) -> list[Utterance]:
    segment = sentence.segment
    if segment.kind == "bullet" and segment.header in headers:
        speaker = headers[segment.header]
        acting = {lemma for entry in lexicon("acts")["verbs"] for lemma in entry["lemmas"]}
        if any(
            u.kind == "according" or (u.kind == "say" and u.verb is not None and u.verb.lemma_.lower() not in acting)
            for u in own
        ):
            return []
        content = extent(list(sentence.span))
        own.clear()
        mode: AttributionMode = "mixed-quote" if share_quoted(quoted, *content) > 0 else "list-summary"
        end = sentence.end if article.text[sentence.end - 1] in '"”' else content[1]
        return [Utterance("header", sentence, (content[0], end), None, speaker, None, sentence.span.root, mode)]
    share = share_quoted(quoted, sentence.start, sentence.end)
    if share < 0.85 or any(u.kind in ("say", "according") for u in own) or sentence.end - sentence.start < 8:
        return []
    follows = _neighbour(article, sentence, before)
    if follows is None:
        if article.text[sentence.start] not in '“"«':
            return []
        follows = max(len(before) - 1, 0)
    own.clear()
    span = (sentence.start, sentence.end)
    return [Utterance("quote", sentence, span, None, None, None, sentence.span.root, "direct-quote", follows=follows)]


def _neighbour(article: Article, sentence: Sentence, before: list[Utterance]) -> int | None:
    """The utterance whose speaker goes on in a bare quotation: the last one in this or the previous paragraph."""
    if not before:
        return None
    last = len(before) - 1
    while last > 0 and before[last - 1].sentence is before[last].sentence and _within(before[last], before[last - 1]):
        last -= 1  # speech within speech: the quotation goes on with the outer speaker
    gap = sentence.segment_number - before[last].sentence.segment_number
    opens = article.text[sentence.segment.start] in '“"«'
    return last if gap == 0 or (gap == 1 and (opens or sentence.segment.kind == "bullet")) else None


def _within(inner: Utterance, outer: Utterance) -> bool:
    return outer.content[0] <= inner.content[0] and inner.content[1] <= outer.content[1]
