"""The gazetteer: its lexicons are complete and free of conflicts, and it finds names exactly where they stand."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.graph.errors import ParleyError
from parley.loaders.news.lexicons.checking import checked_reader
from parley.loaders.news.lexicons.make_countries import names_of, to_yaml
from parley.loaders.news.lexicons.strict_yaml import LexiconError, parse_table
from parley.loaders.news.names.entries import Lexicon, read_lexicon
from parley.loaders.news.names.gazetteer import Mention, load_gazetteer
from parley.loaders.news.text.spellings import plain, spellings

ROOM = files("parley.loaders.news.lexicons")
G = load_gazetteer()


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.entry.key, m.form) for m in G.match(text)]


def keys(text: str) -> list[str]:
    return [str(m.entry.key) for m in G.match(text)]


def the_only(text: str) -> Mention:
    mentions = G.match(text)
    assert len(mentions) == 1, mentions
    return mentions[0]


def lexicon_with(file: str, old: str, new: str) -> Lexicon:
    """The lexicon of the room with one passage of one file replaced."""

    def read(name: str) -> bytes:
        text = ROOM.joinpath(name).read_text(encoding="utf-8")
        if name == file:
            assert text.count(old) == 1
            text = text.replace(old, new)
        return text.encode()

    return read_lexicon(checked_reader(read))


# What the lexicons hold


def test_all_193_members_of_the_united_nations_are_there() -> None:
    members = [e for e in G.entries if e.category == "un_members"]
    assert len(members) == 193
    assert len({e.code for e in members}) == 193
    assert all(len(e.code) == 2 and e.code.isascii() and e.code.isupper() for e in members)


def test_every_member_has_a_demonym_and_nearly_all_a_capital() -> None:
    members = [e for e in G.entries if e.category == "un_members"]
    assert [e.code for e in members if not e.demonyms] == []
    named_like_the_state_or_unlisted = {"AG", "GD", "MC", "SG", "SM"}
    assert {e.code for e in members if not e.capitals} == named_like_the_state_or_unlisted


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Palestine", "PS"), ("Vatican", "VA"), ("Holy See", "VA"), ("Kosovo", "XK"), ("Taiwan", "TW"),
        ("Western Sahara", "EH"), ("Abkhazia", "XH"), ("South Ossetia", "XO"), ("Transnistria", "XT"),
        ("Northern Cyprus", "XN"), ("Somaliland", "XS"), ("Hong Kong", "HK"), ("Greenland", "GL"),
    ],
)  # fmt: skip
def test_states_that_are_no_members_are_there(name: str, code: str) -> None:
    entry = the_only(name).entry
    assert (entry.kind, entry.code, entry.category != "un_members") == ("state", code, True)


def test_former_states_are_marked() -> None:
    assert the_only("the Soviet Union").entry.former
    assert the_only("Yugoslav").entry.former
    assert not the_only("Russia").entry.former


def test_a_territory_names_the_state_that_it_belongs_to() -> None:
    assert the_only("Greenlanders").entry.state == "DK"


def test_keys_are_unique_and_well_formed() -> None:
    assert len({e.key for e in G.entries}) == len(G.entries)
    for entry in G.entries:
        assert str(entry.key).startswith("state/" if entry.kind == "state" else "organization/")
        assert entry.kind == "state" or entry.id == entry.id.lower()


def test_every_word_belongs_to_one_entry_or_is_shared() -> None:
    for entry in G.entries:
        for word, _ in entry.words():
            having = G.lookup(word)
            assert entry in having
            if len(having) > 1:
                assert all(word in {w for w, _ in other.words()} for other in having)
                assert all(m.ambiguous for m in G.match(word))


def test_every_word_is_found_where_it_stands_alone() -> None:
    for entry in G.entries:
        for word, _ in entry.words():
            text = f"said {word}X" if word.endswith("-") else f"said {word}, then"
            [mention, *rest] = G.match(text)
            assert rest == []
            assert entry in (mention.entry, *mention.alternatives), (word, mention.entry.key)
            assert text[mention.start : mention.end] == word.removesuffix("-")


def test_the_lexicons_name_no_persons() -> None:
    honorifics = {"Mr", "Mrs", "Ms", "Dr", "Sir", "Sheikh", "President", "Minister", "King", "Prince"}
    categories = {e.category for e in G.entries if e.kind != "state"}
    assert categories == {
        "international-organization", "agency", "non-governmental", "armed-movement", "de-facto-authority", "party",
        "ministry-like", "company", "opposition", "newspaper", "broadcaster", "magazine", "press-service",
    }  # fmt: skip
    for entry in G.entries:
        for word, _ in entry.words():
            assert honorifics.isdisjoint(word.replace(".", "").split()), word


def test_there_are_enough_organisations_and_outlets() -> None:
    assert sum(e.kind == "organization" for e in G.entries) >= 250
    assert sum(e.kind == "outlet" for e in G.entries) >= 150


def test_parties_are_told_from_bodies_that_only_help() -> None:
    assert all(the_only(name).entry.party for name in ("Hamas", "RSF", "M23", "Polisario", "Israel", "FARC"))
    assert not any(the_only(name).entry.party for name in ("ICRC", "IAEA", "Reuters", "Puerto Rico"))


def test_countries_yaml_is_what_its_generator_writes() -> None:
    names = parse_table("countries.yaml", ROOM.joinpath("countries.yaml").read_bytes())
    text = ROOM.joinpath("countries.yaml").read_text(encoding="utf-8")
    assert to_yaml({code: str(name) for code, name in names.items()}) == text


def test_the_generator_leaves_out_what_is_no_territory() -> None:
    assert names_of({"ZZ": "x", "EU": "x", "001": "World", "NO": "Norway", "HK": "Hong Kong SAR China"}) == {
        "HK": "Hong Kong",
        "NO": "Norway",
    }


# Names in texts


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Türkiye", "state/TR"), ("Turkiye", "state/TR"), ("Turkey", "state/TR"), ("TÜRKIYE", "state/TR"),
        ("Burma", "state/MM"), ("Myanmar", "state/MM"), ("Ivory Coast", "state/CI"),
        ("Côte d’Ivoire", "state/CI"), ("Cote d'Ivoire", "state/CI"), ("DR Congo", "state/CD"), ("DRC", "state/CD"),
        ("the Democratic Republic of the Congo", "state/CD"), ("the Republic of the Congo", "state/CG"),
        ("US", "state/US"), ("U.S.", "state/US"), ("USA", "state/US"), ("the United States of America", "state/US"),
        ("UK", "state/GB"), ("Britain", "state/GB"), ("Holland", "state/NL"), ("Czech Republic", "state/CZ"),
        ("Kyiv", "state/UA"), ("Kiev", "state/UA"), ("N’Djamena", "state/TD"), ("Bogota", "state/CO"),
        ("Bosnia and Herzegovina", "state/BA"), ("Trinidad and Tobago", "state/TT"), ("Saint Lucia", "state/LC"),
        ("St Lucia", "state/LC"), ("DPRK", "state/KP"), ("North Korea", "state/KP"), ("Eswatini", "state/SZ"),
        ("Guinea-Bissau", "state/GW"), ("Equatorial Guinea", "state/GQ"), ("Papua New Guinea", "state/PG"),
        ("South Sudanese", "state/SS"), ("Nigerien", "state/NE"), ("Nigerian", "state/NG"), ("Filipinos", "state/PH"),
        ("al-Shabaab", "organization/al-shabaab"), ("Al Shabaab", "organization/al-shabaab"),
        ("Ansar Allah", "organization/houthis"), ("Houthi", "organization/houthis"),
        ("Medecins Sans Frontieres", "organization/doctors-without-borders"),
        ("Opec+", "organization/opec-plus"), ("Al Jazeera", "organization/al-jazeera"),
    ],
)  # fmt: skip
def test_spelling_variants_are_found_whole(text: str, key: str) -> None:
    mention = the_only(text)
    assert mention.entry.key == key
    assert text[mention.start : mention.end] == text.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ukraine", "name"), ("Russian Federation", "alias"), ("Moscow", "capital"), ("Swiss", "demonym"),
        ("Kremlin", "metonym"), ("White House", "metonym"), ("Downing Street", "metonym"), ("Élysée", "metonym"),
        ("Blue House", "metonym"),
    ],
)  # fmt: skip
def test_the_form_says_how_the_entry_is_named(text: str, form: str) -> None:
    assert the_only(f"the {text} said").form == form


def test_us_is_a_state_and_us_in_small_letters_is_a_pronoun() -> None:
    assert found("they told us that US aid helps us") == [("US", "state/US", "alias")]
    assert not the_only("US aid").ambiguous


def test_in_a_line_of_capitals_acronyms_that_are_words_are_ambiguous() -> None:
    text = "GIVE US BREAD\nUS envoys arrive"
    assert [m.ambiguous for m in G.match(text)] == [True, False]


@pytest.mark.parametrize("apostrophe", ["’", "'"])
def test_the_possessive_is_left_out(apostrophe: str) -> None:
    text = f"Ukraine{apostrophe}s reply, the Houthis{apostrophe} demand and the U.S.{apostrophe}s aid"
    assert [name for name, _, _ in found(text)] == ["Ukraine", "Houthis", "U.S."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russia-Ukraine talks", ["Russia", "Ukraine"]),
        ("Libya–Turkey memorandum", ["Libya", "Turkey"]),
        ("US-led coalition partners", ["US-led coalition"]),
        ("a U.S.-brokered deal", ["U.S."]),
        ("anti-Russian, pro-Iranian", ["Russian", "Iranian"]),
        ("the Kurdish-led SDF", ["SDF"]),
        ("Sino-Russian and Franco–German", ["Sino", "Russian", "Franco", "German"]),
        ("Franco and Indo Pacific", []),
    ],
)
def test_compounds_are_taken_apart(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in found(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Omanization", "xUS", "USB", "Chinatown", "turkey", "polish", "chad", "who", "Indo-Pacific", "New Jersey",
        "Northern Ireland", "the Paris Agreement", "the Minsk agreements", "al-Iraqi", "el-Masri", "US_code",
        "the National Security and Defense Council", "the Gulf of Oman", "South China Sea", "May", "Latin America",
    ],
)  # fmt: skip
def test_words_that_only_contain_a_name_are_no_mention(text: str) -> None:
    assert found(text) == []


def test_names_that_are_also_persons_or_words_are_flagged() -> None:
    for name in ("Chad", "Georgia", "Jordan", "Jersey"):
        assert the_only(name).ambiguous
        assert the_only(name).entry.ambiguous
    assert not the_only("Ukraine").ambiguous


def test_a_shared_word_names_the_usual_entry_and_the_others() -> None:
    mention = the_only("Congolese troops")
    assert (mention.entry.code, [e.code for e in mention.alternatives], mention.ambiguous) == ("CD", ["CG"], True)
    brussels = the_only("Brussels")
    assert (brussels.entry.id, brussels.alternatives[0].code) == ("european-union", "BE")


def test_the_red_cross_is_not_the_international_committee() -> None:
    text = "the Red Cross, then the International Committee of the Red Cross (ICRC)"
    assert keys(text) == ["organization/red-cross", "organization/icrc", "organization/icrc"]


def test_the_longest_name_wins() -> None:
    assert keys("UN Security Council") == ["organization/un-security-council"]
    assert keys("Washington Post") == ["organization/washington-post"]
    assert keys("Associated Press of Pakistan") == ["organization/app"]


def test_outlets_are_sources() -> None:
    for name in ("Reuters", "TASS", "RIA Novosti", "AFP", "Al Jazeera", "Ukrinform", "Press TV", "RFE/RL", "dpa"):
        entry = the_only(name).entry
        assert (entry.kind, str(entry.key).split("/")[0]) == ("outlet", "organization")
    assert "state media" in G.generic


def test_a_part_of_the_text_is_searched_with_offsets_of_the_whole() -> None:
    text = "Iran and Iraq and Oman"
    assert [(m.start, m.entry.code) for m in G.match(text, 5, 18)] == [(9, "IQ")]
    assert G.match(text, 9, 12) == ()


def test_unusual_spaces_and_hyphens_keep_the_offsets() -> None:
    text = "Saudi\N{NO-BREAK SPACE}Arabia, Guinea‑Bissau"
    assert [(m.start, m.end) for m in G.match(text)] == [(0, 12), (14, 27)]


@given(st.lists(st.sampled_from([*"’-. \n’s", "Russia", "US", "U.S.", "al-", "New", "Jersey", "é", "talks"])))
def test_mentions_are_ordered_and_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    reached = 0
    for mention in G.match(text):
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end


@given(st.text())
def test_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain(text)) == len(text)


def test_spellings_begin_with_the_name_itself() -> None:
    assert spellings("Élysée") == ("Élysée", "ÉLYSÉE", "Elysee", "ELYSEE")
    assert spellings("Hayat al-Sham")[:5] == tuple(
        dict.fromkeys(["Hayat al-Sham", "HAYAT AL-SHAM", "Hayat Al-Sham", "Hayat al Sham", "HAYAT AL SHAM"])
    )


def test_entries_are_looked_up_by_key_and_by_name() -> None:
    state = G.entry("state/RU")
    assert state is not None
    assert G.lookup("Russia") == (state,)
    assert G.entry("state/QQ") is None
    assert G.lookup("Atlantis") == ()


# Errors in the lexicons


@pytest.mark.parametrize(
    ("file", "old", "new", "entry", "why"),
    [
        ("states.yaml", '  "AL": {', '  "AD": {', "AD", "stands twice"),
        ("states.yaml", "capital: [Tirana]", "capital: Tirana", "un_members/AL/capital", "a list is wanted"),
        ("states.yaml", "capital: [Tirana]", "capitol: [Tirana]", "un_members/AL/capitol", "did you mean capital?"),
        ("states.yaml", "capital: [Tirana]", "capital: [1991]", "un_members/AL/capital", "put it in quotes"),
        ("states.yaml", '  "NO": {', "  47: {", "un_members/47", "put it in quotes"),
        ("states.yaml", '"GL": {of: DK', '"GL": {of: QQ', "territories/GL/of", "no state with the code 'QQ'"),
        ("states.yaml", "un_members:\n", "un_members: [\n", "", "not valid YAML"),
        ("countries.yaml", '"AL": "Albania"\n', '"AL": "Albania"\n"XY": "Atlantis"\n', "XY", "has no line for it"),
        ("countries.yaml", '"AL": "Albania"\n', "", "un_members/AL", "has no field 'label'"),
        ("organizations.yaml", "  unesco: {", "  undp: {", "undp", "stands twice"),
        ("organizations.yaml", "  hamas: {name: Hamas", "  hamas: {nome: Hamas", "armed-movement/hamas/nome",
         "did you mean name?"),
        ("organizations.yaml", "name: FARC, ", "", "armed-movement/farc", "needs one"),
        ("organizations.yaml", "part_of: council-of-europe", "part_of: council-of-eurpe",
         "international-organization/european-court-of-human-rights/part_of", "did you mean council-of-europe?"),
        ("outlets.yaml", "  reuters: {", "  hamas: {", "agency/hamas", "is taken by an entry of organizations.yaml"),
        ("outlets.yaml", "{name: Kommersant", "{ambiguous: [Daily], name: Kommersant", "newspaper/kommersant/ambiguous",
         "'Daily' is no word of this entry"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_lexicon_names_the_file_and_the_entry(
    file: str, old: str, new: str, entry: str, why: str
) -> None:
    with pytest.raises(LexiconError, match=re.escape(why)) as caught:
        lexicon_with(file, old, new)
    assert caught.value.entry == entry
    assert caught.value.file == ("states.yaml" if "label" in why else file)
    assert caught.value.line > 0
    assert isinstance(caught.value, ParleyError)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("file", "old", "new", "why"),
    [
        ("outlets.yaml", "{name: Kommersant", "{also: [Hamas], name: Kommersant", "'Hamas' is a word for"),
        ("states.yaml", "  Congo: [state/CD, state/CG]", "  Congo: [state/CD, state/GA]", "Congo"),
        ("states.yaml", "masks:\n", "masks:\n  - Russia\n", "is a mask and a word for state/RU"),
        ("states.yaml", "shared:\n", "shared:\n  Oman: [state/OM, state/QA]\n", "Oman"),
        ("states.yaml", "shared:\n", "shared:\n  Oman: [state/OM]\n", "fewer than two"),
        ("outlets.yaml", "{name: Kommersant", "{name: (Kommersant)", "must begin with a letter"),
    ],
)
def test_a_word_of_two_entries_must_be_shared(file: str, old: str, new: str, why: str) -> None:
    with pytest.raises(LexiconError, match=why):
        lexicon_with(file, old, new)


def test_a_state_before_the_sign_of_its_money_is_an_amount_and_a_labour_congress_is_no_parliament() -> None:
    assert keys("about US$3 billion of bonds, with the US watching") == ["state/US"]
    assert keys("the Labour Congress and the Trade Union Congress") == []


def test_a_body_behind_a_hyphen_is_another() -> None:
    assert [m.entry.label for m in load_gazetteer().match("the Non-African Union of Traders")] == []
