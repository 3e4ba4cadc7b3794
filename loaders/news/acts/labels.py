"""What the item of an act is called: short, and without who is to do it, which the term tells."""

from __future__ import annotations

import re

from ..cast.actors import Actors
from ..language.annotation import end_of, extent, start_of
from ..language.parse import Token
from ..language.syntax import base, child, children, finite, negated, own_words, perfect
from ..lexicons.word_lists import wordset
from .acting import acting_sides
from .frames import FoundAct
from .little import papers
from .objects import is_conceded

_LONGEST = 600
_TIMES = ("DATE", "TIME")
_FEW = 3
"""Words of a paper that say too little without where it was put forward."""
_TOPIC = 4
"""Words of what a sentence opens with: "on cars"."""
_GROUNDS = re.compile(
    r", (?:accusing|saying|citing|arguing|claiming|blaming|alleging|insisting|noting|adding|recalling|stressing)\b.*$"
)
"""What somebody says beside what he does: "put off the handover|, accusing A of a breach"."""
_ASIDE = re.compile(
    r"\s(?:on (?:several|many|numerous|two|three|various) occasions|several times|many times|more than once)\b|"
    r"\s(?:shortly |just )?(?:before|after|at) (?:noon|midnight|midday|dawn|dusk|sunrise|sunset)\b|"
    r"\sin (?:exchange|return)$|"
    r"\sat the (?:start|end|beginning|close) of (?:the|last|this) (?:week|month|year|day)\b|"
    r"\s(?:today|tonight|tomorrow|yesterday)$|(?<!of)(?<!in)(?<!by)(?<!on)\s(?:the )?(?:next|following|same) day$|"
    r"\sthis time\b|"
    r"\s(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many) \w+ ago$|"
    r"\s(?:later|earlier) (?:this|last|next) (?:week|month|year)$|, (?:more|less) than [^,]* times .*$|"
    r"\s*\([^()]*\)|\s[–—]\s\w+ing\b.*$|,? including:.*$|"
    r", (?:which(?! (?:would|will|takes? in|includes?|covers?|contains?|comprises?|provides?|foresees?|envisages?|"
    r"calls? for)\b)|"
    r"who|whose|where|bearing in mind|most of (?:it|them|which))\b.*$|"
    r", an? [a-z-]+ (?:that|which|first|once|already|never)\b.*$|"
    r", an? (?:proposal|offer|demand|move|step|condition|idea|plan|formula|figure|request|decision|suggestion|"
    r"agreement|pledge|commitment|deal|promise|policy|goal)\b.*$"
)
_BETWEEN = re.compile(
    r", (?:which|who|whose) [^,;]{3,90},(?= (?:not )?(?:be|should|must|would|will|can|could|may|do)\b)"
)
"""What is told besides in the middle: "that the pact|, which runs to 2030,| be reopened"."""
_ATTRIBUTION = re.compile(
    r",? (?:he|she|it|they|(?:the|its|his|her|their)(?: [a-z]+){1,3}|[A-Z][\w’'.-]*(?: [A-Z][\w’'-]*){0,2}) "
    r"(?:says?|said|adds?|added|argue[sd]?|warn(?:s|ed)|told \w+)$"
)
_LOOSE_END = re.compile(
    r"(?:[ ,;:–—-]+(?:and|but|or|nor|while|as|which|that|who|only|until|unless|if|to|with|for|above all|though|however|"
    r"(?:(?:at|by|until|before|in|from|since) the (?:end|start|beginning|middle) )?of))*[ ,;:–—-]*$"
)
_LOOSE_START = re.compile(
    r"^(?:(?:and|but|or|that,?|to|then|also|first|instead|first that)\s+|[,;:–—-]\s*)+", re.IGNORECASE
)
_SO_CALLED = re.compile(r"^what (?:it|he|she|they|\w+) (?:calls?|called|describes? as|described as) ")
_BINDING = re.compile(
    r"^(?:(?:(?:be|is|are|was|were|['’](?:re|s|m)) )?going to|"
    r"be (?:ready|prepared|willing|able|open|happy|bound|obliged) to|"
    r"(?:is|are|was|were) to|commit(?:ting)? to) "
)
_COMMITMENT = re.compile(r"^(?:(?:its|their|his|her|our|the|a) )?(?:[a-z]+ )?commitments? to (?=\w)")
_OWNER = re.compile(r"^(?:its|his|her|their|our|(?:the |a )?[\w-]+(?: [\w-]+){0,2}[’']s) ")


