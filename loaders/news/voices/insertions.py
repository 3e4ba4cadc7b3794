"""Attributions that are put into a sentence or stand before a colon: "X, he said, would ...", "as X claimed, ..."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..language.annotation import end_of, extent, start_of
from ..language.syntax import agent_of, child, clause, subject_of
from ..lexicons.word_lists import wordset
from .utterances import QuotedSentence, Utterance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..language.parse import Token

_LONGEST_FRAME = 9
"""Words from the comma before "he told parliament on Friday" to the comma after it."""
_LONGEST_FORMULA = 16
"""Words from "who" to the last of "spoke on condition of anonymity"."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (":", ";")


def inserted(here: QuotedSentence, verb: Token) -> Utterance | None:
    """What is said about the inserted words in "His government, he told parliament, would examine ..."."""
    speaker = subject_of(verb) if child(verb, "nsubj") is not None else None
    if speaker is None or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or here.quotes(verb):
        return None
    frame = _frame(here, verb, speaker)
    if frame is None:
        return None
    before, after = frame
    main = next((t for t in after if t.tag_ in _FINITE), None)
    if main is None or not before or after[0].tag_ == "VBG" or after[0].lower_ in ("who", "which", "as", "according"):
        return None
    held = {t.i for c in before if c.dep_ in ("relcl", "acl") for t in c.subtree}
    whole = verb.dep_ in ("parataxis", "ccomp") and verb.head.i > verb.i
    if not whole and any(t.tag_ in _FINITE and t.i not in held for t in before):
        return None
    while before and before[0].dep_ in ("cc", "punct") and before[0].text not in "“\"'":
        before = before[1:]
    content = here.widened(extent([*before, *after]))
    root = main.head if main.dep_ == "aux" else main
    return Utterance("say", here.sentence, content, extent([speaker, verb]), speaker, verb, root, here.mode(content))


def _frame(here: QuotedSentence, verb: Token, speaker: Token) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """The words before and after the commas about a verb and its speaker, from the last colon on."""
    tokens = list(here.sentence.span)
    offset = tokens[0].i
    first = min(verb.i, speaker.left_edge.i if speaker.i < verb.i else verb.i) - offset
    last = max(verb.i, speaker.i) - offset
    if not first > 0 or tokens[first - 1].text != ",":
        return None
    close = next((n for n in range(last + 1, min(len(tokens), first + _LONGEST_FRAME)) if tokens[n].text == ","), None)
    if close is None or close + 2 >= len(tokens) or any(t.tag_ in _FINITE for t in tokens[last + 1 : close]):
        return None
    start = max((n + 1 for n in range(first) if tokens[n].text in _BREAKS), default=0)
    return tokens[start : first - 1], tokens[close + 1 :]


def going_on(here: QuotedSentence, told: Utterance) -> Utterance:
    """With what is said behind the speaker too: "The boats stayed, X said, because A had asked for them"."""
    if told.kind != "say" or told.mode == "direct-quote" or told.cue is None or told.content[1] > told.cue[0]:
        return told
    cue_end = told.cue[1]
    after = [t for t in here.sentence.span if start_of(t) >= cue_end]
    if len(after) < 3 or after[0].text != "," or after[1].lower_ not in wordset("reporting", "going_on"):
        return told
    end = next((t for t in after[1:] if t.text in _BREAKS), after[-1])
    last = end.nbor(-1) if end.is_punct else end
    return replace(told, content=(told.content[0], end_of(last)))


def outside(here: QuotedSentence, verb: Token) -> Token | None:
    """The speaker beside a verb between quotations, where a parser may take a quoted noun: '"Mali," said X, "..."'."""
    tokens = list(here.sentence.span)
    offset = tokens[0].i
    after = _noun_run(here, tokens[verb.i - offset + 1 :])
    before = [t for t in tokens[: verb.i - offset] if not here.quotes(t)]
    while before and before[-1].pos_ in ("ADV", "AUX"):
        before.pop()
    last = before[-1] if before else None
    if last is not None and last.pos_ in ("NOUN", "PROPN", "PRON"):
        return last
    return after[-1] if after else None


def _noun_run(here: QuotedSentence, tokens: Sequence[Token]) -> list[Token]:
    """The noun that begins right here, with the words before it: "the Kenyan envoy Ruth Okello"; up to "of"."""
    run: list[Token] = []
    for token in tokens:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM") or here.quotes(token):
            break
        run.append(token)
    while run and run[-1].pos_ not in ("NOUN", "PROPN", "PRON"):
        run.pop()
    return run


def split(here: QuotedSentence, verb: Token, speaker: Token) -> Utterance | None:
    """What is said in '"Uganda," said X, "has asked for ten days."': the whole of it, up to the end of its sentence."""
    first, last = start_of(min(verb, speaker, key=_place)), end_of(max(verb, speaker, key=_place))
    left = [(a, b) for a, b in here.quotations if here.sentence.start - 1 <= a and b <= first]
    right = [(a, b) for a, b in here.quotations if last <= a < here.sentence.end]
    if not left or not right or left[0][0] > here.sentence.start + 1 or here.quotes(verb) or here.quotes(speaker):
        return None
    between = [t for t in here.sentence.span if left[-1][1] <= start_of(t) and end_of(t) <= right[0][0]]
    told = [t for t in between if t.tag_ in _FINITE]
    if len(between) > _LONGEST_FRAME + 3 or told != [verb] or between[-1].text not in (",", ":"):
        return None
    content = left[0][0], min(right[0][1], here.sentence.end)
    own = [t for t in here.sentence.span if here.quotes(t) and t.pos_ in ("VERB", "AUX")]
    root = next((t for t in own if t.dep_ in ("ROOT", "ccomp", "parataxis")), own[0] if own else None)
    return Utterance("say", here.sentence, content, extent([speaker, verb]), speaker, verb, root, "direct-quote")


