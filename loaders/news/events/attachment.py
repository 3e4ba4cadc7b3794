"""What words hang on to be said of an event: its own noun phrase, or the verb that tells of it and of nothing else."""

from __future__ import annotations

from ..language.parse import Token
from ..language.syntax import children
from ..lexicons.word_lists import wordset
from .clauses import telling_verb
from .details import FoundEvent, Phrase, whole

_FORESEEN = frozenset({"due", "set", "scheduled", "slated", "expected"})
_CALLED = frozenset({"title", "entitle", "call", "dub", "theme", "devote", "dedicate"})
"""Participles behind the noun of an event after which its place and day may stand: "a meeting titled ... in X"."""
_OF_ONE_DAY = frozenset({"meeting", "call"})
"""Kinds that are on the day on which something is done at them; talks may have other days too."""
_SOON = frozenset({"hour", "minute", "moment"})


def own_words_of(phrase: Phrase) -> set[Token]:
    """The noun of an event, and the clauses of its own: "the talks held on", "the round, which opened on"."""
    where = whole(phrase.head)
    own = {phrase.first, phrase.head, phrase.last, phrase.end, where}
    own |= _line_of(phrase)
    for noun in dict.fromkeys((phrase.head, phrase.end, where, *_behind(phrase))):
        behind = noun not in own
        for clause in children(noun, "acl", "relcl"):
            due = [x for a in children(clause, "acomp") for x in children(a, "xcomp") if tells(x)]
            foresees = clause.lemma_ in wordset("events", "plan") - wordset("events", "saying")
            told = foresees or (tells(clause) and not behind)
            if due or clause.lemma_ in _CALLED or (clause.pos_ in ("VERB", "AUX") and told):
                own |= {clause, *due, *children(clause, "xcomp")}
        if noun.head.dep_ == "csubjpass":  # "talks planned for May were called off"
            own.add(noun.head)
    return own | _held_behind(phrase) | _due_behind(phrase)


def _due_behind(phrase: Phrase) -> set[Token]:
    """The clause of "a next round, due to begin on", wherever a parser hangs it."""
    behind = phrase.head.doc[phrase.end.i + 1 : phrase.end.i + 3]
    due = [t for t in behind if t.lower_ in _FORESEEN and t.dep_ not in ("ROOT", "acomp")]
    begins = {x for t in due for x in children(t, "xcomp") if tells(x)}
    return {*due, *begins} if begins else set()


def _held_behind(phrase: Phrase) -> set[Token]:
    """The clause of "a meeting of the A group of B and C, which was held on", which a parser hangs on the last name."""
    inside = list(phrase.head.subtree)
    clauses = (t for t in inside if t.dep_ == "relcl" and t.lemma_ in ("hold", "take", "occur") and t.i > phrase.end.i)
    for clause in clauses:
        which = any(c.lower_ == "which" and c.dep_ in ("nsubj", "nsubjpass") for c in clause.children)
        between = (t for t in inside if phrase.end.i < t.i < clause.i)
        if which and not any(t.lemma_.lower() in wordset("teams", "events") for t in between):
            return {clause}
    return set()


def _line_of(phrase: Phrase) -> set[Token]:
    """The "videoconference" of "talks with A via videoconference on May 3", wherever a parser hangs it."""
    last = max(t.i for noun in (phrase.end, *_behind(phrase)) for t in noun.subtree if t.i < phrase.end.i + 25)
    near = [t for t in phrase.sentence.span if phrase.end.i < t.i <= last + 1 and t.lower_ in ("via", "by", "over")]
    return {o for p in near for o in children(p, "pobj") if o.lemma_.lower() in wordset("events", "phones")}


def _behind(phrase: Phrase) -> list[Token]:
    """The last noun of the phrase, on which a parser may hang what is planned of the event: nobody is "due to open"."""
    held = [o for p in children(phrase.end, "prep") for o in children(p, "pobj")]
    return held[-1:]


def tells(verb: Token) -> bool:
    """True for a verb whose day is the day of the event that is its subject or object."""
    names = ("occurrence", "dating", "hold", "signing")
    return any(verb.lemma_.lower() in wordset("events", name) for name in names) or (
        verb.lemma_ in wordset("teams", "attend")
    )


def telling_words(phrase: Phrase, verb: Token, event: FoundEvent) -> set[Token]:
    """The verbs whose day is the event's."""
    head = whole(phrase.head)
    while head.dep_ == "conj" and head.head.pos_ in ("NOUN", "PROPN"):
        head = head.head
    if phrase.head.pos_ in ("VERB", "AUX"):
        verbs = {phrase.head}
        if phrase.head.dep_ in ("advcl", "xcomp") and phrase.head.head.lemma_.lower() in _moving():
            verbs.add(phrase.head.head)
        if (trip := trip_of(phrase.head)) is not None:
            verbs.add(trip)
        return verbs | _joined(phrase.head) | _at_once(phrase.head)
    if head.dep_ in ("nsubj", "nsubjpass"):
        above = head.head
        told = tells(above) or tells(telling_verb(head)) or above.lemma_.lower() in wordset("events", "plan")
        due = {c for c in children(above, "acomp") if c.lower_ in _FORESEEN}  # "the next round is due in May"
        return {above, telling_verb(head), *due} | _joined(above) if told or due else set()
    pays = event.kind == "visit" and head.head.lemma_ in wordset("events", "paying")
    if head.dep_ in ("dobj", "attr") and (pays or tells(head.head)):
        return {head.head} | _governing(head.head) | _announcing(event, head.head)
    if head.dep_ == "pobj":
        above = head.head.head
        travels = above.lemma_.lower() in _moving() | wordset("events", "attending") or above.lemma_ in ("turn", "show")
        if above.pos_ in ("VERB", "AUX") and head.head.lower_ in ("for", "to", "in", "at", "of", "into") and travels:
            return {above} | _governing(above) | _announcing(event, above)
        if head.head.lower_ in ("at", "during") and event.kind in _OF_ONE_DAY and above.pos_ == "VERB":
            return {above}  # "the offer was made on Friday at a meeting with A"
        done = head.head.lower_ in ("after", "at", "during", "following")
        part = head != phrase.head or phrase.first.lemma_.lower() in wordset("events", "stretches")
        if done and part and above.pos_ == "VERB" and not event.planned:
            return {above}
    return set()


