"""What a verb of saying introduces: the words that it puts into somebody's mouth, reasons and concessions beside."""

from __future__ import annotations

from ..language.annotation import extent, start_of
from ..language.parse import Token
from ..language.syntax import child, children, clause, is_before_semicolon, passive, subject_of
from ..lexicons.word_lists import wordset
from .insertions import account
from .utterances import QuotedSentence, Utterance


def content_clause(verb: Token) -> Token | None:
    """The head of the clause that a verb of saying has as its content, before or after it."""
    found = next((c for c in children(verb, "ccomp") if not (c.i < verb.i and _stands_apart(c, verb))), None)
    after = verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i < verb.i
    beside = after and _comma_before(verb)
    if found is not None and not (beside and _goes_on_behind(verb)):
        return found
    if beside:
        return verb.head
    complement = child(verb, "xcomp")
    if complement is not None and any(c.dep_ in ("nsubj", "mark") for c in complement.children):
        return complement
    for prep in children(verb, "prep"):  # "said in a statement that ..."
        carrier = child(prep, "pobj")
        if (told := _that_clause(carrier)) is not None:
            return told
    for hearer in children(verb, "dobj", "dative"):  # "told a closed session that ..."
        if (told := _that_clause(hearer)) is not None and verb.lemma_.lower() in wordset("reporting", "telling"):
            return told
    return _after_that(verb)


def _stands_apart(clause: Token, verb: Token) -> bool:
    """True for a clause before "said" that is not what was said: it leads in, or a semicolon ends it."""
    return _leads_in(clause, verb) or is_before_semicolon(clause, verb)


def _goes_on_behind(verb: Token) -> bool:
    """True for "A has proposed, he added, that ...": an aside in what goes on behind it."""
    closed = verb.i + 2 < len(verb.doc) and verb.nbor(1).text == ","
    return closed and verb.nbor(2).lower_ == "that" and verb.dep_ == "parataxis"


def _that_clause(noun: Token | None) -> Token | None:
    told = child(noun, "acl", "relcl", "ccomp") if noun is not None else None
    first = told.left_edge if told is not None else None
    carries = noun is not None and noun.lemma_.lower() in wordset("reporting", "carriers")
    marked = first is not None and first.lower_ == "that" and (first.dep_ == "mark" or carries)
    return told if marked else None


def _after_that(verb: Token) -> Token | None:
    """What a parser took for an object though "that" stands before it: "argues in a paper that wars cost lives"."""
    for c in children(verb, "dobj", "pobj", "npadvmod"):
        first = c.left_edge
        if c.i > verb.i and first.lower_ == "that" and first.tag_ == "IN" and c.i - first.i >= 2:
            return c
    return None


def _leads_in(clause_head: Token, verb: Token) -> bool:
    """True for what only leads up to the verb: "While A would be welcome, S said", "S, told of this, said"."""
    if concessive(clause_head):
        return True
    asked = clause_head.lemma_.lower() in ("ask", "tell", "press", "question") and clause_head.tag_ in ("VBD", "VBN")
    return (
        asked
        and clause_head.i > 0
        and clause_head.nbor(-1).text == ","
        and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    )


def _comma_before(verb: Token) -> bool:
    subject = child(verb, "nsubj")
    first = min(verb.i, subject.left_edge.i if subject is not None else verb.i)
    if first > 1 and verb.doc[first - 1].lower_ == "as":
        first -= 1
    return first > 0 and verb.doc[first - 1].text in (",", "”", '"', "’")


def said(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None) -> Utterance:
    """The words that a verb of saying puts into somebody's mouth: a clause, a quotation beside it, or both."""
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
    tokens = [t for t in here.sentence.span if t.i < edge] or list(
        content.subtree
    )  # "X, insisting that ..., predicted"
    if tokens[-1].lower_ == "as":  # "..., as X claimed"
        tokens.pop()
    start, end = extent(tokens)
    behind = max(verb.right_edge.i, speaker.i)
    late = [t for t in content.subtree if t.i > behind and not t.is_punct] if content == verb.head else []
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
    own = [c for c in joined if c.pos_ in ("VERB", "AUX") and not speaks_too(c, verb)]
    return start, max([extent(c.subtree)[1] for c in own], default=end)


def lead_in(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None) -> Utterance | None:
    """ "X described the call: “...”": what follows is what is said, these words only name its subject."""
    colon = next((t for t in here.sentence.span if t.text == ":" and t.i > verb.i), None)
    if colon is None or not any(start_of(colon) < a <= here.sentence.end + 2 for a, _ in here.quotations):
        return None
    asked = content is not None and any(t.tag_ in ("WP", "WRB", "WDT") for t in content.subtree if t.i <= content.i)
    if not asked and (content is not None or verb.lemma_.lower() not in wordset("reporting", "announcing")):
        return None
    cue = extent([speaker, verb])
    return Utterance("lead", here.sentence, cue, cue, speaker, verb, None, "paraphrase")


