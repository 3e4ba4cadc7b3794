"""What the act of a verb is about: its object, its clause, what its preposition holds, with the terms behind it."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import agent_of, base, child, children, finite, modal, passive
from ..lexicons.word_lists import wordset
from .frames import Frame, verb_frames, word_frames
from .senses import next_infinitive

REFUSAL = Frame("reject", ())
"""The frame of a verb of agreeing in a clause that says no."""
CONCESSION = Frame("offer", ())
"""The frame of "could accept", "would settle for", said by whoever would."""
_OF_A_THING = ("propose", "reject", "demand")
"""What is done to a thing that a relative clause tells more of."""
_PUT_FORWARD = frozenset({"demand", "request", "propose", "threaten", "reject"})
_OF_PREPOSITIONS = ("place", "favour", "favor", "spite", "case", "face", "light", "view", "terms", "exchange", "return")
"""Nouns of prepositions: "in place of"."""
_BETWEEN = 3
"""Words at most from a half of a proposal to the subject of the other: ", and |B"."""
_WHEN = ("DATE", "TIME")
"""Kinds of names that tell when, not what: "agreed on Wednesday to ..."."""


def content_of(verb: Token, frame: Frame) -> Token | None:
    """Head of what an act is about; what "which" takes up for a relative clause."""
    found = _own_content(verb, frame)
    if found is None or found.tag_ not in ("WDT", "WP"):
        return found
    clauses = (t for t in (verb, *verb.ancestors) if t.dep_ == "relcl")
    relative = next(clauses, None)
    nouns = [relative.head, *relative.head.ancestors] if relative is not None else []
    nouns = [t for t in nouns if t.pos_ in ("NOUN", "PROPN")][:2]
    whole = _outer(relative.head) if relative is verb and relative.head.pos_ == "NOUN" else None
    told = whole is not None and whole.lemma_.lower() not in word_frames("nouns")  # not "the proposal that A tabled"
    if frame.events is None and frame.act in _OF_A_THING and told:
        return whole  # "short truces of a day, which A has floated"
    fits = (t for t in nouns if frame.events is not None and t.lemma_.lower() in frame.events)
    return next(fits, found)


def is_conceded(verb: Token) -> bool:
    """True for "could accept X", "would live with Y", said by whoever would."""
    yields = verb.lemma_.lower() in wordset("acts", "conceded") | {"live", "settle", "go"}
    return yields and modal(verb) in ("would", "could", "can")


def is_willingness(noun: Token) -> bool:
    """True for "readiness to help": what one would do, to which one has not yet bound oneself."""
    return noun.lemma_.lower() in wordset("acts", "willingness") and child(noun, "acl") is not None


def _outer(noun: Token) -> Token:
    """The noun that a noun belongs to: "truces" for "day" in "truces of a day", not "place" in "in place of a day"."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN":
        if noun.head.head.lower_ in _OF_PREPOSITIONS:
            break
        noun = noun.head.head
    return noun


