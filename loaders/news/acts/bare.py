"""Acts in bare clauses: "X will ..." said by X is a promise, "Y must ..." said by the other side a demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ....graph.records import ActType, Key
from ..cast.actors import Actors
from ..cast.attribution import Attributed, Attribution
from ..cast.own_papers import is_joint
from ..language.annotation import Sentence, extent
from ..language.parse import Token
from ..language.syntax import (
    agent_of,
    base,
    child,
    children,
    clause,
    conjuncts,
    is_turned_round,
    left_behind,
    modal,
    negated,
    passive,
    perfect,
    thing_of,
)
from ..lexicons.word_lists import lexicon, wordset
from .acting import acting_sides, negotiates, own_sides, sides_of, speaks_for_several
from .frames import FoundAct
from .threats import is_hostile, warns

_NOT_TOLD: Final = ("refuse", "reason", "concession", "speak", "lead")
_ALLOWED: Final = ("allow", "permit", "accept", "tolerate", "recognise", "recognize", "forgive")
"""What somebody refuses who says that it "will never be" so."""
_ENDING: Final = (
    "end",
    "stop",
    "cease",
    "resume",
    "begin",
    "start",
    "open",
    "go",
    "leave",
    "withdraw",
    "halt",
    "return",
)
"""What things without a side "must" do as somebody's demand: "the siege must end"."""
_ONLY: Final = ("under", "with", "after", "through")
"""What stands before a condition with "only": "could resume only under its own management"."""
_CONDITIONS: Final = ("if", "unless", "until", "once", "before", "provided", "when")


def modal_acts(actors: Actors, sentence: Sentence, attribution: Attribution) -> Iterator[FoundAct]:
    """The bare promises, demands and conditions of a sentence."""
    spoken = attribution.said_within(sentence)
    for said in spoken:
        root = said.utterance.root
        if root is not None and said.utterance.kind not in _NOT_TOLD:
            for head in conjuncts(root):
                if head.pos_ in ("VERB", "AUX") and (act := _said(actors, sentence, said, head)) is not None:
                    yield act
    if not spoken and sentence.segment.kind != "headline":
        for head in conjuncts(sentence.span.root):
            if head.pos_ in ("VERB", "AUX") and (act := _told(actors, sentence, head)) is not None:
                yield act


def _said(actors: Actors, sentence: Sentence, said: Attributed, root: Token) -> FoundAct | None:
    word, own = _modal(root), sides_of(actors, said.speakers)
    if (word == "should" and is_turned_round(root)) or _is_of_a_paper(root):
        return None
    if word == "would" and said.utterance.backshifted:
        word = "will"
    subject = _subject(root)
    if subject is not None and subject.lower_ in ("he", "she", "they", "it") and _is_quoted(said):
        return None  # whom somebody means whose words are given stands elsewhere
    we = subject is not None and subject.lower_ in ("we", "i") and not speaks_for_several(subject)
    sides = own if we else acting_sides(actors, sentence, subject, own=own)
    own = own_sides(actors, said, sides)
    if _lets_us(root) and negotiates(actors, own) and said.utterance.kind != "turn":  # speeches call on everybody
        return _act("propose", own, sentence, root, word="let")
    if word == "must":
        return _demand(actors, sentence, root, own=own, sides=sides)
    if word == "will" and not negated(root) and root.lemma_.lower() in wordset("acts", "asking"):
        return None  # "will ask for as much": no promise
    if subject is not None and subject.lower_ in ("he", "she", "i") and _gives_up_a_post(root):
        return None
    if negated(root) and root.lemma_ in wordset("acts", "warning"):
        return None
    if root.tag_ == "VBG" and modal(root) and root.lower_ != "going" and not negated(root):
        return None  # "he would be carrying a proposal": foretold
    if not sides and root.lemma_ in wordset("acts", "happening") and not negated(root):
        return None  # "the first handover could take place if they approve"
    if (
        word in ("will", "can", "would", "could")
        and negotiates(actors, own)
        and _hangs_on(root)
        and _refuses(actors, sentence, root, own)
    ):
        if _is_of_others(subject, sides, own) or (word == "can" and not negated(root)) or _argues(root, sides):
            return None  # "he will not stop there if ...": foretold, not what the speaker makes his condition
        if negated(root) or any(t.lower_ == "only" for t in root.subtree):
            return _act("setCondition", own, sentence, root, word="condition")
        return _act(_promise(root), own, sentence, root, word="condition")
    if word == "will" and negated(root) and passive(root) and root.lemma_ in _ALLOWED and negotiates(actors, own):
        return _act("reject", own, sentence, root, word="will")
    if not sides or word not in ("will", "shall", "should") or not _is_party(actors, sides):
        return None
    if _is_state(root) or _is_undergone(root) or _is_cut(actors, sentence, root) or _says_little(root):
        return None
    if word == "should":
        others = not set(sides) & set(own)
        return (
            _act("demand", own, sentence, root, word=word, addressees=sides)
            if others and negotiates(actors, own)
            else None
        )
    if set(sides) & set(own) or not _is_party(actors, own):
        if _hangs_on(root) and any(t.lower_ == "only" for t in root.subtree):
            return _act("setCondition", sides, sentence, root, word="condition")
        warned = said.utterance.verb is not None and said.utterance.verb.lemma_ in ("warn", "threaten")
        return _act("threaten" if warned else _promise(root), sides, sentence, root, word=word)
    return None


