"""Whether the words of an act say by themselves what is to be done: "continue this work" leaves it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..cast.actors import Actors
from ..language.annotation import end_of, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, is_one_more, modal, perfect
from ..lexicons.word_lists import lexicon, wordset
from .addressees import answering
from .frames import FoundAct

_ANSWERS: Final = ("agreeToConsider", "agree", "reject", "withdraw", "carryOut")
"""Acts that may take up by a pronoun what was said before."""
_POINTING: Final = ("it", "this", "that", "these", "those", "one", "so", "both")
"""Words for what stands elsewhere."""
_THEY: Final = ("they", "he", "she", "it")
_THEM: Final = ("them", "him", "her", "it")
_WHEN: Final = ("DATE", "TIME")
_UNENDED: Final = ("DET", "ADP", "PART", "AUX", "SCONJ", "CCONJ")
"""Words that nobody ends with."""
_STUTTER = 5
"""Words before a dash among which the word after it is sought again."""
_BINDING: Final = ("propose", "offer", "demand", "request", "commit", "expect")
"""Acts that say what is to be done."""


def does_so(act: FoundAct) -> bool:
    """True for "refused to do so", "agreed to do so": what it is was asked before."""
    so = any(c.lower_ == "so" for c in act.root.children)
    return act.type in ("agree", "reject") and act.root.lemma_ == "do" and so


def takes_up(act: FoundAct) -> bool:
    """True for "rejected it", "accepted this", "proposed the same", "turned down its demand": what, was told before."""
    root, answers = act.root, act.type in ("agree", "reject", "agreeToConsider", "withdraw")
    if act.rule == "act-stance" and root is act.head and root.lemma_ == "say":  # "said no"
        return answers
    beside = [c for c in root.children if not c.is_punct and c.dep_ not in ("det", "poss", "predet", "aux")]
    if root.lower_ in ("this", "that"):  # "rejected that in Doha"
        return answers and all(c.dep_ == "prep" and root.dep_ in ("dobj", "pobj") for c in beside)
    if root.lower_ == "same":
        return not beside
    if beside or not answers:
        return False
    if root.pos_ in ("PRON", "DET"):
        return root.lower_ in _POINTING
    whose = [c for c in root.children if c.dep_ == "poss"]
    taken = root.lemma_.lower() in {noun for entry in lexicon("acts")["taken_up"] for noun in entry["nouns"]}
    others = act.type != "withdraw" and bool(whose) and all(c.tag_ == "PRP$" for c in whose)
    return root.pos_ == "NOUN" and taken and others


def names_only_people(actors: Actors, act: FoundAct) -> bool:
    """True for "the Tajik", of which the noun is lost."""
    known = actors.mention_at(start_of(act.root), end_of(act.root))
    whole = known is not None and known.form == "demonym" and known.start == start_of(act.root)
    return whole and all(c.is_punct or c.dep_ == "det" for c in act.root.children)


def is_of_somebody_else(actors: Actors, act: FoundAct) -> bool:
    """True for "proposed that they go back", "will sell it gas": whom the words mean, others tell."""
    if act.type not in _BINDING or act.root.pos_ not in ("VERB", "AUX"):
        return False
    if any(c.lower_ in _THEM for c in children(act.root, "dative")):
        return True
    subject = child(act.root, "nsubj", "nsubjpass")
    able = modal(act.root) in ("can", "could", "may", "might")  # "one sentence they could repeat"
    if subject is None or subject.lower_ not in _THEY or act.root.i == act.head.i or able:
        return False
    meant = actors.parties(actors.resolve(subject, act.sentence))
    asked = act.type in ("demand", "request") and any(c.tag_ == "TO" for c in children(act.root, "aux"))
    own = () if asked else act.agents  # nobody wants "it" to do something who means himself
    return not set(meant) & {*own, *act.addressees, *answering(actors, act)}


def is_fragment(act: FoundAct) -> bool:
    """True for an act whose words only point at what it is about: "implemented this commitment"."""
    if _points_elsewhere(act):
        return True
    if takes_up(act):
        return False  # whether anything was told before, the acts before tell
    return _names_nothing(act) or _is_left_off(act) or _does_it_to_something(act)


def _points_elsewhere(act: FoundAct) -> bool:
    """True for what is done to "this", or by a clause that only tells more of a noun."""
    points = any(c.lower_ in ("this", "that", "these", "those") for c in act.root.children)
    if act.type != "carryOut" and _points_away(act.root, unnamed=act.type in _BINDING):
        return True
    if act.root.lemma_ == "do" and act.root.pos_ == "VERB" and child(act.root, "dobj") is None and not does_so(act):
        return True  # "asked Congress to do": what, is lost
    if act.type == "carryOut" and points:
        return True
    if _is_of_them_done(act.root) or (act.type in _BINDING and _points_within(act)):
        return True
    return act.type in _BINDING and _is_beside_a_noun(act)


def _names_nothing(act: FoundAct) -> bool:
    """True for a pronoun, a number or "more" alone: "of its articles, 13 are agreed"."""
    if act.root.pos_ == "PRON" and act.type in ("agree", "expect", "commit"):
        return True
    if act.root.pos_ == "VERB" and act.root.i > act.head.i and _begins_with_which(act):
        return True  # "a list, which A undertook to provide"
    counted = any(t.pos_ in ("NOUN", "PROPN") for t in act.root.subtree)
    if act.type in _ANSWERS and act.root.text.isdigit() and not counted:
        return True  # "of its articles, 13 are agreed"
    if act.root.lower_ in ("one", "some", "most", "all", "part") and _is_of_them(act.root):
        return True
    asked = child(act.root, "dobj")
    asked = asked if act.root.lemma_.lower() in ("demand", "do", "offer", "seek") or _is_own(asked) else None
    return _is_bare_word(act.root) or (asked is not None and _is_bare_word(asked))


def _is_left_off(act: FoundAct) -> bool:
    """True for words of which the rest is lost, or which tell of no deed: "to invest in", "want them to know"."""
    if act.type in ("demand", "request") and act.root.lemma_.lower() in (
        "know",
        "understand",
        "remember",
        "believe",
        "imagine",
    ):
        return True
    light = act.root.dep_ == "relcl" and act.root.lemma_.lower() in wordset("acts", "light")
    if act.rule == "act-noun" and light and not any(c.tag_ == "TO" for c in act.root.children):
        return True  # "the proposals that he had put forward": what they are is not told
    if any(
        c.dep_ == "prep" and child(c, "pobj", "pcomp", "prep") is None and c.i == act.root.i + 1
        for c in act.root.children
    ):
        return not any(c.dep_ == "conj" for c in act.root.children)  # "to invest in", of which the rest is lost
    if act.type in _BINDING and _leaves_out(act.root):
        return True
    return act.type == "takeStep" and act.root.lower_ in _THEM and act.root.dep_ == "dobj"  # "suspended them in May"


def _does_it_to_something(act: FoundAct) -> bool:
    """True for "do this", "free them", "continue our work": what is done to something that others tell."""
    thing = child(act.root, "dobj")
    pointing = thing is not None and thing.lower_ in ("it", "this", "that", "these", "those") and thing.tag_ != "WDT"
    told = thing is not None and bool(children(thing, "acl", "relcl"))  # "free all those held over the war"
    if pointing and not told and act.type not in _ANSWERS and not act.refusal:
        return act.root.pos_ == "VERB"
    if act.type in _BINDING and (_says_nothing(act.root) or _is_broken_off(act.root)):
        return True
    if act.type in _BINDING and _handles_them(act.root):
        return True
    little = act.root.lemma_.lower() in ("do", "know", "make", "see", "get", "have", "support")
    return (
        thing is not None
        and little
        and (thing.pos_ == "PRON" or any(c.lower_ in ("this", "that") for c in thing.children))
    )


def _begins_with_which(act: FoundAct) -> bool:
    """True where a relative pronoun is what is to be given or done."""
    objects = [c for verb in (act.head, act.root) for c in children(verb, "dobj", "pobj") if c.tag_ == "WDT"]
    return bool(objects) and not any(c.i > act.root.i for c in children(act.root, "dobj"))


def _is_beside_a_noun(act: FoundAct) -> bool:
    """True for "an offer | that had circulated for weeks", "police in X, | captured in May": of what, is left out."""
    first = act.root.left_edge
    told = children(act.root, "nsubj", "nsubjpass")
    if len(told) == 1 and told[0].tag_ in ("WDT", "WP"):
        return first.i == told[0].i and perfect(act.root)
    return act.root.tag_ == "VBN" and first.i == act.root.i and not told and act.root.dep_ in ("acl", "advcl")


def _handles_them(root: Token) -> bool:
    """True for "free them by August", "let them pass", "set both aside": whom or what, was told before."""
    verbs = [root, *children(root, "ccomp")]
    words = [c for verb in verbs for c in children(verb, "dobj", "nsubj") if c.i > root.i]
    words += [t for t in root.subtree if t.i == root.i + 1 and t.dep_ not in ("det", "predet", "preconj", "cc")]
    subjects = children(root, "nsubj", "nsubjpass")
    if any(c.lower_ == "all" and not any(c.children) for c in subjects):
        return True  # "demands that all be vacated"
    parts = [root, *words, *subjects]
    if any(c.lower_ in ("all", "most", "some", "half") and _is_of_them(c) for c in parts):
        return True  # "wants all of it returned"
    pointing = ("them", "both", "it") if root.lemma_ == "let" else ("them", "both")  # "let it flow"
    return any(c.lower_ in pointing and not any(c.children) for c in words)


def _points_within(act: FoundAct) -> bool:
    """True for "stop this", "that such data be used", "unless this takes effect": what, stands elsewhere."""
    start, end = act.content
    verbs = [act.root, *children(act.root, "xcomp", "ccomp", "advcl")]
    verbs += [inner for verb in verbs[1:] for inner in children(verb, "ccomp")]
    things = [act.root, *(thing for verb in verbs for thing in children(verb, "nsubj", "nsubjpass", "dobj"))]
    things += [noun for t in things for p in children(t, "prep") if p.lower_ == "of" for noun in children(p, "pobj")]
    for thing in (t for t in things if start <= start_of(t) < end):
        marks = {c.lower_ for c in children(thing, "det", "amod", "predet") if c.i < thing.i}
        timed = thing.ent_type_ in _WHEN or base(thing) in wordset("acts", "spans")
        told = any(c.dep_ in ("relcl", "acl", "prep") for c in thing.children)
        pointed = marks & {"this", "these", "such"} or (marks & {"that", "those"} and not told)
        if thing.lower_ in ("this", "these") or (pointed and not timed):
            return not any(c.lower_ == "as" for c in thing.children)
    return False


def _is_of_them_done(root: Token) -> bool:
    """True for "wants them negotiated", "does not want it reopened": what, is told elsewhere."""
    done = root.tag_ == "VBN" and root.dep_ in ("ccomp", "xcomp", "oprd")
    return done and any(c.lower_ in _THEM for c in children(root, "nsubj", "nsubjpass", "dobj"))


def _leaves_out(root: Token) -> bool:
    """True for "that they be removed", "their return", "the first", "hold off on this": who or what, is not told."""
    if root.pos_ in ("NOUN", "PROPN"):
        owners = [c for c in children(root, "poss") if c.tag_ == "PRP$" and c.lower_ in ("their", "its")]
        told = [c for c in root.children if c not in owners and c.dep_ in ("prep", "acl", "relcl", "amod", "compound")]
        told = [c for c in told if c.lower_ != "own"]
        return bool(owners) and not told and root.i + 1 < len(root.doc)
    if is_one_more(root):
        return True  # "a third, in Rome, had been requested"
    if root.pos_ in ("ADJ", "NUM") and root.dep_ in ("pobj", "dobj"):
        return all(c.dep_ in ("det", "punct") for c in root.children) and any(c.lower_ == "the" for c in root.children)
    if root.pos_ != "VERB":
        return False
    subject = child(root, "nsubjpass")
    alone = all(c.dep_ in ("nsubjpass", "auxpass", "aux", "mark", "punct", "advmod") for c in root.children)
    if subject is not None and subject.lower_ in ("they", "it", "them", "this") and (alone or root.dep_ == "ccomp"):
        return True  # "that they be opened together with the road"
    held = [o for p in children(root, "prep") for o in children(p, "pobj")]
    return bool(held) and all(o.lower_ in ("this", "that", "it") for o in held) and child(root, "dobj") is None


def _is_own(word: Token | None) -> bool:
    """True for "its own" with no noun behind."""
    return word is not None and word.lower_ == "own" and all(c.tag_ == "PRP$" for c in word.children)


def _is_bare_word(root: Token) -> bool:
    """True for "more", "that", "its own" or "a third less" alone, by which nothing is told."""
    if _is_own(root):
        return True
    parts = root.lower_ in ("third", "half", "quarter", "fifth", "less", "more") and root.dep_ in ("pobj", "dobj")
    if parts and any(t.lower_ in ("less", "more") for t in root.subtree) and child(root, "prep") is None:
        return True
    told = [c for c in root.children if not c.is_punct and c.dep_ not in ("det", "advmod", "predet", "case")]
    bare = root.lower_ in ("more", "less", "much", "further", "enough") or (root.pos_ == "ADJ" and root.dep_ == "dobj")
    return not told and (bare or (root.pos_ in ("PRON", "DET") and root.lower_ in _POINTING))


def _is_of_them(root: Token) -> bool:
    """True for "one of them"."""
    of = (noun for prep in children(root, "prep") if prep.lower_ == "of" for noun in children(prep, "pobj"))
    return any(noun.pos_ == "PRON" for noun in of)


def _points_away(root: Token, *, unnamed: bool) -> bool:
    """True for what is done to "such exports" or "this work", which stand elsewhere, or to nothing that is told."""
    lemma = root.lemma_.lower()
    things = [root] if root.pos_ == "NOUN" else children(root, "dobj")
    things += [noun for prep in children(root, "prep") for noun in children(prep, "pobj")] if not things else []
    inner = next(iter(children(root, "xcomp")), None)
    things += children(inner, "dobj") if inner is not None else []
    things += [p for noun in things for prep in children(noun, "prep") for p in children(prep, "pobj")]
    for noun in things:
        marks = {c.lower_ for c in noun.children if c.i < noun.i}
        vague = noun.lemma_.lower() in wordset("acts", "pointing")
        if "such" in marks or (vague and marks & {"this", "that", "these", "those"}):
            return "as" not in {c.lower_ for c in noun.children}
        if unnamed and _is_unnamed(noun):
            return True
    into = {p.lower_ for p in children(root, "prep")}
    if lemma == "take" and "into" in into and child(root, "dobj", "ccomp") is None:
        return True
    return root.pos_ == "VERB" and lemma in ("reconsider", "rethink") and child(root, "dobj") is None


def _is_unnamed(noun: Token) -> bool:
    """True for "the issue", "this plan" with nothing beside that says which."""
    beside = [c for c in noun.children if not c.is_punct and c.dep_ not in ("case", "cc", "conj")]
    definite = [c for c in beside if c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those")]
    return bool(definite) and len(beside) == len(definite) and noun.lemma_.lower() in wordset("acts", "unnamed")


# ---------------------------------------------------------------------- words that tell nothing


def _says_nothing(root: Token) -> bool:
    """True for "continue our work", "help them", "our partners": no word tells what is to be done, or with what."""
    if (
        root.pos_ == "NUM"
        and root.lower_ != "one"
        and not any(t.pos_ in ("NOUN", "PROPN", "SYM") for t in root.subtree)
    ):
        return True  # "no less than 15"
    if root.lower_ == "let":
        root = child(root, "ccomp") or root
    if root.pos_ in ("NOUN", "PROPN"):
        given = child(root.head.head, "dobj") if root.head.dep_ in ("prep", "dative") else None
        behind = given is not None and given.i > root.head.head.i
        left = behind and given is not None and given.lower_ in _POINTING  # "offer it to our partners"
        told = any(_tells(t) or t.pos_ == "NUM" or t.tag_ == "JJR" for t in root.subtree)  # "60 days", "more time"
        return left or not told
    if root.pos_ != "VERB" or any(_tells(t) for t in _complement(root)):
        return False
    if root.lemma_.lower() in _vague() or any(c.lower_ in _POINTING for c in children(root, "dobj")):
        return True
    beside = [t for t in _complement(root) if not t.is_punct]
    return len(beside) == 1 and beside[0].lower_ == "them"  # "release them"


def _is_broken_off(root: Token) -> bool:
    """True for what somebody begins and does not end: "committing to just — not just ...", "this arra- — this"."""
    for dash in root.subtree:
        if dash.text not in ("—", "–") or not dash.i or dash.i + 1 >= len(dash.doc):
            continue
        last, again = dash.nbor(-1), dash.nbor(1)
        before = [t.lower_ for t in dash.doc.tokens[max(0, dash.i - _STUTTER) : dash.i]]
        if again.pos_ == "ADP" and again.lower_ in before:
            return True  # "between the two — between the three"
        if last.pos_ in _UNENDED or last.lower_ in ("just", "this", "these") or last.text.endswith("-"):
            return True
    return False


def _complement(verb: Token) -> Iterator[Token]:
    """The words after a verb, and what it tells of: "the prisoners must be freed", "wants the talks to start"."""
    yield from (t for t in verb.subtree if t.i > verb.i)
    asked = verb.dep_ == "ccomp" and verb.tag_ == "VB" and not modal(verb)
    yield from (t for c in children(verb, "nsubjpass", "nsubj") if asked or c.dep_ == "nsubjpass" for t in c.subtree)


def _tells(word: Token) -> bool:
    """True for a word that tells something: a name, a number, a noun or verb that is not in everybody's mouth."""
    if word.ent_type_ in _WHEN:
        return False
    if word.pos_ in ("PROPN", "NUM", "SYM") or (word.pos_ == "ADJ" and word.text[0].isupper()):
        return True
    if word.pos_ == "NOUN":
        return word.lemma_.lower() not in wordset("acts", "hollow")
    if word.dep_ == "poss" or word.pos_ != "VERB":
        return word.lower_ == "other" and word.i > 0 and word.nbor(-1).lower_ == "each"  # "help each other"
    return word.lemma_.lower() not in _vague()


def _vague() -> frozenset[str]:
    return wordset("acts", "vague") | wordset("acts", "states") | wordset("acts", "little")