def _own_content(verb: Token, frame: Frame) -> Token | None:
    if passive(verb):
        return child(verb, "xcomp", "ccomp") or child(verb, "nsubjpass")
    named = child(verb, "dobj") if frame.events is not None else None
    if named is not None and frame.events is not None and named.lemma_.lower() in frame.events:
        return named  # "put the idea on the table"
    if frame.particles is not None:
        held = next((c for c in children(verb, "prep", "dative", "prt") if c.lower_ in frame.particles), None)
        inner = child(held, "pobj", "pcomp") if held is not None else None
        if inner is not None and (frame.particles == {"to"} or frame.act == "reject"):
            return inner
        if held is not None and held.dep_ == "prt" and (thing := child(verb, "dobj")) is not None:
            return thing  # "broke off the talks after ..."
        if held is not None and inner is None and held.lower_ in ("out", "off"):
            behind = (c for c in (*children(verb, "prep"), *children(held, "prep")) if c.i == held.i + 1)
            inner = next((p for c in behind for p in children(c, "pobj")), None)  # "walked out of the talks"
        later = (c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and not _goes_on(c))
        told = child(verb, "dobj") or (inner if inner is not None and inner.pos_ == "NOUN" else None)
        later = (c for c in later if not (c.dep_ == "advcl" and told is not None and finite(c)))
        return next(later, None) or (_asked_of(inner) if inner is not None else None) or inner or child(verb, "dobj")
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and agent_of(verb) is not None:
        return verb.head  # "the pause proposed by X"
    if (given := _given(verb, frame)) is not None:
        return given
    found = child(verb, "ccomp", "xcomp")
    if found is not None and found.i < verb.i:
        found = next((c for c in children(verb, "ccomp", "xcomp") if c.i > verb.i), None)
    if found is not None and found.dep_ == "xcomp" and verb.lemma_ == "agree":
        to = next(
            (
                p
                for c in children(verb, "prep")
                if c.i < found.i and c.lower_ in ("to", "on")
                for p in children(c, "pobj")
                if p.ent_type_ not in _WHEN
            ),
            None,
        )
        found = to or found  # "agreed to a framework to cut tariffs"
    if found is None and (frame.takes_object or verb.lemma_ in ("agree", "consent", "commit", "appeal", "ask")):
        preps = (p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "for", "on", "about", "upon"))
        for inner in (child(prep, "pcomp", "pobj") for prep in preps):
            day = inner is not None and inner.ent_type_ in _WHEN and inner.head.lower_ in ("on", "upon")
            sake = inner is not None and inner.lower_ == "sake"
            whom = inner is not None and verb.lemma_ == "appeal" and inner.head.lower_ == "to"
            if inner is not None and whom and (inner.pos_ == "PROPN" or base(inner) in ("body", "court", "tribunal")):
                inner = _asked_of(inner)
            found = inner if inner is not None and not day and not sake else found
    if frame is CONCESSION and child(verb, "dobj") is None:
        found = found or next((p for c in children(verb, "prep") for p in children(c, "pobj", "pcomp")), None)
    found = found or _behind_aside(verb)
    if found is not None and _is_in_case(found):
        found = None  # "offered X in case the rains come"
    thing = found or child(verb, "dobj") or _share(verb) or child(verb, "advcl" if frame.takes_object else "attr")
    return thing or (next_infinitive(verb) if frame.clause else None)


def _share(verb: Token) -> Token | None:
    """What is asked for in "demands 8% over a year", which a parser takes for how much it is demanded."""
    shares = (c for c in children(verb, "npadvmod") if c.lower_ in ("%", "percent", "cent") and c.i > verb.i)
    return next((c for c in shares if child(c, "nummod") is not None), None)


def _is_in_case(content: Token) -> bool:
    """True for a clause that "in case" opens, whichever words a parser hangs on which."""
    first = content.left_edge.i
    opening = [t.lower_ for t in content.doc.tokens[max(0, first - 2) : first + 2]]
    return any(opening[n : n + 2] == ["in", "case"] for n in range(len(opening)))


def _given(verb: Token, frame: Frame) -> Token | None:
    """What is offered or promised is the object, not what it is for: "offered A | gas | for 40 days"."""
    things = children(verb, "dobj") if frame.takes_object and frame.act in ("offer", "commit") else []
    told = things and not children(verb, "ccomp", "xcomp")
    apart = [thing for thing in things if thing is things[0] or thing.left_edge is not thing]  # not "a joint | annex"
    return apart[-1] if told and (len(apart) > 1 or apart[-1].pos_ not in ("PROPN", "PRON")) else None


def whom_before(verb: Token, content: Token) -> Token | None:
    """A name that a parser takes into what is given: "promised | A | gas"."""
    first = content.left_edge
    apart = content.dep_ == "dobj" and content.head is verb and first.i == verb.i + 1 and content.pos_ == "NOUN"
    return first if apart and first.pos_ == "PROPN" and first.dep_ == "compound" and first.head is content else None