def _gives_up_a_post(verb: Token) -> bool:
    """True for "she would leave the government", "I will resign": what becomes of one person."""
    left = {base(noun) for noun in children(verb, "dobj")} & wordset("acts", "posts_left")
    return verb.lemma_ == "resign" or (verb.lemma_ in ("leave", "quit") and bool(left))


def _is_of_a_paper(root: Token) -> bool:
    """True for "Under A's plan, B would withdraw": whose the plan is, does it."""
    held = (noun for p in children(root, "prep") if p.lower_ == "under" for noun in children(p, "pobj"))
    papers = {noun for entry in lexicon("acts")["papers"] for noun in entry["nouns"]}
    return any(base(noun) in papers for noun in held)


def _promise(root: Token) -> ActType:
    """What somebody does who says what his side will do."""
    binds: ActType = "offer" if modal(root) in ("could", "can") else "commit"
    return "reject" if negated(root) else "threaten" if is_hostile(root) or warns(root) else binds


def _argues(root: Token, sides: tuple[Key, ...]) -> bool:
    """True for "contracts could not be reopened without ruining buyers": why, not on which condition."""
    without = (p for p in children(root, "prep") if p.lower_ == "without")
    return not sides and any(child(p, "pcomp") is not None for p in without)


def _is_quoted(said: Attributed) -> bool:
    return said.utterance.mode == "direct-quote" and said.utterance.kind != "turn"


def _is_of_others(subject: Token | None, sides: tuple[Key, ...], own: tuple[Key, ...]) -> bool:
    """True for a clause on somebody else: another side, or "he", "it", "they"."""
    if sides:
        return not set(sides) & set(own)
    anything = subject is not None and any(c.lower_ in ("any", "every", "each", "all") for c in subject.children)
    return anything or (
        subject is not None and subject.lower_ in ("he", "she", "it", "they", "you", "there", "that", "this")
    )


def _told(actors: Actors, sentence: Sentence, root: Token) -> FoundAct | None:
    """ "A and B will hold talks", "B is to pay ..." in the article's own voice."""
    to = child(root, "xcomp") if root.lemma_ == "be" else None
    is_to = to is not None and to.i == root.i + 2 and any(c.tag_ == "TO" for c in children(to, "aux"))
    if (modal(root) not in ("will", "shall") and not is_to) or _is_cut(actors, sentence, root):
        return None
    if passive(root) and not (is_to or negated(root)) and is_joint(actors) and _is_a_provision(actors, sentence, root):
        return _act("commit", actors.pair, sentence, root, word="will")  # "boats shall be returned": both say so
    if passive(root) or (root.lemma_ == "be" and not is_to) or negated(root) or perfect(root):
        return None  # "will have helped" is reckoned
    done = to if is_to and to is not None else root
    if done.lemma_.lower() in wordset("acts", "composition") or _is_state(done) or _says_little(done):
        return None
    subject = child(root, "nsubj")
    meets = done.lemma_.lower() in wordset("acts", "gathering") and not actors.alone
    bare = subject is not None and subject.pos_ != "PROPN" and child(subject, "amod", "compound") is None
    if bare and meets:
        return None  # "the parties will meet again": an event, of whoever they are
    sides = acting_sides(actors, sentence, subject, own=()) or _teams(actors, subject)
    come_together = done.lemma_.lower() in wordset("acts", "gathering") | {"sit"}
    if is_to and come_together:
        return None  # "the delegations are to meet in May": an event
    if is_to and root.tag_ == "VBD" and (len(sides) == 1 or not come_together):
        return None  # "A was to pay": planned once
    runs = done.lemma_.lower() in wordset("acts", "running") and child(done, "dobj", "xcomp", "nsubjpass") is None
    if runs and subject is not None and subject.lower_ == "they":
        return None  # "they are to resume on Monday": the talks
    return _act("commit", sides, sentence, root, word="will", planned=is_to) if negotiates(actors, sides) else None