def trip_of(verb: Token) -> Token | None:
    """The "visited" of "A visited X in May and met B", which tells where and when they met."""
    goes = verb.head.lemma_ in wordset("events", "arriving") or verb.head.lemma_ == "visit"
    same = verb.dep_ == "conj" and verb.i > verb.head.i and not children(verb, "nsubj", "nsubjpass")
    calls = any(t.lower_ in ("phone", "telephone", "video", "call") for t in verb.subtree)
    own = any(p.lower_ in ("in", "at") for p in children(verb, "prep"))  # "visited X and met B in Y"
    return verb.head if goes and same and verb.tag_ == verb.head.tag_ and not (calls or own) else None


def _at_once(verb: Token) -> set[Token]:
    """The verb of "A stepped in in March, bringing B and C together", whose day is that of what it led to."""
    beside = verb.dep_ == "advcl" and verb.tag_ == "VBG" and not children(verb, "mark", "aux", "nsubj")
    says = verb.head.lemma_ in wordset("events", "saying")
    if not beside or says or verb.head.i > verb.i or verb.head.tag_ != "VBD":
        return set()
    posts = {o for p in children(verb.head, "prep") if p.lower_ == "as" for o in children(p, "pobj")}
    return {verb.head} | posts  # on which a parser hangs the day


def beside_telling(verb: Token) -> set[Token]:
    """Verbs whose day is that of what another verb tells.

    "The map was shown on Friday in X, where A met B", "left on Friday, hours before A and B opened talks".
    """
    words = [c for c in children(verb, "npadvmod") if c.lemma_.lower() in _SOON]
    if words and any(c.lower_ in ("before", "after") for c in children(verb, "mark")):
        return {verb.head}
    where = verb.dep_ == "relcl" and any(c.lower_ == "where" for c in children(verb, "advmod"))
    if where and verb.head.dep_ == "pobj" and verb.tag_ == "VBD":
        return {verb.head.head.head}
    return set()


def _moving() -> frozenset[str]:
    return frozenset(wordset("events", "travel"))


def _joined(verb: Token) -> set[Token]:
    """What an infinitive hangs on, and what hangs on it: "is due to open on", "opened and closed on"."""
    found = {c for c in children(verb, "xcomp") if tells(c)}
    return found | _governing(verb)


def _governing(verb: Token) -> set[Token]:
    """The verbs above an infinitive of its sentence: "began on Monday to hold", "are to meet"."""
    found: set[Token] = set()
    while verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        verb = verb.head
        if verb.lemma_.lower() in wordset("events", "saying"):
            break
        found.add(verb)
        if verb.pos_ == "ADJ" and verb.dep_ == "acomp":
            found.add(verb.head)
    return found


def _announcing(event: FoundEvent, verb: Token) -> set[Token]:
    """The verb of "announced on Sunday that it had entered into an agreement": such news is of the day."""
    signs = event.kind == "agreement" and verb.lemma_ in wordset("events", "signing")
    return {verb.head} if signs and verb.dep_ == "ccomp" and verb.head.lemma_ == "announce" else set()


def prepositions(phrase: Phrase, *words: str) -> list[Token]:
    """Prepositions of the noun, and of what its own prepositions hold: "talks in X between A and B"."""
    nouns = list(dict.fromkeys((phrase.head, phrase.last, phrase.end)))
    direct = [prep for noun in nouns for prep in noun.children if prep.dep_ in ("prep", "acl")]
    nested = [k for prep in direct for held in children(prep, "pobj") for k in children(held, "prep")]
    nested += [k for prep in direct for k in children(prep, "prep")]
    found = [p for p in direct if p.lower_ in words]
    found += [p for p in nested if p.lower_ in ("between", "with", "among") and p.lower_ in words]
    beside = children(phrase.head.head, "prep") if phrase.head.dep_ in ("nsubj", "nsubjpass") else []
    if phrase.head.dep_ == "nsubj" and phrase.head.head.lemma_ == "be":  # "was the first between A and B"
        beside = [*beside, *(p for said in children(phrase.head.head, "attr", "acomp") for p in children(said, "prep"))]
    found += [p for p in beside if p.lower_ == "between"]
    found += _between_behind(phrase) if "between" in words else []
    return list(dict.fromkeys(found))


def _between_behind(phrase: Phrase) -> list[Token]:
    """The "between" of "during a meeting in X on Friday between A and B", which a parser hangs on the verb."""
    behind = [t for t in phrase.sentence.span if t.i > phrase.end.i]
    link = next((t for t in behind if t.lower_ == "between"), None)
    passed = [t for t in behind if link is not None and t.i < link.i]
    apart = any(not (t.ent_type_ in ("DATE", "TIME", "GPE", "FAC", "LOC") or t.pos_ in ("ADP", "DET")) for t in passed)
    return [link] if link is not None and not apart else []
