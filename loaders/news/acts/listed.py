"""Acts that a list's heading makes of its items: "What X asked for", "X's demands", "Y offers:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import base, child, finite, negated, subject_of
from .frames import FoundAct, verb_frames, word_frames

_LONGEST = 12
"""Words of a heading that says whose list it is; longer ones tell something themselves."""


@dataclass(frozen=True, slots=True)
class _Header:
    """Whose acts the items of a list are."""

    act: ActType
    agents: tuple[Key, ...]


def listed_acts(actors: Actors) -> dict[int, FoundAct]:
    """For the number of each sentence that opens an item of such a list, the act that it is."""
    headers: dict[int, _Header | None] = {}
    found: dict[int, FoundAct] = {}
    for number, segment in enumerate(actors.article.segments):
        above = segment.header if segment.header is not None else segment.heading
        if segment.kind != "bullet" or above is None:
            continue
        if above not in headers:
            headers[above] = _header(actors, above)
        header, sentences = headers[above], actors.article.of_segment(number)
        if header is not None and sentences and not _tells(sentences[0]):
            found[sentences[0].number] = _item(header, sentences[0])
    return found


def above(actors: Actors, sentence: Sentence, verb: Token) -> tuple[Key, ...]:
    """Who does what an item of a list begins with, by its heading: "The two sides:", "(a) agreed that ..."."""
    segment = sentence.segment
    heading = segment.header if segment.header is not None else segment.heading
    leads = verb.i <= sentence.span[0].i + 2 and child(verb, "nsubj", "nsubjpass") is None
    if segment.kind != "bullet" or heading is None or not leads or verb.tag_ not in ("VBD", "VBN", "VBP", "VBZ"):
        return ()
    for head in actors.article.of_segment(heading):
        root = head.span.root
        if root.pos_ in ("NOUN", "PROPN") and len(head.span) <= _LONGEST:
            return actors.parties(actors.resolve(root, head))
    return ()


def enumerated(act: FoundAct) -> Iterator[FoundAct]:
    """The further points of "agreed (a) to raise the quota; (b) to share data; and (c) to close the bank"."""
    before = act.root.doc.tokens[: act.root.i + 1][-5:]
    if act.root.pos_ != "VERB" or act.root.i <= act.head.i or len(before) < 5 or not _is_point(before):
        return
    tokens = [t for t in act.sentence.span if t.i > act.root.i]
    opens = [n for n in range(len(tokens) - 4) if _is_point(tokens[n : n + 5])]
    for n, start in enumerate(opens):
        limit = opens[n + 1] if n + 1 < len(opens) else len(tokens)
        if any(finite(t) and child(t, "nsubj", "nsubjpass") is not None for t in tokens[:start]):
            return  # "..., but B refused (b) to share data"
        words = tokens[start + 3 : limit]
        while words and (words[-1].is_punct or words[-1].lower_ in ("and", "or")):
            words = words[:-1]
        yield replace(act, root=tokens[start + 4], content=extent(words), span=extent([act.head, *words]))


def _is_point(words: Sequence[Token]) -> bool:
    """True for the "(b) to share" that opens a point."""
    opening, letter, closing, to, verb = words
    marked = opening.text == "(" and closing.text == ")" and len(letter.text) < 4 and letter.text.isalnum()
    return marked and to.lower_ == "to" and verb.tag_ == "VB"


def _header(actors: Actors, segment: int) -> _Header | None:
    for sentence in actors.article.of_segment(segment):
        for token in sentence.span if len(sentence.span) <= _LONGEST else ():
            act, whose = _named_act(token)
            mention = actors.mention_at(*extent([whose])) if whose is not None else None
            keys = (actors.known(mention),) if mention is not None else actors.resolve(whose, sentence)
            agents = actors.parties(keys)
            if act is not None and agents:
                return _Header(act, agents)
    return None


def _named_act(token: Token) -> tuple[ActType | None, Token | None]:
    """The act that a word of a heading names, and whose it is."""
    if token.pos_ in ("VERB", "AUX") and not negated(token):
        frames = (f for f in verb_frames().get(token.lemma_.lower(), ()) if not f.past)
        frame = next((f for f in frames if f.particles is None or _ends_in(token, f.particles)), None)
        return (frame.act, subject_of(token)) if frame is not None else (None, None)
    if token.pos_ in ("NOUN", "PROPN") and token.tag_ in ("NNS", "NNPS") and base(token) in word_frames("nouns"):
        frame = word_frames("nouns")[base(token)]
        return (None, None) if frame.pair else (frame.act, child(token, "poss", "compound", "amod"))
    return None, None


def _ends_in(verb: Token, particles: frozenset[str]) -> bool:
    return any(c.lower_ in particles for c in verb.children)


def _tells(sentence: Sentence) -> bool:
    """True for an item that tells by itself what somebody did: it is no demand or offer of the heading."""
    root = sentence.span.root
    return root.tag_ in ("VBD", "VBZ", "VBP", "VBN") and child(root, "nsubj", "nsubjpass") is not None


def _item(header: _Header, sentence: Sentence) -> FoundAct:
    last = sentence.span[-1]
    words = [t for t in sentence.span if t.i < last.i or not last.is_punct]
    span = extent(words or sentence.span)
    root = sentence.span.root
    return FoundAct(header.act, header.agents, (), span, span, root, root, sentence, "act-listed")
