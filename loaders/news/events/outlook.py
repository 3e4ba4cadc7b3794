"""How far an event holds: told as having been, foreseen, only wished for, put off, called off, denied, or no event.

How far a clause holds is for :mod:`..standing.assess`; here stands what that makes of an event. "flew to X to meet Y"
tells of a meeting, "is due to meet Y" foresees one, "wants to meet Y" only wishes for it.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from ..language.annotation import Sentence
from ..language.parse import Token
from ..language.syntax import child, children, modal, passive
from ..lexicons.word_lists import wordset
from ..standing.assess import Standings
from ..standing.value import Value
from .clauses import CLAUSES, above_participle, happens, telling_verb
from .not_held import (
    fails,
    is_any,
    is_awaited,
    is_definite,
    is_nearly,
    is_of_denied_report,
    is_of_inverted_condition,
    is_of_nothing,
    is_only_near,
    is_run_on,
    is_under_way,
    put_off,
    was_to,
)

Outlook: TypeAlias = Literal["told", "expected", "wished", "postponed", "cancelled", "denied", "none"]

_HEARSAY: Final = frozenset({"alleged", "said", "believed"})
_UNREAL: Final = frozenset({"question", "hypothesis", "counterfactual", "withdrawn", "unserious", "unsaid", "rumour"})
_WISHED: Final = frozenset({"wish", "prescribed", "ability", "imperative", "conditional"})
_BEGINNINGS: Final = frozenset({"opening", "start", "beginning", "resumption", "launch"})
_MENTIONING: Final = frozenset({"after", "following", "during", "at", "since", "in", "before", "under"})


def outlook(standings: Standings, verb: Token, sentence: Sentence) -> Outlook:
    """How the event of a clause holds, by the value of the clause."""
    if is_of_denied_report(verb):
        return "denied"
    if is_run_on(verb):
        return "told"
    value = standings.assess(verb, sentence)
    above = verb.head
    if value.forces & _UNREAL or (verb.dep_ == "pcomp" and is_of_nothing(above.head)):
        return "none"  # "there was no word on when a round would be held"
    if above.lemma_ == "help" and verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB":
        return outlook(standings, above, sentence)  # "helped arrange a meeting"
    if is_of_inverted_condition(verb):
        return "none"  # "Should the level drop, the parties will hold talks"
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if infinitive and value.polarity != "-":
        if was_to(verb):
            return "cancelled"
        if verb.dep_ == "ROOT" or (above.lemma_ == "be" and verb.dep_ == "xcomp"):
            return "expected"  # "A and B to meet in X", "they are to meet"
        travels = above.lemma_.lower() in wordset("events", "travel") and above.lower_ != "going"
        if travels and verb.dep_ in ("advcl", "xcomp"):
            return outlook(standings, above, sentence)
        if above.lemma_.lower() in wordset("events", "binding") and above is not verb:
            return _bound(outlook(standings, above, sentence))
    words = {c.lower_ for c in children(verb, "advmod")}
    if verb.tag_ in ("VBP", "VBZ") and "next" in words:
        return "expected" if _by_value(value, verb) == "told" else "none"  # "The commissions next meet in X"
    if verb.tag_ in ("VBP", "VBZ") and "again" in words and not children(verb, "aux"):
        return "expected" if _by_value(value, verb) in ("told", "none") else _by_value(value, verb)
    return _by_value(value, verb)


def is_unreal(standings: Standings, verb: Token, sentence: Sentence) -> bool:
    """True for a clause that only asks, or only thinks of something."""
    return bool(standings.assess(verb, sentence).forces & _UNREAL)


def is_hearsay(standings: Standings, verb: Token, sentence: Sentence) -> bool:
    """True for a clause that only others vouch for: "was reportedly held", "they met, he claims"."""
    sources = {source.kind for source in standings.assess(verb, sentence).sources}
    return bool(_HEARSAY & sources) or standings.holder(verb) is not None


def _bound(how: Outlook) -> Outlook:
    """What somebody has agreed or promised to do is to come; what he only wishes to agree to is wished for."""
    return "expected" if how == "told" else how


def _by_value(value: Value, verb: Token) -> Outlook:
    if value.polarity == "-":
        return "denied" if "denied" in {source.kind for source in value.sources} else "none"
    if value.time == "general":
        return "none"
    if modal(verb) == "would" and value.forces <= {"ability"}:
        return "expected"
    if value.forces & _WISHED or value.polarity == "u" or value.certainty == "possible":
        return "wished"
    foreseen = value.time == "planned" or "foreseen" in {source.kind for source in value.sources}
    return "expected" if foreseen else "told"


# ---------------------------------------------------------------------- nouns


def of_noun(standings: Standings, noun: Token, sentence: Sentence) -> Outlook:
    """How an event holds that a noun names."""
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    if before & wordset("events", "wished"):
        return "wished"
    if before & wordset("events", "cancelled_before"):
        return "cancelled"
    if before & wordset("events", "future"):
        fell = noun.dep_ == "nsubj" and (noun.head.lemma_ == "collapse" or fails(noun.head))
        return "cancelled" if fell else "expected"
    if any(c.tag_ == "VBN" and c.lemma_ in wordset("events", "signing") for c in children(noun, "acl")):
        return "told"  # "urged it to abide by an understanding reached in May"
    if is_under_way(noun) or any(_is_past_of(noun, c) for c in children(noun, "relcl")):
        return "told"  # "would build on the last round, which ended in May"
    above = noun.head
    if noun.dep_ == "conj" and above.pos_ in ("NOUN", "PROPN"):
        return of_noun(standings, above, sentence)
    begins = above.head if noun.dep_ == "pobj" and above.lower_ == "of" else noun
    if begins is not noun and begins.lemma_ in _BEGINNINGS and begins.dep_ in ("dobj", "nsubjpass"):
        return of_noun(standings, begins, sentence)  # "blocks the opening of talks with A"
    if noun.dep_ in ("nsubj", "nsubjpass") and above.pos_ in CLAUSES:
        verb = telling_verb(noun)
        apart = verb.dep_ in ("ccomp", "dep") and verb.head is above  # "A summit, announced for May, did not"
        behind = apart and happens(verb)
        return _of_subject(standings, noun, verb if behind else above_participle(above), sentence)
    if noun.dep_ == "dobj" and above.lemma_ == "have" and _is_planned(noun):
        return "expected"  # "had a round planned for June"
    if noun.dep_ in ("dobj", "attr", "oprd"):
        return _under(standings, noun, above, above, sentence) if above.pos_ in CLAUSES else "told"
    if is_only_near(noun):
        return "none"
    if noun.dep_ == "pobj" and is_of_nothing(above.head):
        return "none" if is_any(noun) else "expected"  # "there was no word on a fifth round"
    if noun.dep_ == "pobj":
        return _under(standings, noun, above.head, above, sentence)
    return "told"


def _is_planned(noun: Token) -> bool:
    """True for a noun with nothing but "planned", "scheduled" right behind."""
    behind = [c for c in children(noun, "acl") if c.i == noun.i + 1 and c.tag_ == "VBN"]
    return any(c.lemma_ in wordset("events", "plan") for c in behind)


def _of_subject(standings: Standings, noun: Token, verb: Token, sentence: Sentence) -> Outlook:
    due = verb.lemma_ == "be" and any(c.lower_ in ("due", "set") for c in children(verb, "acomp", "oprd"))
    if due and any(c.lower_ == "had" for c in children(verb, "aux")):
        return "postponed"  # "had been due to open on Monday"
    slips = wordset("events", "slipping")
    both = [one for one in (verb, *children(verb, "conj")) if passive(one) or one.lemma_ in slips]
    done = next((off for one in both if (off := put_off(one)) is not None), None)  # "was set for May but put off"
    if done is not None and any(is_nearly(c) for one in both for c in children(one, "advmod")):
        return "told"  # "had nearly been cancelled"
    if done is not None:
        how = outlook(standings, verb, sentence)
        return done if how == "told" or (how == "expected" and done == "postponed") else "expected"
    if passive(verb) and verb.lemma_ in wordset("events", "refusing"):
        return _refused(standings, noun, verb, sentence)
    if passive(verb) and verb.lemma_ in wordset("events", "wish"):
        return "wished"
    if (passive(verb) or verb.tag_ == "VBN") and verb.lemma_ in wordset("events", "plan"):
        if any(was_to(c) for c in children(verb, "xcomp")):
            return "cancelled"
        return "none" if outlook(standings, verb, sentence) == "none" else "expected"
    if fails(verb):
        return "cancelled" if outlook(standings, verb, sentence) == "told" else "wished"  # "fell through"
    governed = child(verb, "xcomp", "acomp", "oprd")
    if governed is not None and was_to(governed):
        return "cancelled"
    if governed is not None and any(c.lower_ == "yet" for one in (verb, governed) for c in children(one, "advmod")):
        return "none" if is_any(noun) else "expected"  # "has yet to be scheduled"
    if governed is not None and any(c.lower_ == "have" for c in children(governed, "aux")):
        return _granted_unless_held(standings, noun, governed, sentence)  # "is said to have taken place"
    if verb.lemma_ == "be" and governed is not None and governed.dep_ == "xcomp" and governed.pos_ == "VERB":
        return "expected"  # "the talks are to resume"
    if governed is not None and happens(governed) and _did_not_happen(standings, governed, sentence):
        return "cancelled"  # "failed to take place"
    if governed is not None and governed.lemma_.lower() in wordset("events", "doubted"):
        return "wished"
    if governed is not None and governed.lemma_ in ("due", "set", "likely", "possible", "take", "hold", "begin"):
        return "wished" if governed.lemma_ == "possible" else "expected"
    how = _granted_unless_held(standings, noun, verb, sentence)
    # "A is expected to open while the talks in B have gone on", not "once the talks in B have ended"
    beside = verb.dep_ == "advcl" and any(c.lower_ in ("while", "although", "though") for c in children(verb, "mark"))
    own_past = beside and any(c.lower_ in ("have", "has") for c in children(verb, "aux"))
    return "told" if own_past and how == "expected" else how


def _is_past_of(noun: Token, told: Token) -> bool:
    """True for "which ended in May" of what is told by its own relative clause, not for "which never began"."""
    occurs = told.tag_ == "VBD" and told.lemma_.lower() in wordset("events", "occurrence")
    never = any(c.lower_ == "never" for c in children(told, "advmod", "neg"))
    return occurs and not never and any(c.lower_ in ("which", "that") for c in children(told, "nsubj"))


def _under(standings: Standings, noun: Token, above: Token, link: Token, sentence: Sentence) -> Outlook:
    """What a verb or noun above makes of an event; ``link`` is the verb itself or the preposition between."""
    word = above.lemma_.lower()
    if above.pos_ in ("NOUN", "PROPN"):
        if above.dep_ == "nsubj" and fails(above.head):
            return "cancelled"  # "plans for a round came to nothing"
        if word in wordset("events", "wish_nouns"):
            return "none" if above.dep_ == "dobj" and is_of_nothing(above.head) and is_any(noun) else "wished"
        if word == "eve" and not is_definite(noun):
            return "none"  # "pulled out on the eve of a meeting in X"
        return "expected" if word in wordset("events", "plan_nouns") else "told"
    if word == "ahead" and not is_definite(noun):
        return "expected"  # "waived the fee ahead of a meeting in X"
    if above.pos_ not in CLAUSES:
        return "wished" if word in wordset("events", "wish") else "told"
    if link.lower_ in ("for", "into") and above.pos_ == "VERB" and standings.assess(above, sentence).polarity == "-":
        return (
            "none" if is_any(noun) or (link.lower_ == "into" and not is_definite(noun)) else "expected"
        )  # "failed to turn up for talks", "left without a date for a round"
    if word == "call" and link is above and is_definite(noun):
        return "told"  # "called the understanding a key"
    if above.pos_ == "VERB" and (word in ("open", "set", "like") or (word == "press" and link.lower_ != "for")):
        return outlook(standings, above, sentence)  # "opened talks"; "open to talks" is no verb
    enters = above.lemma_.lower() in wordset("events", "entering") and link.lower_ == "in" and not is_definite(noun)
    if enters and standings.assess(above, sentence).forces & (_UNREAL | _WISHED):
        return outlook(standings, above, sentence)  # "whether they are willing to engage in talks"
    if link.lower_ == "in" and above.tag_ in ("VBZ", "VBP") and not children(above, "aux") and not any(noun.children):
        return "none"  # "the Front, which represents the rebels in negotiations"
    if link.lower_ in _MENTIONING:
        return "expected" if _is_to_come(standings, noun, above, link, sentence) else "told"
    prepared = (o for o in children(above, "dobj") if o.lemma_.lower() in wordset("events", "plan_nouns"))
    if link.lower_ == "for" and next(prepared, None) is not None:
        return "expected"  # "suspended preparations | for a fifth round"
    if link is above and (done := put_off(above)) is not None:
        return done if outlook(standings, above, sentence) == "told" else "expected"
    if link is above and word in wordset("events", "refusing"):
        return _refused(standings, noun, above, sentence)
    if word in wordset("events", "wish"):
        return "wished"
    if word in wordset("events", "plan") and link.lower_ not in ("in", "by"):
        how = outlook(standings, above, sentence)
        return how if how in ("none", "wished") else "expected"  # "have been trying to arrange a meeting"
    return _granted_unless_held(standings, noun, above, sentence)


def _refused(standings: Standings, noun: Token, verb: Token, sentence: Sentence) -> Outlook:
    """What somebody rules out is none, unless he has not done so; "the round" that he refuses is planned."""
    refused = outlook(standings, verb, sentence) in ("told", "denied")
    return "none" if refused and is_any(noun) else "wished"


def _is_to_come(standings: Standings, noun: Token, above: Token, link: Token, sentence: Sentence) -> bool:
    """True for the event in "will speak at a summit" and in "comes days before a new round"."""
    if link.lower_ == "before":
        return not is_definite(noun) and above.tag_ in ("VBZ", "VBP", "VBG")
    future = modal(above) in ("will", "shall") and outlook(standings, above, sentence) == "expected"
    return link.lower_ in ("at", "during") and future


def _granted_unless_held(standings: Standings, noun: Token, verb: Token, sentence: Sentence) -> Outlook:
    """An event is as true as the verb that says it took place; under another verb it is taken for granted."""
    if is_awaited(verb):
        return "expected"
    how = outlook(standings, verb, sentence)
    if how not in ("none", "denied"):
        return how
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_.lower() in wordset("events", "ending"):
        return "told"  # "denied that the talks had been broken off": there are talks
    if _did_not_happen(standings, verb, sentence):
        return "denied" if how == "denied" else "cancelled"  # somebody says so, or the text
    told = happens(verb) or any(happens(c) for c in children(noun, "acl"))
    unknown = verb.dep_ == "pcomp" and is_of_nothing(verb.head.head)
    if told and not unknown and standings.assess(verb, sentence).forces & _UNREAL:
        return "wished"  # "has it been held?", "was the round held?", "if it is held"
    names = ("occurrence", "hold")
    held = any(verb.lemma_.lower() in wordset("events", name) for name in names) or verb.lemma_ == "be"
    return how if held else _by_value(standings.assess(noun, sentence), noun)


def _did_not_happen(standings: Standings, verb: Token, sentence: Sentence) -> bool:
    """True for "did not take place", not for "was not held in X but in Y" or "did not take place until May"."""
    value = standings.assess(verb, sentence)
    if not happens(verb) or value.polarity != "-" or value.certainty == "possible" or value.time == "general":
        return False
    if value.forces & (_UNREAL | _WISHED):
        return False
    own = [c for c in verb.children if c.dep_ not in ("advcl", "ccomp")]  # not "..., after A said it would wait until"
    behind = {t.lower_ for c in own for t in c.subtree if t.i > verb.i}
    return not behind & wordset("events", "corrected")