def _is_a_provision(actors: Actors, sentence: Sentence, root: Token) -> bool:
    """True for "boats shall be returned"; not for meetings held, harm suffered, or what each side decides by itself."""
    thing, by = child(root, "nsubjpass"), agent_of(root)
    points = thing is not None and any(c.lower_ in ("this", "that") for c in thing.children)
    its_own = by is not None and bool(actors.parties(actors.resolve(by, sentence)))
    return not (points or its_own or root.lemma_ in wordset("acts", "suffered") or _says_little(root))


def _teams(actors: Actors, subject: Token | None) -> tuple[Key, ...]:
    """Both sides for "technical teams", "the delegations"."""
    if subject is None or subject.tag_ not in ("NNS", "NNPS") or actors.modifiers(subject):
        return ()
    whose = [noun for p in children(subject, "prep") if p.lower_ in ("from", "of") for noun in children(p, "pobj")]
    if any(base(noun) not in wordset("actors", "pairs") for noun in whose):
        return ()  # "officials of the two companies"
    both = base(subject) in wordset("actors", "teams") or (actors.alone and base(subject) in wordset("actors", "pairs"))
    return actors.pair if both else ()


def _demand(
    actors: Actors, sentence: Sentence, root: Token, *, own: tuple[Key, ...], sides: tuple[Key, ...]
) -> FoundAct | None:
    """ "The siege must end": a demand of the side that says so, on whoever is to do it."""
    subject = _subject(root)
    empty = subject is None or subject.pos_ == "PRON" or subject.lower_ in ("one", "there", "all")
    if empty or set(sides) & set(own) or not negotiates(actors, own):
        return None
    done = (child(root, "xcomp") if root.lemma_ in ("need", "have") else None) or root
    ends = passive(done) or done.lemma_.lower() in _ENDING
    if not _is_party(actors, sides) and not ends:
        return None
    if _restates(actors, sentence, own):
        return None
    if passive(done) and _is_party(actors, sides):
        return None  # "B must be held to account": nothing is asked of B
    if not passive(done) and _is_state(done):
        return None  # "must be bold", "must have a voice"
    return _act("demand", own, sentence, root, word="must", addressees=sides)


def _restates(actors: Actors, sentence: Sentence, own: tuple[Key, ...]) -> bool:
    """True for "And B must disarm" after a sentence of what another side says or wants: it may be theirs."""
    first = sentence.span[0].lower_
    if first not in ("and", "also", "plus", "then", "or") or not sentence.number:
        return False
    before = actors.article.sentences[sentence.number - 1]
    if before.segment_number != sentence.segment_number:
        return False
    wanting = wordset("events", "saying") | {"want", "demand", "insist", "claim", "require", "think", "believe"}
    theirs = (s for t in before.span if t.lemma_.lower() in wanting for s in children(t, "nsubj"))
    return any(s.lower_ not in ("i", "we") and not set(actors.resolve(s, before)) & set(own) for s in theirs)


def _subject(root: Token) -> Token | None:
    """The subject of a clause, the last where a parser finds two: "The decree, I think, then all must be obeyed"."""
    before = [c for c in children(root, "nsubj", "nsubjpass") if c.i < root.i]
    own = before[-1] if before else child(root, "nsubj", "nsubjpass")
    if own is None and root.dep_ == "conj" and root.head.pos_ in ("VERB", "AUX"):
        return _subject(root.head)  # "the A side came with a figure and would not go lower"
    return own


def _modal(root: Token) -> str:
    """The modal of a clause; "has to" and "needs to" are a must, "is going to" is a will."""
    if root.lower_ == "going" and child(root, "xcomp") is not None and child(root, "aux") is not None:
        return "will"
    needs = root.lemma_ in ("need", "have") and child(root, "xcomp") is not None and root.tag_ != "VBD"
    return "must" if needs and not negated(root) else modal(root)


def _is_state(root: Token) -> bool:
    """True for "will have", "is going to be", "will pay a visit": nothing is promised."""
    verb = child(root, "xcomp") if root.lower_ == "going" else root
    thing = thing_of(verb) if verb is not None else None
    calls = thing is not None and thing.lemma_.lower() in wordset("acts", "ceremonies")
    turns = verb is not None and verb.lemma_ == "turn" and child(verb, "prt") is None  # "I will now turn to ..."
    turns = turns or (verb is not None and verb.lemma_ == "close" and thing is None)  # "I will close by saying ..."
    return verb is None or calls or turns or verb.lemma_.lower() in wordset("acts", "states")


def _is_undergone(verb: Token) -> bool:
    """True for "will be paid", "will continue to be paid"."""
    inner = child(verb, "xcomp")
    return passive(verb) or (inner is not None and passive(inner))