def with_whom(content: Token) -> list[Token]:
    """Names of those with whom one is to talk: "ready to talk to A", "offered talks with B"."""
    if base(content) not in wordset("acts", "talking"):
        return []
    preps = (p for p in children(content, "prep") if p.lower_ in ("to", "with"))
    return [noun for p in preps for noun in children(p, "pobj") if noun.pos_ == "PROPN"]


def _behind_aside(verb: Token) -> Token | None:
    """What is proposed in "A has proposed, he added, that ...", which a parser hangs on the aside."""
    asides = (
        c for c in children(verb, "parataxis") if c.i > verb.i + 1 and c.lemma_.lower() in wordset("events", "saying")
    )
    clauses = (c for aside in asides for c in children(aside, "ccomp") if c.i > aside.i)
    return next((c for c in clauses if any(m.lower_ == "that" for m in children(c, "mark"))), None)


def _goes_on(clause_of: Token) -> bool:
    """True for "called on A ..., saying that": what is said besides."""
    return clause_of.dep_ == "advcl" and clause_of.tag_ == "VBG" and clause_of.lemma_ in wordset("events", "saying")


def _asked_of(noun: Token) -> Token | None:
    """The infinitive right behind whom something is asked of: "appealed to A | to help"; not "for a deal to help A"."""
    if noun.pos_ == "NOUN" and noun.head.lower_ == "for" and noun.left_edge.lower_ in ("a", "an"):
        return None
    behind = [*children(noun, "acl", "relcl", "advcl"), *children(noun.head.head, "advcl")]
    asked = (c for c in behind if c.tag_ == "VB" and c.left_edge.lower_ == "to" and c.left_edge.i == noun.i + 1)
    return next(asked, None)


def with_rest(verb: Token, content: Token, frame: Frame) -> list[Token]:
    """What an act is about, with the terms that a parser hangs on the verb: "a pause | for 30 days, with no text"."""
    gives = frame.takes_object and frame.act in ("offer", "commit")
    words = _with_bare_verbs(verb, content, _with_other_half(verb, content))
    held = content.head.pos_ == "ADP" and content.head.head is verb
    if content.head is not verb and not held:
        return words
    amount = content.head is verb and all(t.pos_ in ("NUM", "SYM", "DET", "ADV", "ADP", "PUNCT") for t in words)
    for c in (c for c in verb.children if c.i > words[-1].i):
        between = [t for t in c.doc.tokens[words[-1].i + 1 : c.left_edge.i] if t.text != ","]
        begins = c.dep_ in ("xcomp", "prep") or (c.dep_ == "advcl" and c.left_edge.lower_ == "to")
        at_once = begins and (held or amount) and c.left_edge.i == words[-1].i + 1
        added = c.dep_ == "dobj" and c.nbor(-1).lower_ != "," and words[-1].lower_ in ("plus", "and", "or")
        counts = content.pos_ in ("NOUN", "NUM") and _is_a_term(c, content, gives=gives)
        if between or not (at_once or added or counts):
            if c.text == ",":
                continue
            break
        words += c.doc.tokens[words[-1].i + 1 : c.right_edge.i + 1]
    return words


def _with_other_half(verb: Token, content: Token) -> list[Token]:
    """What an act is about, to the end of "a plan under which A would hand over ..., | and B would return ..."."""
    words = [t for t in content.subtree if t not in _joined_late(content) | _meanwhile(content)]
    foreseen = [c for c in children(content, "relcl") if modal(c) == "would"]
    other = child(verb, "conj")
    half = other is not None and modal(other) == "would" and child(other, "nsubj") is not None and not modal(verb)
    if not foreseen or not half or other is None or other.left_edge.i - words[-1].i > _BETWEEN:
        return words
    return [*words, *verb.doc.tokens[words[-1].i + 1 : other.right_edge.i + 1]]


