"""The shape of every lexicon: which lists and fields it has, which terms they may name, and which words stand apart.

To add a lexicon, add its shape here under the name of its file; the head of the file says what the fields mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from ....graph.records import ActType, Capacity, EventKind, Tenure
from ....ontology.terms import ACTION_KINDS
from .issue_shapes import ISSUES
from .name_shapes import NAME, NAMES, ORGANIZATIONS, OUTLETS, STATES
from .shapes import Distinct, Each, Entries, Pattern, Record, Shape, Terms, Truth, Word, Words

_PATTERN, _TRUTH, _WORD, _WORDS = Pattern(), Truth(), Word(), Words()


def _one_of(called: str, names: object) -> Word:
    return Word(Terms(called, frozenset(names if isinstance(names, (tuple, list, Mapping)) else get_args(names))))


_CATEGORIES = _one_of(
    "category of posts",
    (
        "state", "diplomatic", "military", "intelligence", "spokes", "party", "trade", "climate", "religion",
        "business", "law", "expert", "media", "member", "group", "other",
    ),
)  # fmt: skip


def _lists(names: str, shape: Shape = _WORDS) -> dict[str, Shape]:
    return dict.fromkeys(names.split(), shape)


_ACT = _one_of("act", ActType)
_KIND = _one_of("kind of event", EventKind)
_KINDS = Words(_KIND)
_CAPACITIES = Each(_one_of("capacity", Capacity))

_ACTS = Record(
    {
        "verbs": Entries(
            Record(
                {"lemmas": _WORDS, "act": _ACT},
                may={
                    **_lists("to with event not does"),
                    **_lists("object clause weak past planned", _TRUTH),
                },
            ),
            Distinct("lemmas", when=("with", "event", "clause", "weak", "past", "does")),
        ),
        "adjectives": Entries(Record({"words": _WORDS, "act": _ACT}), Distinct("words")),
        "nouns": Entries(
            Record(
                {"words": _WORDS, "act": _ACT, "prepositions": _WORDS},
                may=_lists("pair weak clause", _TRUTH),
            ),
            Distinct("words"),
        ),
        "idioms": Entries(Record({"verb": _WORD, "act": _ACT, "words": _PATTERN}), Distinct("verb", when=("words",))),
        "judgements": Entries(Record({"act": _ACT, "words": _PATTERN}), Distinct("words")),
        "labels": Each(_ACT),
        "terms": Record(_lists("help along background giving rest headings")),
        "papers": Entries(Record({"nouns": _WORDS, "act": _ACT}), Distinct("nouns")),
        "taken_up": Entries(Record({"nouns": _WORDS, "means": Words(_ACT)}), Distinct("nouns")),
        **_lists(
            """
            conditions consider made composition refused conceded empty untrue removing readiness willingness going_on
            market light states asked anybody ministries domestic vague hostile awaited if_any lasting
            pointing jointly hollow little ceremonies calling light_with missing warning weapons
            using_weapons voicing unnamed attacks peaceful times reasoning
            """
        ),
        **_lists(
            "agreements agreeing gathering together understood unspecific clear_alone telling telling_little "
            "parts_of_papers warned_of spans providing deadlines talking bindings branding unwelcome changes "
            "running happening conditional putting gestures accords truces needing_which needing_of "
            "telling_of unspecific_of "
            "provisions plans doubtful adding suffered taking_up walking_out asking covering changing journeys "
            "posts_left holding_up held_up "
            "blaming taking_back checking recounting tellings nobodys hearing supposing traits "
            "needing_what receiving giving_accounts "
            "answering_what settling"
        ),
    }
)

_ACTORS = Record(
    {
        "descriptions": Record(
            {
                **_lists("movements own_government heads"),
                "listed": Entries(Record({"nouns": _WORDS, "keys": NAMES}), Distinct("nouns")),
                "callings": Entries(Record({"nouns": _WORDS, "heads": _WORDS}), Distinct("nouns")),
            },
            apart=(("movements", "own_government"),),
        ),
        "bargainers": Each(_WORDS),
        **_lists(
            """
            bargains answering of_many companies company_words joint_headlines general_names reactions
            sides private_people private_circles staff pairs both pairs_alone of_states unnamed_sides apart
            union_members teams
            own_bodies own_alone bodies groups between attendees in_rows men women envoys sent leaders no_parties
            advocates houses deputies bodies_named kinds_of_teams state_offices government_offices joint_papers shared
            others parts_of_states armies_of_states communities factions
            collectives towards callings_of_states some bounds
            """
        ),
    },
    apart=(("men", "women"),),
)

_EVENTS = Record(
    {
        "kinds": Entries(Record({"kind": _KIND, "nouns": _WORDS}), Distinct("nouns")),
        "same": Entries(_KINDS),
        **_lists("singular_only generic dated_only partnered occurring_only titled attended datelined", _KINDS),
        **_lists(
            """
            ordinals future wished none plural_nouns occurrence awaiting happening ending ending_day last_stretches
            corrected failing opening of_what_comes
            doubted dating in_person by_phone about_things phones calling arriving paying receiving shows exchanged
            rounds_of another wish refusing plan wish_nouns plan_nouns binding postpone slipping cancel cancelled_before
            travel setting_out knowing come_to joint_words
            attending entering bargaining working_out sitting saying today hold stretches
            joining uniting assembling together calls beside_saying own_words elections parts_of_topics many
            ends leaving halting asking
            near short_of lapsing planning agreeing dealing regions buildings sites towns waters signing convening
            bodies formats loose no_sessions no_rounds often
            """
        ),
    },
    apart=(
        ("wish", "plan"),
        ("postpone", "cancel"),
        ("wish_nouns", "plan_nouns"),
        ("future", "wished", "none", "another"),
        ("occurrence", "dating"),
        ("dated_only", "partnered", "occurring_only"),
    ),
)

_EFFECT = Word(cased=True)
_FRAMES = ("that", "whether", "to", "np-to", "ing", "np", "np-subject", "passive-to")

_SIGNATURES = Record(
    {
        "predicates": Entries(Record({"words": NAMES}, may=dict.fromkeys(_FRAMES, _EFFECT)), Distinct("words")),
        "nouns": Entries(
            Record({"words": NAMES}, may=dict.fromkeys(_FRAMES, _EFFECT)), Distinct("words", when=_FRAMES)
        ),
        "adjectives": Entries(Record({"words": NAMES, "effect": _EFFECT}), Distinct("words")),
        "adverbs": Entries(Record({"words": NAMES}, may={"effect": _EFFECT, "said": _EFFECT}), Distinct("words")),
        "marks": Record(_lists("hypothesis unless-past granted", NAMES)),
        **_lists(
            "papers accounts reports unreal once less conditional untrue bygone governments linking calling", NAMES
        ),
    }
)

_OFFICES = Record(
    {
        "heads": Each(
            Record(
                {"category": _CATEGORIES},
                may={
                    "plural": _WORD,
                    "precedes_name": _TRUTH,
                    "implies": NAME,
                    "unless": NAME,
                    "role": _one_of("role", ("leads", "speaks", "represents", "participates")),
                },
            ),
            distinct=Distinct("plural"),
        ),
        "honorifics": NAMES,
        "ranks": Each(_WORDS, distinct=Distinct()),
        "tenure_words": Each(
            Record(
                {"tenure": _one_of("tenure", Tenure)},
                may={"position": _one_of("position", ("after",)), "prefix": _TRUTH},
            )
        ),
        "links": Record(
            {
                "verbs": Each(_WORDS, distinct=Distinct()),
                **_lists("fillers past adverbs copulas skipped leaving appointed adjuncts singled auxiliaries"),
            }
        ),
        "general": Record(_lists("states movements companies bodies"), apart=(("states", "movements", "bodies"),)),
        **_lists(
            """
            modifiers portfolios bodies retired of_states private local studies leaders at_home occupations natives
            against papers several deputies foreign_to_states abroad posted of_organizations of_speakers small
            heads_of_state heads_of_government sending leading led in_capitals team_heads succeeded nouns_too
            before_surnames noble crowned willing conveyed parts_of_names removals travelling dismissing
            resigning sent_by_sides
            """
        ),
    }
)

_DOINGS = Entries(Record({"verbs": _WORDS, "things": _WORDS}))
_DEEDS = Record(
    {
        **_lists("carried_out moved kept broken held_up struck", _DOINGS),
        **_lists("of_ones_own swaps beginning ceasing accusing by_houses arms attending leaving breaches parts agreed"),
    }
)

_PAPERS = Record({"kinds": Each(_WORD), **_lists("general qualities hand_over events")})

_REPORTING = Record(
    {
        "phrases": Entries(
            Record({"verb": _WORD}, may={"with": _WORDS, "object": _WORDS, "predicate": _TRUTH}),
            Distinct("verb", when=("with", "object", "predicate")),
        ),
        "refuse": Record(_lists("verbs complements")),
        "modality": Record(
            {
                "negative_expectation": Record(_lists("verbs_against adjectives phrases")),
                "assessment": Record(_lists("adverbs phrases")),
                **_lists("event_adjectives event_nouns linking"),
            }
        ),
        "list_headers": Record(_lists("nouns verbs")),
        "denial": Record(
            _lists("verbs verbs_of_claims claims falsehoods phrases outcomes"),
            apart=(("verbs", "verbs_of_claims"), ("claims", "falsehoods", "outcomes")),
        ),
        **_lists(
            """
            doubtful_labels tellers agencies
            say hearsay telling say_within_speech speak announcing opinions reason carriers not_speakers unnamed
            concessive as_told
            briefing quoting closing anonymity accounts replies papers measures going_on outlets households speeches
            """
        ),
    }
)

_TEAMS = Record(
    {
        **_lists("capacities arranged_as thanked_for labels roles", _CAPACITIES),
        **_lists(
            """
            include lead bygone members attend events arranged aid rebels presence thank mediators teams delegates
            accompany processes beside going_between spokesmen
            """
        ),
    }
)

_TOPICS = Record(
    {
        "actions": Entries(Record({"kind": _one_of("kind of action", ACTION_KINDS), "pattern": _PATTERN})),
        **_lists("negotiation talks"),
    },
)

_WORDS_YAML = Record(
    {
        "layout": Record(
            {
                "boilerplate": Entries(_PATTERN),
                "related": Entries(_PATTERN),
                **_lists("corrections outlets outlets_first small title_case"),
            }
        ),
        "abbreviations": Record(_lists("names others"), apart=(("names", "others"),)),
        "names": Record(
            _lists(
                """
                particles never places place_begins place_alone kinds_of_place inhabitants place_before place_maybe
                memorials carriers companies company_ends titles_too suffixes
                """
            ),
            apart=(("place_before", "place_maybe"),),
        ),
        **_lists("english not_english finite"),
    },
    apart=(("english", "not_english"),),
)

_PERSON: Final[dict[str, Shape]] = {"names": Words(Word(cased=True)), "of": Word(cased=True), "years": _WORDS}

SCHEMAS: Final[Mapping[str, Shape]] = {
    "given_names": Record(_lists("women men"), apart=(("women", "men"),)),
    "actors": _ACTORS,
    "acts": _ACTS,
    "countries": Each(NAME, name=NAME),
    "deeds": _DEEDS,
    "events": _EVENTS,
    "issues": ISSUES,
    "leaders": Record({"people": Entries(Record(_PERSON, may={"leads": _TRUTH}))}),
    "offices": _OFFICES,
    "organizations": ORGANIZATIONS,
    "outlets": OUTLETS,
    "papers": _PAPERS,
    "quantities": Record(_lists("not_counted no_amounts exchanges measures")),
    "reporting": _REPORTING,
    "states": STATES,
    "teams": _TEAMS,
    "signatures": _SIGNATURES,
    "topics": _TOPICS,
    "words": _WORDS_YAML,
}
"""The shape of ``name.yaml``, by its name."""
