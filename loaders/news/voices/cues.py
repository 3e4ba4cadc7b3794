"""Who says what in one sentence: verbs of saying and phrases such as "according to", with the noun of the speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from ..language.annotation import Article, end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import (
    base,
    child,
    children,
    clause,
    enclosing_clause,
    is_one_more,
    is_part_of_several,
    negated,
    passive,
    subject_of,
)
from ..lexicons.word_lists import lexicon, wordset
from .contents import (
    after_colon,
    concessions,
    content_clause,
    lead_in,
    opinion,
    reasons,
    refusal,
    said,
    speaks_too,
    spoken,
)
from .continuations import headline
from .insertions import (
    account,
    as_claimed,
    behind_anonymity,
    going_on,
    inserted,
    misread_report,
    outside,
    reply_before_colon,
    split,
    with_explanation,
)
from .unsaid import by_the_way, is_alleged, is_asked, is_no_speech, sets_the_time
from .utterances import QuotedSentence, Utterance


def of_sentence(article: Article, here: QuotedSentence) -> list[Utterance]:
    """What is said in a sentence, as far as its own words tell by whom."""
    if here.sentence.segment.kind == "headline" and (told := headline(article, here.sentence)):
        return [told]
    found: list[Utterance] = []
    if here.sentence.segment.kind in ("heading", "name"):
        return found
    for token in here.sentence.span:
        if token.lower_ == "according" and (according := _according(here, token)):
            found.append(according)
        elif (phrase := account(here, token)) and (by := _told_by(here, token, *phrase)):
            found.append(by)
        elif token.pos_ in ("VERB", "AUX"):
            found += _spoken(here, token)
        elif told := misread_report(here, token):
            found.append(told)
    if (reply := reply_before_colon(here)) is not None:
        found = [u for u in found if u.content[0] < reply.content[0] or u.verb is None]
        found.append(reply)
    found = [going_on(here, with_explanation(here, u)) for u in found]
    quoted = after_colon(here, found)
    return found if quoted is None else [*found, quoted]


# ---------------------------------------------------------------------- verbs


def _spoken(here: QuotedSentence, verb: Token) -> list[Utterance]:
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    if here.quotes(verb) and (not here.quotes(subject or verb) or _is_quoted_self(subject)):
        return []
    if is_asked(here, verb) or is_alleged(verb):
        return []
    if refused := refusal(here, verb):
        return refused
    if negated(verb) and lemma in wordset("reporting", "say"):
        return _silence(here, verb)
    says = lemma in wordset("reporting", "say") or (lemma == "know" and verb.head.lemma_ == "let")
    clause_of_own = child(verb, "ccomp") is not None
    infinitive = verb.tag_ == "VB" and any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)
    if infinitive and not (says and clause_of_own):
        return []
    if verb.dep_ == "advcl" and lemma in wordset("reporting", "reason") and not clause_of_own:
        return []
    content = content_clause(verb)
    if content is None and here.longest_beside(verb) is None:
        says = False
    speaker = _speaker(verb)
    if says and content is not None and content.i < verb.i and speaker is None:
        speaker = _inverted(verb)
    if lemma in wordset("reporting", "quoting") and content is not None and here.quotes(content):
        says = content.i < verb.i or child(verb, "dobj", "prep") is None
    tells = says or lemma in wordset("reporting", "say") | wordset("reporting", "quoting")
    if tells and (hidden := behind_anonymity(verb)) is not None:
        speaker = hidden
    if tells and speaker is not None and here.quotes(speaker) and not here.quotes(verb):
        speaker = outside(here, verb)
    if tells and speaker is not None and (told := split(here, verb, speaker)):
        return [told]
    if speaker is None or not _can_speak(speaker, verb):
        return []
    speaker = _carrier(speaker) or speaker
    if (says or lemma in wordset("reporting", "say")) and (told := inserted(here, verb)):
        return [replace(told, speaker=speaker)]
    if lemma in wordset("reporting", "say") and (claimed := as_claimed(here, verb, speaker)):
        return [claimed]
    return _told(here, verb, speaker, content, says=says)


def _told(here: QuotedSentence, verb: Token, speaker: Token, content: Token | None, *, says: bool) -> list[Utterance]:
    """What a verb makes of its clause once its speaker is known, with the concessions and reasons beside it."""
    speaks = verb.lemma_.lower() in wordset("reporting", "speak") or _phrase(verb)
    if (says or speaks) and (lead := lead_in(here, verb, speaker, content)):
        return [lead]
    if says:
        first = said(here, verb, speaker, content)
    elif (speaks or _says_no(verb)) and not (sets_the_time(verb) or by_the_way(verb) or is_no_speech(verb)):
        first = spoken(here, verb, speaker)
    elif judged := opinion(here, verb, speaker):
        first = judged
    else:
        return []
    return [first, *concessions(here, verb, speaker, content), *reasons(here, verb, speaker)]


def _is_quoted_self(subject: Token | None) -> bool:
    """True for "I think" in a quotation: all of it is said."""
    return subject is not None and subject.lower_ in ("i", "we")


def _says_no(verb: Token) -> bool:
    """True for "said no to the loans"."""
    return verb.lemma_ == "say" and any(c.lower_ in ("no", "yes") for c in children(verb, "dobj", "intj", "advmod"))


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
    if child(verb, "nsubj") is None and verb.dep_ == "ROOT":  # "S, told of this, said that ..."
        led = next((c for c in children(verb, "ccomp") if c.i < verb.i and c != content_clause(verb)), None)
        if led is not None and (found := child(led, "nsubj")) is not None:
            return found
    if verb.dep_ == "ccomp" and head.lemma_ == "let" and verb.lemma_ == "know":  # "X let Y know that ..."
        return subject_of(head)
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and head.head.i < head.i and speaks_too(verb, head.head):
        return _speaker(head.head)
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in ("quote", "cite"):  # "was quoted as saying"
        return child(head.head, "nsubjpass")
    if verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG" and head.pos_ in ("NOUN", "PROPN") and not head.ent_type_:
        return subject_of(enclosing_clause(verb))
    return subject_of(verb)


def _can_speak(speaker: Token, verb: Token) -> bool:
    if is_part_of_several(speaker) or is_one_more(speaker):
        return True
    if speaker.pos_ not in ("NOUN", "PROPN", "PRON") or speaker.lower_ in ("there", "which", "what", "this", "that"):
        return False
    return not (speaker.lower_ == "it" and (passive(verb) or verb.lemma_ == "be"))


def _inverted(verb: Token) -> Token | None:
    """The speaker in '..., noted the spokesman', which a parser may take for an object."""
    after = child(verb, "dobj", "attr", "oprd")
    return after if after is not None and after.i > verb.i else None


def _carrier(noun: Token) -> Token | None:
    """The speaker behind a statement or readout: "the US statement", "a statement by X", "X's remarks"."""
    if noun.lemma_.lower() not in wordset("reporting", "carriers"):
        return None
    given = (c for c in children(noun, "acl") if c.tag_ == "VBN")  # also "read | out by X"
    given = (t for c in given for near in (c, *children(c, "prt", "advmod")) for t in near.children if t.lower_ == "by")
    if (giver := next((who for by in given if (who := child(by, "pobj")) is not None), None)) is not None:
        return giver  # "a statement read out by X"
    owner = child(noun, "poss")
    if owner is None:
        by = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of")), None)
        owner = child(by, "pobj") if by is not None else child(noun, "compound", "amod")
    named = owner is not None and (owner.ent_type_ or owner.pos_ == "PROPN" or child(owner, "poss") is not None)
    return owner if owner is not None and named else noun


# ---------------------------------------------------------------------- phrases


def _according(here: QuotedSentence, token: Token) -> Utterance | None:
    """ "..., according to X"."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        to = token.nbor(1)
    speaker = child(to, "pobj") if to is not None else None
    if speaker is None or to is None or base(speaker) in wordset("reporting", "measures"):
        return None
    speaker = _carrier(speaker) or speaker
    phrase = {t.i for t in token.subtree} | {t.i for t in to.subtree}
    cue = (start_of(token), end_of(here.sentence.span.doc[max(phrase)]))
    return _told_by(here, token, speaker, cue, phrase)