def after_colon(here: QuotedSentence, found: list[Utterance]) -> Utterance | None:
    """What is quoted after a colon is of whoever speaks, or else acts, before it: "It set a target: “We agree ...”"."""
    colon = next((t for t in here.sentence.span if t.text == ":" and not here.quotes(t)), None)
    start = next((a for a, _ in here.inside() if colon is not None and 0 < a - start_of(colon) <= 2), None)
    if colon is None or start is None:
        return None
    end = next(min(b, here.sentence.end) for a, b in here.quotations if a == start)
    before = [u for u in found if u.content[0] < start_of(colon) and u.speaker is not None]
    acting = (t for t in here.sentence.span if t.i < colon.i and t.pos_ in ("VERB", "AUX") and child(t, "nsubj"))
    verb = before[-1].verb if before else next(acting, None)
    speaker = before[-1].speaker if before else subject_of(verb) if verb is not None else None
    if end - start < 8 or speaker is None or verb is None or any(_covers(u.content, (start, end)) for u in found):
        return None
    root = next((t for t in here.sentence.span if t.i > colon.i and t.dep_ in ("ccomp", "parataxis", "ROOT")), None)
    cue = extent([speaker, verb])
    return Utterance("say", here.sentence, (start, end), cue, speaker, verb, root, "direct-quote")


def _covers(content: tuple[int, int], quotation: tuple[int, int]) -> bool:
    return content[0] <= quotation[0] + 1 and quotation[1] <= content[1] + 2


def opinion(here: QuotedSentence, verb: Token, speaker: Token) -> Utterance | None:
    """ "X is confident that ...": what X is confident of is X's."""
    adjective = child(verb, "acomp")
    if verb.lemma_ not in ("be", "remain", "sound", "appear") or adjective is None:
        return None
    content = child(adjective, "ccomp") or child(verb, "ccomp")
    if adjective.lower_ not in wordset("reporting", "opinions") or content is None or content.i < adjective.i:
        return None
    return here.utterance("say", _after(verb, content), verb=verb, speaker=speaker, root=content)


def speaks_too(conjunct: Token, verb: Token) -> bool:
    """True when a verb joined to the content rather is joined to the verb of saying ("stated ... and confirmed")."""
    if conjunct.tag_ != verb.tag_ or child(conjunct, "nsubj") is not None:
        return False
    had = any(c.lower_ in ("had", "has", "have") for c in children(conjunct.head, "aux"))
    if had and not passive(conjunct.head):
        return False  # "said that they had met and promised to ..."
    lemma = conjunct.lemma_.lower()
    calls = lemma == "call" and any(c.lower_ in ("on", "upon", "for") for c in conjunct.children)
    return calls or lemma in wordset("reporting", "say") or lemma in wordset("reporting", "speak")


def spoken(here: QuotedSentence, verb: Token, speaker: Token) -> Utterance:
    """An act of speaking that is itself the report: "X condemned the strike"."""
    conceded = (c for c in verb.children if c.i < verb.i and c.dep_ in ("advcl", "ccomp") and concessive(c))
    set_apart = {t.i for c in conceded for t in c.subtree}
    set_apart.update(t.i for c in verb.children if c.lower_ == "according" for t in c.subtree)
    set_apart.update(i for c in verb.children if (told := account(here, c)) is not None for i in told[2])
    tokens = [t for t in clause(verb) if t.i not in set_apart]
    if verb.dep_ in ("conj", "xcomp", "advcl", "acl"):
        tokens = [t for t in tokens if t.i >= verb.left_edge.i]
    elif verb.dep_ == "relcl":
        led = any(t.tag_ in ("WDT", "WP", "WRB") and t.head.dep_ == "prep" for t in tokens if t.i < verb.i)
        tokens = tokens if led else [t for t in tokens if t.i >= verb.i]  # "during which he stressed ..."
        if speaker.head == verb and speaker.i > verb.head.i and not led:  # "an offer that X has called too low"
            tokens = [verb.head.left_edge, *tokens]
    return here.utterance("speak", extent(tokens), verb=verb, speaker=speaker, root=verb)


def refusal(here: QuotedSentence, verb: Token) -> list[Utterance]:
    """ "X declined to comment": a refusal to say something, with the reasons given for it."""
    if verb.lemma_.lower() not in wordset("reporting", "refuse", "verbs"):
        return []
    speaker, complement = subject_of(verb), child(verb, "xcomp")
    if speaker is None or complement is None:
        return []
    if complement.lemma_.lower() not in wordset("reporting", "refuse", "complements"):
        return []
    words = wordset("reporting", "reason")
    reason = next((c for c in verb.children if c.dep_ == "advcl" and c.lemma_.lower() in words), None)
    cut = set() if reason is None else {t.i for t in reason.subtree}
    tokens = [t for t in clause(verb) if t.i not in cut and t.i >= min(speaker.i, verb.i)]
    cue = extent([speaker, verb])
    refused = Utterance("refuse", here.sentence, extent(tokens), cue, speaker, verb, verb, "paraphrase")
    return [refused, *reasons(here, verb, speaker)]


def reasons(here: QuotedSentence, verb: Token, speaker: Token) -> list[Utterance]:
    """ "X declined, citing ...": the reason is X's."""
    words = wordset("reporting", "reason")
    found = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.lemma_.lower() in words]
    return [
        Utterance("reason", here.sentence, extent(c.subtree), None, speaker, c, c, "paraphrase")
        for c in found
        if child(c, "ccomp") is None
    ]


def concessive(clause_head: Token) -> bool:
    """True for a clause that concedes: "while X would be welcome"."""
    words = wordset("reporting", "concessive")
    return any(k.lower_ in words for k in clause_head.subtree if k.dep_ in ("mark", "advmod"))


def concessions(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None) -> list[Utterance]:
    """ "While X would be welcome, S said ...": the concession is S's too."""
    found = []
    for c in verb.children:
        if c.dep_ in ("advcl", "ccomp") and c != content and c.i < verb.i and concessive(c):
            span = extent(t for t in c.subtree if t.lower_ not in wordset("reporting", "concessive"))
            found.append(Utterance("concession", here.sentence, span, None, speaker, verb, c, "paraphrase"))
    return found