def item_label(actors: Actors, act: FoundAct, words: str) -> str:
    """What is to be done, short and without who is to do it, which the term tells."""
    text = actors.article.text
    if act.type == "carryOut":
        words = re.sub(r"^(?:when|after|because) ", "", " ".join(text[act.span[0] : act.span[1]].split()))
    elif act.type == "takeStep" and act.head.pos_ == "VERB":  # "expel the ambassador"
        if act.root.i == act.head.i and end_of(act.head) < act.span[1]:
            words = " ".join(text[end_of(act.head) : act.span[1]].split())
            words = words.partition(",")[0] if act.head.dep_ == "pcomp" else words  # "accused A of X, as B left"
        done = child(act.head, "nsubjpass")
        told = words[: _when(act, words)]
        words = _phrase(text, done) if act.refusal and done is not None else told  # "has not been carried out by A"
        words = f"{'not ' if act.refusal else ''}{act.head.lemma_}{_particles(act)} {words}"
    elif act.type == "offer" and is_conceded(act.head) and act.root.i > act.head.i:  # "could accept X"
        words = f"{act.head.lemma_}{_particles(act)} {words}"
    elif act.head.lemma_ == "invite" and (act.root.ent_type_ in ("GPE", "LOC") or base(act.root) == "capital"):
        words = f"a visit to {words}"
    elif act.type == "setCondition" and act.rule != "act-conditional":  # what will not be, and without what
        first = min((start_of(t) for t in act.root.children if t.dep_ in ("aux", "neg")), default=act.span[0])
        subject = child(act.root, "nsubj", "nsubjpass")
        before = [c for c in children(act.root, "advcl") if subject is not None and c.i < subject.i]
        if before:  # "if the text is not changed, the talks will not go on"
            first = start_of(before[0].left_edge)
        elif subject is not None and not acting_sides(actors, act.sentence, subject, own=act.agents):
            first = start_of(subject.left_edge)  # "no support will come without reform"
        words = re.sub(
            r"^(?:will|would|shall|can|could|['’](?:ll|d|re)) ", "", " ".join(text[first : act.span[1]].split())
        )
    elif act.rule == "act-stated":  # "confirmed the country's readiness": the agents are told beside it
        words = _OWNER.sub("", words)
    elif act.rule == "modal-let":  # "let us extend the truce"
        content = child(act.root, "ccomp") or act.root
        words = " ".join(text[start_of(content) : act.span[1]].split())
    elif act.rule.startswith("modal") or (act.root.tag_ == "VB" and act.root.dep_ == "ccomp") or _is_it(act.root):
        words = _without_subject(actors, act, words)
    words = _undated(act, words)
    short = _SO_CALLED.sub("", _ATTRIBUTION.sub("", _ASIDE.sub("", _GROUNDS.sub("", _BETWEEN.sub("", words)))))
    short = balanced(_LOOSE_END.sub("", _LOOSE_START.sub("", _BINDING.sub("", short))))
    if perfect(act.root) and short.startswith(f"{act.root.text} "):  # "would have given"
        short = f"{act.root.lemma_}{short[len(act.root.text) :]}"
    if act.type == "commit":  # "reaffirmed its commitment to X" commits to X
        short = _COMMITMENT.sub("", short) or short
    words = f"{short or words}{_behind_colon(act, text)}{_topic(act, short or words)}"
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _undated(act: FoundAct, words: str) -> str:
    """The words without when and where something was put forward: "a plan | in Nairobi on Monday | under which ..."."""
    if act.head.pos_ != "VERB" or act.root.i < act.head.i or act.root.pos_ != "NOUN":
        return words
    paper, declared = base(act.root) in papers(), act.head.lemma_ in ("declare", "announce")
    own = children(act.root, "prep") if paper or declared else []
    for prep in (*(p for p in children(act.head, "prep") if p.i > act.root.i), *own):
        noun = child(prep, "pobj") if prep.lower_ in ("on", "in", "at") else None
        if noun is None or children(noun, "conj", "prep"):
            continue
        if noun.ent_type_ in _TIMES or (noun.ent_type_ == "GPE" and not declared):
            last = max([noun, *children(noun, "nummod", "compound", "amod")], key=lambda t: t.i)
            said = " ".join(t.text for t in prep.doc.tokens[prep.i : last.i + 1])
            left = re.sub(rf"\s{re.escape(said)}(?![\w-])", "", words, count=1)
            words = (
                left if not paper or len(left.split()) > _FEW else words
            )  # "a text in Rome" tells more than "a text"
    return words


def _particles(act: FoundAct) -> str:
    """What stands between a step's verb and what it is about: "break | off | the talks", "walk | out of | them"."""
    between = act.head.doc.tokens[act.head.i + 1 : act.root.left_edge.i] if act.root.i > act.head.i else []
    kept = all(t.pos_ == "ADP" or t.dep_ == "prt" for t in between)
    return "".join(f" {t.lower_}" for t in between) if kept else ""