def _says_little(verb: Token) -> bool:
    """True for "shall overcome", "will do the same": nothing is told that is to be done."""
    thing = child(verb, "dobj")
    if thing is not None and (thing.pos_ == "PRON" or any(c.lower_ == "same" for c in thing.children)):
        return verb.lemma_ in ("do", "make", "get", "try", "keep")
    goes_on = any(c.i > verb.i and c.pos_ in ("VERB", "AUX") for c in children(verb, "conj"))
    return not (_is_complete(verb) or goes_on) and verb.lemma_.lower() not in wordset("acts", "lasting")


def _lets_us(root: Token) -> bool:
    """True for "Let us extend the truce"."""
    content = child(root, "ccomp") if root.lower_ == "let" else None
    subject = child(content, "nsubj") if content is not None else None
    return subject is not None and subject.lower_ in ("us", "'s", "’s")


def _refuses(actors: Actors, sentence: Sentence, root: Token, own: tuple[Key, ...]) -> bool:
    """True for what is not without something, or only with it, or hangs on what others do: "if they bring a text"."""
    if negated(root) or any(t.lower_ == "only" for t in root.subtree):
        return True
    subjects = [s for c in children(root, "advcl") for s in children(c, "nsubj", "nsubjpass")]
    theirs = any(
        s.lower_ in ("they", "you")
        or (s.pos_ == "PROPN" and not set(actors.parties(actors.resolve(s, sentence))) & set(own))
        for s in subjects
    )
    return theirs and not _is_state(root)


def _hangs_on(root: Token) -> bool:
    """True for a clause that says under which condition only something will be."""
    marked = [
        any(k.lower_ in _CONDITIONS for k in children(c, "mark", "advmod"))
        for c in children(root, "advcl")
        if c.i != root.i
    ]
    preps = (p for p in children(root, "prep") if p.lower_ in ("before", "until", "without"))
    awaited = (o for p in preps for o in children(p, "pobj", "pcomp"))
    alone = any(p.lower_ in _ONLY and any(c.lower_ == "only" for c in p.children) for p in children(root, "prep"))
    return (alone and not negated(root)) or (negated(root) and any(not _is_time(o) for o in awaited)) or any(marked)


def _is_time(noun: Token) -> bool:
    """True for what only tells when: "before the deadline", "until Friday"."""
    return noun.ent_type_ in ("DATE", "TIME") or noun.lemma_.lower() in wordset("acts", "times")


def _is_party(actors: Actors, sides: tuple[Key, ...]) -> bool:
    return any(actors.agents[s].kind in ("state", "organization") for s in sides if s in actors.agents)


def _is_cut(actors: Actors, sentence: Sentence, root: Token) -> bool:
    """True for a clause that breaks off before its object: "India will eliminate" above a list."""
    ends = actors.article.text[sentence.start : sentence.end].rstrip()
    goes_on = any(
        c.i > root.i and c.dep_ in ("dobj", "prep", "xcomp", "ccomp", "attr", "acomp", "dative", "prt")
        for c in root.children
    )
    return not goes_on and (not ends or ends[-1] not in '.!?”"’)…')


def _with_shared(root: Token) -> list[Token]:
    """The clause, with the verbs after it of which the same is said: "will adopt and implement a prohibition"."""
    tokens, last = clause(root), root
    while (joined := _joined_to(last)) is not None:
        tokens, last = [*tokens, *clause(joined)], joined
    return tokens


def _joined_to(verb: Token) -> Token | None:
    """The next verb of "will open the port |and return the boats", which the same modal holds."""
    joined = (c for c in children(verb, "conj") if c.pos_ == "VERB" and c.i > verb.i)
    alike = (c for c in joined if c.tag_ == "VB" or not _is_complete(verb))
    return next((c for c in alike if child(c, "nsubj", "nsubjpass", "aux") is None), None)


def _is_complete(verb: Token) -> bool:
    """True for a verb that has something after it which says what is done."""
    return any(c.i > verb.i and c.dep_ not in ("punct", "cc", "conj", "advmod", "npadvmod") for c in verb.children)


def _act(
    act: ActType,
    agents: tuple[Key, ...],
    sentence: Sentence,
    root: Token,
    *,
    word: str,
    addressees: tuple[Key, ...] = (),
    planned: bool = False,
) -> FoundAct:
    words = _with_shared(root)
    span = extent([*words, *left_behind(max(words, key=lambda t: t.i))])
    refusal = negated(root)  # what is promised, demanded or made a condition is that it is not done
    return FoundAct(act, agents, addressees, span, span, root, root, sentence, f"modal-{word}", refusal, planned)
