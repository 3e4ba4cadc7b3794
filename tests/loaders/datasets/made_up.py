"""Made-up rows in the formats that have mappings, and a way to read them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.graph.records import Record
from parley.loaders.datasets.mapping_files import shipped
from parley.loaders.datasets.reading import DatasetSource, ReadDataset, read_dataset
from parley.loaders.files import Named
from parley.loaders.sources import read_source
from parley.loaders.web import Manners

MANNERS = Manners("test")


def table(rows: Sequence[Mapping[str, object]], columns: Sequence[str] = (), separator: str = ",") -> bytes:
    """Rows as a table; of columns that a row does not tell the cell is empty."""
    out = io.StringIO()
    names = list(columns) or list(rows[0])
    writer = csv.DictWriter(out, names, restval="", delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def lines(*objects: Mapping[str, Any]) -> bytes:  # Any: JSON
    """Objects as JSON lines."""
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in objects).encode()


def source_in(path: Path, data: bytes, form: str = "") -> DatasetSource:
    """What a file with this content is."""
    path.write_bytes(data)
    found = read_source(Named(str(path)), MANNERS, form)
    assert isinstance(found, DatasetSource)
    return found


def read(data: bytes, name: str, form: str = "table", separator: str = ",") -> ReadDataset:
    """What is read of a file in a shipped format."""
    return read_dataset(
        DatasetSource("made-up", shipped(name), form, lambda: io.BytesIO(data), "made-up", separator)  # type: ignore[arg-type]
    )


def of(kind: type[Record], read: ReadDataset) -> list[Any]:  # Any: records of the kind
    """The records of one kind."""
    return [one for one in read.records.records if isinstance(one, kind)]


EU_COLUMNS = (
    "_file", "celex", "recordId", "programKey", "annex", "measure", "startDate", "schema", "name", "alias", "country",
    "nationality", "birthDate", "birthPlace", "position", "gender", "reason", "notes",
)  # fmt: skip
EU_ROW = {
    "_file": "F1", "celex": "F1", "recordId": "7", "programKey": "EU-NOR", "measure": "Asset freeze",
    "startDate": "3.6.2031",
    "schema": "Person", "name": "Ada BROOK", "alias": "Ада БРУК; Ada BROOKE", "nationality": "Chadian",
    "birthDate": "18.7.1970", "position": "former Minister of Ferries",
    "reason": "She is rich. In 2031, she headed the Chadian delegation in negotiations with Sudan. She is tall.",
}  # fmt: skip
FTM_PERSON = {
    "id": "NK-1", "caption": "Ada Brook", "schema": "Person", "datasets": ["d"], "referents": ["old-1"],
    "properties": {"name": ["Ada Brook", "Ада Брук"], "birthDate": ["1970-07"], "nationality": ["td"],
                   "wikidataId": ["Q1234567"]},
}  # fmt: skip
FTM_POSITION = {
    "id": "P-1", "caption": "Minister of Ferries", "schema": "Position", "properties": {"country": ["td"]},
}  # fmt: skip
FTM_OCCUPANCY = {
    "id": "O-1", "schema": "Occupancy",
    "properties": {"holder": ["NK-1"], "post": ["P-1"], "startDate": ["2030"], "endDate": ["2031-05-01"]},
}  # fmt: skip
FTM_SANCTION = {
    "id": "S-1", "schema": "Sanction",
    "properties": {"entity": ["NK-1"], "authority": ["Harbour Council"], "program": ["Ferries"],
                   "startDate": ["2031-06-03"]},
}  # fmt: skip
UCDP = next(csv.reader([
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,"
    "dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,"
    "source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,"
    "where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,"
    "date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob"
]))  # fmt: skip
"""The columns of UCDP GED, as its codebook has them."""
ACLED = next(csv.reader([
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,"
    "longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp"
]))  # fmt: skip
"""The columns of ACLED, as its codebook has them."""