def _ends_with(here: QuotedSentence, phrase: set[int]) -> bool:
    """True for a phrase set apart by a comma at the end of its sentence."""
    after = [t for t in here.sentence.span if t.i > max(phrase) and not t.is_punct]
    first = min(phrase)
    return not after and first > here.sentence.span.start and here.sentence.span.doc[first - 1].text == ","


def _told_by(
    here: QuotedSentence, token: Token, speaker: Token, cue: tuple[int, int], phrase: set[int]
) -> Utterance | None:
    """The clause about a phrase such as "according to X"."""
    head = token.head if token.head.pos_ in ("VERB", "AUX") else here.sentence.span.root
    if _ends_with(here, phrase):  # "X said A and B, according to Y": all of it is told by Y
        head = here.sentence.span.root
    around = clause(head) if head.dep_ != "ROOT" else list(here.sentence.span)
    begins = max((t.i for t in here.sentence.span if t.text == ";" and t.i < token.i), default=-1)
    tokens = [t for t in around if t.i not in phrase and t.i > begins]  # "A is so; according to X, B is"
    before, after = [t for t in tokens if t.i < token.i], [t for t in tokens if t.i > max(phrase)]
    opening = here.sentence.span.doc[min(phrase) - 1] if min(phrase) > here.sentence.span.start else None
    if opening is not None and opening.dep_ == "cc":
        before = []  # "promised to leave and | by the U.N.'s account did not"
    if all(t.is_punct for t in before):
        tokens = after
    elif all(t.is_punct for t in after):
        tokens = before
    if not tokens:
        return None
    span = extent(tokens)
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


def _inside_complements(verb: Token) -> list[Token]:
    """What a parser may put between "made" and "clear"."""
    return [inner for c in children(verb, "ccomp", "xcomp") for inner in (c, *c.children)]


def _phrase(verb: Token) -> bool:
    """True for "called for", "laid out", "issued a statement"."""
    phrases = _phrases().get(verb.lemma_.lower())
    if phrases is None:
        return False
    particles = {c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "advmod", "dative")}
    objects = {c.lemma_.lower() for c in verb.children if c.dep_ == "dobj"}
    if verb.lemma_ == "make" and any(c.lower_ == "clear" for c in (*verb.children, *_inside_complements(verb))):
        objects.add("clear")  # "made it clear that ..."
    predicate = child(verb, "oprd", "ccomp", "xcomp") is not None
    return any(
        particles & phrase.particles or objects & phrase.objects or (phrase.predicate and predicate)
        for phrase in phrases
    )