def _when(act: FoundAct, words: str) -> int | None:
    """Where the time and the reason of a step begin in its words: "suspend the pact | in May after a launch"."""
    marks = ("after", "following", "because", "as", "when", "while", "amid", "since", "in", "on", "at", "last", "this")
    beside = children(act.head, "prep", "advcl", "npadvmod")
    within = (t for t in act.root.subtree if t.dep_ == "prep" and t not in beside)
    dated = [p for p in within if any(noun.ent_type_ in _TIMES for noun in children(p, "pobj"))]
    for other in sorted([*beside, *dated], key=lambda t: t.i):
        first = other.left_edge
        if other.i < act.head.i or first.i <= act.root.i or first.lower_ not in marks:
            continue
        held = child(other, "pobj") if other.dep_ == "prep" else other
        timed = held is not None and held.ent_type_ in _TIMES
        if timed or (other.dep_ == "advcl" and finite(other)) or first.lower_ in ("after", "following", "amid"):
            begins = " ".join(t.text for t in other.doc.tokens[first.i : first.i + 2])
            at = re.search(rf"[ ,]+{re.escape(begins)}\b", words)
            return at.start() if at is not None else None
    return None


def _behind_colon(act: FoundAct, text: str) -> str:
    """What a colon tells of a thing that says little itself: "a compromise in May: 18 instalments"."""
    if act.root.pos_ != "NOUN" or act.root.i < act.head.i or base(act.root) not in wordset("acts", "terms", "headings"):
        return ""
    after = [t for t in act.sentence.span if start_of(t) >= act.content[1]]
    colon = next((t for t in after[: _TOPIC + 1] if t.text == ":"), None)
    between = [t for t in after if colon is not None and t.i < colon.i]
    if colon is None or any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in between):
        return ""
    told = " ".join(text[end_of(colon) : act.sentence.end].split()).rstrip(".")
    return f": {told}" if told and told[0] not in '“"' else ""


def _topic(act: FoundAct, words: str) -> str:
    """What a sentence opens with to tell what it is about: "On cars, A asked for a lower duty" (on cars)."""
    for prep in children(act.head, "prep") if act.rule == "act-verb" else ():
        noun = child(prep, "pobj")
        opens = prep.lower_ in ("on", "for", "regarding", "concerning") and prep.left_edge.i == act.sentence.span[0].i
        if (
            not opens
            or noun is None
            or noun.lower_ == "part"
            or noun.ent_type_
            or noun.pos_ != "NOUN"
            or prep.right_edge.i + 1 >= len(prep.doc)
        ):
            continue
        told = [t.text for t in prep.subtree]
        if prep.right_edge.nbor(1).text == "," and noun.lower_ not in words.lower() and len(told) <= _TOPIC:
            return f" ({' '.join((prep.lower_, *told[1:]))})"
    return ""


def _is_it(root: Token) -> bool:
    """True for "the request that it leave": the pronoun means whom the request is put to."""
    subject = child(root, "nsubj")
    it = subject is not None and subject.lower_ in ("it", "they")
    return it and root.tag_ in ("VB", "VBP") and root.dep_ == "acl"


def _phrase(text: str, noun: Token) -> str:
    start, end = extent(own_words(noun))
    words = " ".join(text[start:end].split())
    return words[0].lower() + words[1:] if noun.left_edge.pos_ == "DET" else words


def _without_subject(actors: Actors, act: FoundAct, words: str) -> str:
    """The words from the verb on when its subject is a side; "any pause must begin with ..." stays whole."""
    subject = child(act.root, "nsubj", "nsubjpass")
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN":
        return words  # "state authority must be restored"
    if subject is not None and subject.lower_ == "both":
        return words
    if subject is not None and subject.pos_ != "PRON":
        own = base(subject) in wordset("actors", "own_bodies")
        doers = acting_sides(actors, act.sentence, subject, own=act.agents)
        if not own and (not doers or not set(doers) <= {*act.agents, *act.addressees}):
            return words  # "proposed that the mission alone run the hospital"
    verb = re.search(rf"(?<= )[\"“]?{re.escape(act.root.text)}(?=[ ,])", words)
    if verb is None:
        return words
    return f"{'not ' if negated(act.root) else ''}{words[verb.start() :]}"


def balanced(words: str) -> str:
    """The words without a quotation mark or bracket that lost its partner.

    >>> balanced('count to zero."')
    'count to zero.'
    """
    for left, right in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        if words.count(left) != words.count(right):
            words = words.replace(left, "").replace(right, "")
    return (words.replace('"', "") if words.count('"') % 2 else words).strip()