def _with_bare_verbs(verb: Token, content: Token, words: list[Token]) -> list[Token]:
    """With the rest of "promised to A, B | and C", which a parser joins to the promise: no finite verb is so bare."""
    if content.head is not verb or content.tag_ not in ("VB", "VBP") or verb.tag_ not in ("VBD", "VBN", "VBG", "VBZ"):
        return words
    bare = [c for c in children(verb, "conj") if c.i > content.i and c.tag_ in ("VB", "VBP") and c.lower_ == c.lemma_]
    joined = [c for c in bare if not children(c, "nsubj", "nsubjpass", "aux", "auxpass")]
    rest = list(verb.doc.tokens[words[-1].i + 1 : joined[-1].right_edge.i + 1]) if joined else []
    goes_on = bool(rest) and rest[0].text in (",", "and", "or")
    told = any(t.tag_ in ("VBD", "VBZ", "MD") for t in rest if t.i < joined[0].i)
    return [*words, *rest] if goes_on and not told else words


def _joined_late(content: Token) -> set[Token]:
    """What is told besides: "wants decisions to be taken together | and has asked for the post"."""
    bare = any(c.dep_ == "aux" and c.tag_ == "TO" for c in content.children)
    told = any(c.dep_ == "auxpass" and c.tag_ == "VB" for c in content.children)  # "demanded that it be cut"
    joined = [c for c in children(content, "conj") if finite(c) and c.i > content.i]
    own = [c for c in joined if told and c.tag_ == "VBD" and child(c, "nsubj", "nsubjpass") is None]
    late = joined if bare else own
    joints = [c for c in children(content, "cc") if late and c.i > content.i]
    return {t for c in (*late, *joints) for t in c.subtree}


def _meanwhile(content: Token) -> set[Token]:
    """What others do at that time: "to raise output | as B presses for more", "to wait | after B had called it off"."""
    clauses = [c for c in children(content, "advcl") if c.i > content.i and child(c, "nsubj", "nsubjpass") is not None]
    clauses = [c for c in clauses if c.left_edge.nbor(-1).dep_ != "npadvmod"]  # "captured hours after the truce"
    marks = ((c, {m.lower_ for m in children(c, "mark")}) for c in clauses)
    besides = (c for c, mark in marks if (mark == {"as"} and _presses(c)) or (mark == {"after"} and c.tag_ == "VBD"))
    return {t for c in besides for t in c.subtree}


def _presses(clause_of: Token) -> bool:
    """True for "as B presses for more", what another side asks; not for "as it stands", "as B opens its port"."""
    subject = child(clause_of, "nsubj")
    acts = {frame.act for frame in verb_frames().get(clause_of.lemma_.lower(), ())}
    return subject is not None and subject.pos_ == "PROPN" and finite(clause_of) and bool(acts & _PUT_FORWARD)


def _is_a_term(prep: Token, thing: Token, *, gives: bool) -> bool:
    """True for "within 30 days", "to 10 per cent", "without conditions", "with a text": part of what is asked for."""
    noun = child(prep, "pobj", "pcomp")
    if prep.dep_ not in ("prep", "dative") or noun is None:
        return False
    counted = noun.pos_ == "NUM" or any(c.pos_ in ("NUM", "SYM") for c in noun.children)
    if counted and prep.lower_ in ("within", "by", "until", "for", "over", "from", "to"):
        return not (noun.ent_type_ == "DATE" and prep.lower_ in ("from", "to"))
    if prep.lower_ == "in":
        return thing.lemma_.lower() in wordset("acts", "changes")  # "a cut in the duty"
    if prep.lower_ in ("for", "on", "to") and gives:  # "offered A a stretch of coast | for a base"
        return noun.pos_ == "NOUN" and noun.ent_type_ not in _WHEN
    return prep.lower_ in ("without", "plus") or (prep.lower_ == "with" and noun.pos_ == "NOUN")
