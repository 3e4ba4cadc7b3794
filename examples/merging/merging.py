"""One article and three datasets in one graph, and three questions that none of them answers alone.

    python examples/merging/merging.py EU_ROWS.csv Q7747.json PAX.csv

README.md beside this file tells where to get the three files, and what comes out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import parley

HERE = Path(__file__).parent
ARTICLE = HERE.parent / "istanbul" / "article.txt"
IDS = ("eu", "wikidata", "pax")
QUESTIONS = (
    ("Who leads the Russian team, and who says so?", "heads", {"party": "Russia"}),
    ("Which of the people in the article are under sanctions, and since when?", "sanctioned", {}),
    ("Since when does the president hold the post that the article names?", "terms-of-office", {}),
    ("What had the two sides agreed before on what is on the table now?", "earlier-agreements", {}),
)


def merged(files: list[str]) -> parley.Workspace:
    """The article, the EU's rows, Wikidata's entity and PA-X in one graph, with the decisions that are shipped."""
    talks = parley.open()
    talks.read(ARTICLE, source_id="article")
    for id, file in zip(IDS, files, strict=True):
        for line in talks.read(file, source_id=id):
            print(line)
    print("\nWhat may be one, before anybody has decided:\n")
    print(talks.candidates())
    talks.read(decisions=[HERE / "decisions.tsv"])
    return talks


def main(files: list[str]) -> None:
    """Print what may be one, and the answers once it is decided."""
    with merged(files) as talks:
        for words, name, given in QUESTIONS:
            print(f"\n{words}\n")
            print(talks.ask(name, **given))


if __name__ == "__main__":
    if len(sys.argv) != 1 + len(IDS):
        sys.exit(__doc__)
    main(sys.argv[1:])
