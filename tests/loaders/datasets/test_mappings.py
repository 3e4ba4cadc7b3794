"""What the shipped mappings make of made-up rows of their formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from parley.graph.errors import UnreadableSource, UnwritableValue
from parley.graph.identifiers import Minter
from parley.graph.records import (
    Act,
    Agent,
    Alignment,
    Delegation,
    DelegationMembership,
    Event,
    Item,
    Place,
    PostHolding,
    Sanction,
    Statement,
)
from parley.graph.writing.writer import write
from parley.loaders.datasets.mapping_files import format_names, shipped
from parley.loaders.datasets.reading import ReadDataset
from tests.loaders.datasets.made_up import (
    ACLED,
    EU_COLUMNS,
    EU_ROW,
    FTM_OCCUPANCY,
    FTM_PERSON,
    FTM_POSITION,
    FTM_SANCTION,
    UCDP,
    lines,
    of,
    read,
    source_in,
    table,
)


def named(read: ReadDataset, label: str) -> Agent:
    (agent,) = (one for one in of(Agent, read) if one.label == label)
    assert isinstance(agent, Agent)
    return agent


def words_of(read: ReadDataset, key: str) -> str:
    """The words that a record rests on."""
    (statement,) = (one for one in of(Statement, read) if key in one.supports)
    return read.records.source.text[statement.span.start : statement.span.end]


@pytest.mark.parametrize("name", format_names())
def test_every_mapping_says_where_its_format_comes_from_under_which_licence_and_in_which_version(name: str) -> None:
    format = shipped(name)
    assert format.home.startswith("https://")
    assert format.licence
    assert format.version
    assert format.publisher
    assert format.fields or format.header


def test_a_row_of_eu_sanctions_is_a_person_with_a_post_a_team_and_a_sanction() -> None:
    found = read(table([EU_ROW], EU_COLUMNS), "eu-sanctions")
    person = named(found, "Ada BROOK")
    assert person.aliases == ("Ада БРУК", "Ada BROOKE")
    assert (person.born, person.side) == ("1970-07-18", "state/TD")
    (post,) = of(PostHolding, found)
    assert (post.title, post.tenure, post.standing, post.person) == (
        "Minister of Ferries", "former", "claimed", person.key,
    )  # fmt: skip
    (team,), (membership,) = of(Delegation, found), of(DelegationMembership, found)
    assert (team.represents, team.lasting, team.event) == ("state/TD", True, None)
    assert (membership.role, membership.standing, membership.member) == ("head", "claimed", person.key)
    told = "In 2031, she headed the Chadian delegation in negotiations with Sudan."
    assert words_of(found, membership.key).endswith(f"reason: {told}")
    (sanction,) = of(Sanction, found)
    assert (sanction.start, sanction.programme, sanction.label) == ("2031-06-03", "EU-NOR", "Asset freeze")
    assert named(found, "European Union").world


def test_every_fact_rests_on_its_row_and_fields_and_is_the_publishers_claim() -> None:
    found = read(table([EU_ROW], EU_COLUMNS), "eu-sanctions")
    (post,) = of(PostHolding, found)
    assert words_of(found, post.key).startswith("row 2 · _file: F1")
    assert "position: former Minister of Ferries" in words_of(found, post.key)
    publisher = found.records.source.publisher
    assert all(one.chain == (publisher,) and one.modality == "claim" for one in of(Statement, found))


def test_entities_of_followthemoney_refer_to_one_another_in_any_order() -> None:
    objects = (FTM_OCCUPANCY, FTM_SANCTION, FTM_POSITION, FTM_PERSON)
    one, other = (read(lines(*given), "ftm", "lines") for given in (objects, objects[::-1]))
    for found in (one, other):
        (post,) = of(PostHolding, found)
        assert (post.title, post.organization, post.start, post.end, post.tenure, post.person) == (
            "Minister of Ferries", "state/TD", "2030", "2031-05-01", "former", "person/NK-1",
        )  # fmt: skip
        (sanction,) = of(Sanction, found)
        assert (sanction.subject, sanction.start) == ("person/NK-1", "2031-06-03")
    start = "https://www.opensanctions.org/entities/"
    assert named(one, "Ada Brook").same_as == (
        f"{start}NK-1", f"{start}old-1", "http://www.wikidata.org/entity/Q1234567",
    )  # fmt: skip
    assert named(one, "Ada Brook").born == "1970-07"


def test_a_fact_on_somebody_whom_no_row_names_is_left_out_and_told() -> None:
    found = read(
        lines(FTM_PERSON, {**FTM_SANCTION, "properties": {"entity": ["NK-9"], "authority": ["X"]}}), "ftm", "lines"
    )
    assert of(Sanction, found) == []
    assert any("1 references lead to nothing in the file (NK-9" in note for note in found.notes)
    assert all(set(one.supports) <= {other.key for other in found.records.records} for one in of(Statement, found))


def test_people_posts_and_memberships_of_popolo() -> None:
    whole = {
        "persons": [
            {"id": "a", "name": "Ada Brook", "birth_date": "1970-07", "other_names": [{"name": "A. Brook"}],
             "identifiers": [{"scheme": "wikidata", "identifier": "Q1234567"}, {"scheme": "x", "identifier": "9"}]},
            {"id": "b", "name": "Cy Dole", "memberships": [{"role": "clerk", "organization_id": "o"}]},
        ],
        "memberships": [{"person_id": "a", "post_id": "p", "start_date": "1970-01"}],
        "posts": [{"id": "p", "label": "Speaker", "organization_id": "o"}],
        "organizations": [{"id": "o", "name": "Assembly"}],
    }  # fmt: skip
    found = read(json.dumps(whole).encode(), "popolo", "json")
    assert named(found, "Ada Brook").same_as == ("http://www.wikidata.org/entity/Q1234567",)
    posts = {one.person: (one.title, one.organization, one.start, one.tenure) for one in of(PostHolding, found)}
    assert posts == {
        "person/a": ("Speaker", "organization/o", "1970-01", "current"),
        "person/b": ("clerk", "organization/o", "", "current"),
    }
    assert found.notes == ()


def claim(value: object, rank: str = "normal", **qualifiers: object) -> dict[str, Any]:
    def snak(value: object) -> dict[str, Any]:
        return {"snaktype": "value", "datavalue": {"value": value}}

    told = {name: [snak(one)] for name, one in qualifiers.items()}
    return {"mainsnak": snak(value), "rank": rank, "qualifiers": told}


def time(value: str, precision: int = 11, calendar: str = "Q1985727") -> dict[str, Any]:
    return {"time": value, "precision": precision, "calendarmodel": f"http://www.wikidata.org/entity/{calendar}"}


def test_claims_of_wikidata_have_rank_and_qualifiers() -> None:
    entity = {
        "id": "Q1234567",
        "labels": {"en": {"value": "Ada Brook"}, "ru": {"value": "Ада Брук"}},
        "claims": {
            "P31": [claim({"id": "Q5"})],
            "P569": [claim(time("+1970-07-00T00:00:00Z", 10))],
            "P27": [claim({"id": "Q212"})],
            "P39": [
                claim({"id": "Q111"}, P580=time("+2030-01-02T00:00:00Z"), P582=time("+2031-00-00T00:00:00Z", 9)),
                claim({"id": "Q112"}, "preferred", P580=time("+2031-03-04T00:00:00Z", 11, "Q1985786")),
                claim({"id": "Q113"}, "deprecated"),
                {"mainsnak": {"snaktype": "somevalue"}, "rank": "normal"},
            ],
        },
    }
    other = {"id": "Q111", "labels": {"en": {"value": "Minister of Ferries"}}, "claims": {}}
    found = read(json.dumps({"entities": {"Q1234567": entity, "Q111": other}}).encode(), "wikidata", "json")
    person = named(found, "Ada Brook")
    assert (person.born, person.side, person.aliases) == ("1970-07", "state/UA", ("Ада Брук",))
    assert person.same_as == ("http://www.wikidata.org/entity/Q1234567",)
    posts = {one.title: (one.start, one.end, one.tenure, one.post_same_as) for one in of(PostHolding, found)}
    assert posts == {
        "Minister of Ferries": ("2030-01-02", "2031", "former", ("http://www.wikidata.org/entity/Q111",)),
        "Q112": ("2031", "", "current", ("http://www.wikidata.org/entity/Q112",)),
    }


PAX_ROW = {
    "Con": "Chad/Sudan/Harbour Front/(Ferry Islands)", "Contp": "x", "PP": "8", "PPName": "y", "AgtId": "12",
    "Agt": "Ferry Agreement", "Dat": "2031-06-01", "Agtp": "Inter", "Stage": "Imp", "Part": "",
    "Ce": "2", "TjPrire": "0",
}  # fmt: skip


def test_an_agreement_of_pax_is_agreed_by_the_parties_that_sign_it() -> None:
    found = read(table([PAX_ROW]), "pax")
    (act,), (item,) = of(Act, found), of(Item, found)
    assert (act.type, act.standing, act.when.value) == ("agree", "claimed", "2031-06-01")
    assert act.agents == ("organization/Harbour Front", "state/SD", "state/TD")
    assert (item.kind, item.label, item.issues) == ("Agreement", "Ferry Agreement", ("ceasefire",))
    signed = read(
        table([{**PAX_ROW, "Part": "For the Republic of Chad, the president; for the Harbour Front, its head"}]), "pax"
    )
    assert of(Act, signed)[0].agents == ("organization/Harbour Front", "state/TD")


def test_an_event_of_ucdp_is_an_incident_that_its_source_tells() -> None:
    row = dict.fromkeys(UCDP, "")
    row |= {
        "id": "5", "relid": "CHD-1", "type_of_violence": "1", "dyad_name": "Government of Chad - Harbour Front",
        "side_a": "Government of Chad", "side_b": "Harbour Front", "where_coordinates": "Lakeside", "country": "Chad",
        "date_start": "2031-06-01 00:00:00.000", "date_end": "2031-06-02 00:00:00.000",
        "source_office": "Lake Herald;X",
    }  # fmt: skip
    found = read(table([row]), "ucdp")
    (event,), (place,) = of(Event, found), of(Place, found)
    assert (event.kind, event.standing, event.when.value) == ("incident", "claimed", "2031-06-01/2031-06-02")
    assert event.parties == ("state/TD", "organization/Harbour Front")
    assert (place.label, place.inside) == ("Lakeside", "state/TD")
    (statement,) = of(Statement, found)
    assert statement.chain == (found.records.source.publisher, "organization/Lake Herald")


def test_an_event_of_acled_has_its_day_and_parties() -> None:
    row = dict.fromkeys(ACLED, "")
    row |= {
        "event_id_cnty": "CHD7", "event_date": "02 June 2031", "disorder_type": "d",
        "event_type": "Strategic developments",
        "sub_event_type": "Agreement", "actor1": "Military Forces of Chad (2021-)", "actor2": "Harbour Front",
        "iso": "148", "country": "Chad", "location": "Lakeside", "source": "Lake Herald; X",
    }  # fmt: skip
    (event,) = of(Event, read(table([row]), "acled"))
    assert (event.kind, event.when.value, event.parties) == (
        "agreement", "2031-06-02", ("state/TD", "organization/Harbour Front"),
    )  # fmt: skip


def gdelt(**cells: str) -> bytes:
    names = shipped("gdelt").header
    row = {"GLOBALEVENTID": "1", "SQLDATE": "20310602", "MonthYear": "203106", "Year": "2031", "FractionDate": "2031.4",
           "SOURCEURL": "https://e.example/a", **cells}  # fmt: skip
    return ("\t".join(row.get(name, "") for name in names) + "\n").encode()


def test_an_act_of_gdelt_has_states_of_cameo_and_is_no_witness_besides_its_article() -> None:
    found = read(
        gdelt(EventCode="100", EventRootCode="10", Actor1CountryCode="RUS", Actor2CountryCode="UKR"),
        "gdelt",
        separator="\t",
    )
    (act,), (statement,) = of(Act, found), of(Statement, found)
    assert (act.type, act.agents, act.addressees, act.when.value) == (
        "demand", ("state/RU",), ("state/UA",), "2031-06-02",
    )  # fmt: skip
    assert statement.cites == ("https://e.example/a",)


def test_places_of_gdelt_are_codes_of_fips() -> None:
    cells = {"EventCode": "046", "EventRootCode": "04", "Actor1CountryCode": "RUS", "Actor2CountryCode": "UKR"}
    found = read(gdelt(**cells, ActionGeo_FullName="Harbourtown", ActionGeo_CountryCode="RS"), "gdelt", separator="\t")
    (event,), (place,) = of(Event, found), of(Place, found)
    assert (event.kind, event.parties, place.inside) == ("talks", ("state/RU", "state/UA"), "state/RU")


def test_alignments_of_sssom_have_whole_iris(tmp_path: Path) -> None:
    text = (
        "# curie_map:\n#   ex: https://e.example/\nsubject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification\n"
        "ex:a\tA\tskos:exactMatch\tex:b\tsemapv:X\nex:a\tA\tskos:broadMatch\tno:b\tsemapv:X\n"
        "ex:c\tC\tskos:exactMatch\tsssom:NoMapping\tsemapv:X\n"
    )
    found = read(text.encode(), "sssom", separator="\t")
    (alignment,) = of(Alignment, found)
    assert (alignment.iri, alignment.matches) == ("https://e.example/a", (("exactMatch", "https://e.example/b"),))
    assert found.notes[0].startswith("row 3: object_id: the prefix 'no' is not declared")
    assert source_in(tmp_path / "a.tsv", text.encode()).format.name == "sssom"


def test_a_table_of_another_version_is_told_with_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    for columns, why in (
        ((*UCDP, "new"), "has 50 columns, not 49"),
        ([name for name in UCDP if name != "gwnob"], "lacks gwnob"),
    ):
        with pytest.raises(UnreadableSource, match="it looks like UCDP Georeferenced Event Dataset but ") as caught:
            source_in(path, table([dict.fromkeys(columns, "1")] * 3))
        assert why in str(caught.value)
        assert "ucdp is mapped as version GED 21.1 to 25.1" in str(caught.value)
    with pytest.raises(UnreadableSource, match="it has 58 columns, not 61: it is of a version that has no mapping"):
        read(b"\t".join([b"1"] * 58), "gdelt", separator="\t")


def test_decisions_of_ones_own_are_no_alignments(tmp_path: Path) -> None:
    own = "https://w3id.org/parley/id/source/a/person/b"
    text = f"subject_id\tpredicate_id\tobject_id\tmapping_justification\n{own}\tskos:exactMatch\thttps://e.example/b\tx:y\n"
    with pytest.raises(UnwritableValue, match="in source made-up: is given out here and does not last: give decisions"):
        write(read(text.replace("x:y", "semapv:X").encode(), "sssom", separator="\t").records, Minter())