def _place(token: Token) -> int:
    return token.i


def as_claimed(here: QuotedSentence, verb: Token, speaker: Token) -> Utterance | None:
    """ "The road had been closed, as X claimed": the clause about these words is what X claimed."""
    if verb.dep_ != "advcl" or not any(c.dep_ in ("mark", "advmod") and c.lower_ == "as" for c in verb.children):
        return None
    if verb.head.pos_ not in ("VERB", "AUX") or any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children):
        return None
    own = {t.i for t in verb.subtree}
    tokens = [t for t in clause(verb.head) if t.i not in own]
    if verb.i > verb.head.i:
        tokens = [t for t in tokens if t.i < min(own)]
    span = extent(tokens)
    cue = extent([speaker, verb])
    return Utterance("say", here.sentence, span, cue, speaker, verb, verb.head, here.mode(span))


def reply_before_colon(here: QuotedSentence) -> Utterance | None:
    """ "Then came the reply of X: the offer was ...": what follows the colon is X's."""
    tokens = list(here.sentence.span)
    colon = next((t for t in tokens if t.text == ":" and not here.quotes(t)), None)
    if colon is None or not any(t.tag_ in _FINITE for t in tokens if t.i > colon.i):
        return None
    for token in tokens:
        if token.i < colon.i and token.pos_ == "NOUN" and token.lemma_.lower() in wordset("reporting", "replies"):
            of = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by")), None)
            speaker = child(of, "pobj") if of is not None else child(token, "poss")
            if speaker is None or any(t.pos_ == "VERB" and t.i > token.i for t in tokens if t.i < colon.i):
                continue
            after = [t for t in tokens if t.i > colon.i]
            span = here.widened(extent(after))
            root = next((t for t in after if t.dep_ in ("ROOT", "ccomp", "parataxis")), after[0])
            cue = start_of(token), end_of(speaker)
            return Utterance("say", here.sentence, span, cue, speaker, None, root, here.mode(span))
    return None


def with_explanation(here: QuotedSentence, utterance: Utterance) -> Utterance:
    """ "X denies it: there was a plane to catch": what follows the colon goes on with what X says."""
    start, end = utterance.content
    following = next((t for t in here.sentence.span if start_of(t) >= end), None)
    if utterance.kind != "speak" or following is None or following.text != ":" or following.i + 2 >= len(following.doc):
        return utterance
    rest = [t for t in here.sentence.span if t.i > following.i]
    if not rest or here.inside() or not any(t.tag_ in _FINITE for t in rest):
        return utterance
    return replace(utterance, content=(start, extent(rest)[1]))


def misread_report(here: QuotedSentence, token: Token) -> Utterance | None:
    """ "Local media report that ...", where a parser may take "report" for a noun."""
    if token.dep_ != "ROOT" or token.tag_ != "NN" or token.lower_ not in ("report", "claim", "state"):
        return None
    speaker, content = child(token, "compound"), child(token, "relcl", "acl", "ccomp")
    if speaker is None or content is None or speaker.tag_ != "NNS" or speaker.i != token.i - 1:
        return None
    inside = [t for t in content.subtree if t.i > token.i + 1]
    if token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "that" or not inside:
        return None
    span = here.widened(extent(inside))
    return Utterance("say", here.sentence, span, extent([speaker, token]), speaker, token, content, here.mode(span))


def account(here: QuotedSentence, token: Token) -> tuple[Token, tuple[int, int], set[int]] | None:
    """Speaker, cue and words of "by the account of X", "in X's view", "per X", "as described by X"."""
    if token.lower_ in wordset("reporting", "as_told"):
        return _as_told(token)
    if token.dep_ != "prep" or token.lower_ not in ("by", "in", "on", "from", "per"):
        return None
    noun = child(token, "pobj")
    if noun is None:
        return None
    speaker = _source(noun) if token.lower_ == "per" else _owner(noun)
    if speaker is None:
        return None
    phrase = {t.i for t in token.subtree}
    return speaker, (start_of(token), end_of(token.doc[max(phrase)])), phrase


def _as_told(token: Token) -> tuple[Token, tuple[int, int], set[int]] | None:
    """Those of "A's paper, as described by X, offers ..."."""
    by, first = agent_of(token), token.nbor(-1) if token.i else token
    if by is None or first.lower_ != "as":
        return None
    phrase = {first.i, *(t.i for t in token.subtree)}
    return by, (start_of(first), end_of(token.doc[max(phrase)])), phrase


def _owner(noun: Token) -> Token | None:
    """Whose account a noun is."""
    if noun.lemma_.lower() not in wordset("reporting", "accounts"):
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    return child(of, "pobj") if of is not None else child(noun, "poss")


def _source(noun: Token) -> Token | None:
    """Whoever "per" names: not "per day"."""
    told = wordset("reporting", "unnamed") | wordset("reporting", "carriers")
    return noun if noun.pos_ == "PROPN" or (noun.lemma_.lower() in told and list(noun.children)) else None


def behind_anonymity(verb: Token) -> Token | None:
    """Whoever speaks in "an official who asked not to be named said", where a parser may lose the noun."""
    doc, n = verb.doc, verb.i - 1
    while n > 0 and doc[n].text in (",", "also", "then"):
        n -= 1
    if doc[n].lower_ not in wordset("reporting", "anonymity"):
        return None
    for k in range(n, max(n - _LONGEST_FORMULA, 0), -1):
        if doc[k].lower_ in ("who", "speaking", "requesting", "asking") and k > verb.sent.start:
            noun = doc[k - 2] if doc[k - 1].text == "," else doc[k - 1]
            if noun.pos_ in ("NOUN", "PROPN"):
                return noun
    return None
