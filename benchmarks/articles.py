"""Reading many different articles: words a second against spaCy alone, cost of each as they get more, and memory.

    python benchmarks/articles.py [--sizes 100 1000 10000] [--jobs 2] [--seed 1] [--repeats 5] [--folders ...]

The articles are made from sentences by chance: people who do not exist, pairs of states, amounts, days, in varying
order. Each size is built by ``parley build`` into a new store. ``--write FOLDER N`` only writes N articles.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent
STATES = (
    "Norway", "Chile", "Kenya", "Portugal", "Nepal", "Uruguay", "Ghana", "Finland", "Peru", "Mongolia", "Iceland",
    "Fiji", "Botswana", "Ecuador", "Estonia", "Malta", "Senegal", "Bhutan", "Paraguay", "Namibia", "Slovenia",
    "Tonga", "Zambia", "Latvia", "Jamaica", "Ireland", "Gabon", "Panama", "Austria", "Samoa",
)  # fmt: skip
ONSETS = ("B", "Br", "D", "Dr", "F", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "Tr", "V", "Z")
VOWELS = ("a", "e", "i", "o", "u", "ai", "eo")
CODAS = ("n", "r", "l", "s", "m", "nd", "rt", "v", "k", "")
ENDINGS = ("ov", "sen", "ez", "ani", "ic", "er", "ato", "ski", "ung", "is")
PLACES = ("Geneva", "Vienna", "Doha", "Nairobi", "Oslo", "Lisbon", "Singapore", "Helsinki")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
TOPICS = (
    "the exchange of prisoners", "a ceasefire", "fishing rights", "the border crossing", "the release of detainees",
    "the return of displaced people", "a water treaty", "the transit of grain",
)  # fmt: skip
THINGS = ("prisoners", "detainees", "soldiers", "hostages", "civilians")
SENTENCES = (
    "{A}’s foreign minister {p} said on {day} that {A} had proposed to {B} to exchange {n} {things}.",
    "{B} rejected the proposal on {topic}, {B}’s Deputy Defence Minister {q} told reporters in {place}.",
    "“We are ready to release {n} {things} if {B} does the same within {k} days,” {p} said.",
    "The {ordinal} round of talks between {A} and {B} took place in {place} on {month} {d}.",
    "The delegation of {A} was headed by presidential adviser {r}, and that of {B} by former ambassador {q}.",
    "According to {q}, {B} demanded that {A} withdraw its troops from the border within {k} days.",
    "{A} and {B} agreed to hold the next round of talks in {place} in {month}, the ministry said in a statement.",
    "{r}, who led {A}’s negotiators, noted that {B} had agreed to consider the draft agreement on {topic}.",
    "{q} added that {B} would not sign any document on {topic} before {month} {d}.",
    "{p} met with {q} in {place} on {day} and discussed {topic} for more than {k} hours.",
    "A spokesman for {C} said that it had offered to host the talks and to send {n} observers.",
    "{A} offered {B} a humanitarian truce of {k} days, which {B} described as insufficient.",
    "“There is no agreement on {topic} yet, but both sides exchanged documents,” {r} told journalists on {day}.",
    "{C}’s President {s} called on {A} and {B} to resume negotiations without conditions.",
    "{p} promised that {A} would hand over another {n} {things} by the end of {month}.",
    "Farmers near the border said that prices had risen by {k} percent since the talks began.",
)
HEADLINES = (
    "{A} Offers {B} Exchange of {n} {things}",
    "{A} and {B} Hold {ordinal} Round of Talks in {place}",
    "{B} Rejects Proposal on {topic}",
)


def name(chance: random.Random) -> str:
    """A name that nobody is likely to have."""
    first = chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) + chance.choice("aeio")
    return f"{first} {chance.choice(ONSETS)}{chance.choice(VOWELS)}{chance.choice(CODAS)}{chance.choice(ENDINGS)}"


def article(number: int, seed: int = 1) -> str:
    """The article of a number: the same text each time, and no two alike."""
    chance = random.Random(f"{seed}/{number}")
    a, b, c = chance.sample(STATES, 3)
    told = {key: name(chance) for key in "pqrs"}
    paragraphs: list[str] = []
    chosen = chance.sample(SENTENCES, chance.randint(7, 12))
    while chosen:
        size = chance.randint(1, 3)
        paragraphs.append(" ".join(filled(s, chance, {"A": a, "B": b, "C": c, **told}) for s in chosen[:size]))
        del chosen[:size]
    headline = filled(chance.choice(HEADLINES), chance, {"A": a, "B": b, "C": c, **told})
    return "\n\n".join([headline, *paragraphs]) + "\n"


def filled(sentence: str, chance: random.Random, told: dict[str, str]) -> str:
    """A sentence with its amounts, days and places."""
    return sentence.format(
        **told,
        n=f"{chance.randint(2, 9_999):,}",
        k=chance.randint(2, 90),
        d=chance.randint(1, 28),
        day=chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        month=chance.choice(MONTHS),
        place=chance.choice(PLACES),
        topic=chance.choice(TOPICS),
        things=chance.choice(THINGS),
        ordinal=chance.choice(("first", "second", "third", "fourth", "fifth")),
    )


def write(folder: Path, count: int, seed: int) -> int:
    """Write articles, a thousand to a folder; return how many words they have."""
    words = 0
    for number in range(count):
        text = article(number, seed)
        words += len(text.split())
        path = folder / f"{number // 1000:03}" / f"a{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return words


def speed(texts: list[str], repeats: int, told: str) -> None:
    """Print words a second of extraction beside those of the whole bare pipeline over the same segments, in turn."""
    from parley.loaders.news.extract import read_article
    from parley.loaders.news.language.annotation import load_model, model_name

    words, nlp, segments = sum(len(text.split()) for text in texts), load_model(None), list[str]()
    pipe = nlp.pipe

    def noted(given: Iterable[str], batch_size: int) -> object:
        parts = list(given)
        segments.extend(parts)
        return pipe(parts, batch_size=batch_size)

    def extract() -> None:
        for number, text in enumerate(texts):
            read_article(text, source_id=str(number))

    nlp.pipe = noted  # type: ignore[method-assign]  # to hear what the extraction gives the model
    extract()
    nlp.pipe = pipe  # type: ignore[method-assign]
    packaged = as_packaged(model_name().partition("@")[0])
    jobs: list[Callable[[], object]] = [lambda: [None for _ in packaged.pipe(segments, batch_size=64)], extract]
    rounds = [[seconds(job) for job in jobs] for _ in range(repeats + 1)][1:]  # the first warms up
    bare, whole = (median(times) for times in zip(*rounds, strict=True))
    share = median(alone / both for alone, both in rounds)
    print(f"{told}: model {model_name()}, {len(texts)} of {words // len(texts)} words, medians of {repeats} rounds\n")
    print("| CPU time | words/s | share |\n|---|---|---|")
    print(f"| the packaged model alone over the same segments (`nlp.pipe`) | {words / bare:,.0f} | 1 |")
    print(f"| records extracted | {words / whole:,.0f} | {share:.2f} |\n", flush=True)


def as_packaged(model: str) -> Language:
    """A model as its package gives it, with all its steps and nothing remembered."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp: Language = import_module(model).load()
    return nlp


def seconds(job: Callable[[], object]) -> float:
    """The processor time that ``job`` takes: what else runs on the machine matters little."""
    begin = time.process_time()
    job()
    return time.process_time() - begin


@dataclass(frozen=True)
class Built:
    """What one build took."""

    seconds: float
    cpu: float
    """Processor seconds of all its processes: what else runs on the machine matters little."""
    last: float
    """Seconds for each of the last tenth."""
    size_mb: float
    parent_mb: float
    worker_mb: float


def build(folder: Path, store: Path, jobs: int) -> Built:
    """Build a folder with the command line, in a process of its own."""
    begin, times = time.perf_counter(), list[float]()
    command = [sys.executable, __file__, "--build", str(folder), str(store), str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for line in process.stderr:
            if line.startswith("added"):
                times.append(time.perf_counter())
            elif not line.startswith("store"):
                print(line, end="", file=sys.stderr)
        cpu, parent, worker = map(float, process.stdout.read().split())
    tenth = max(1, len(times) // 10)
    last = (times[-1] - times[-1 - tenth]) / tenth
    size = sum(path.stat().st_size for path in store.rglob("*"))
    return Built(time.perf_counter() - begin, cpu, last, size / 1e6, parent / 1000, worker / 1000)


def run_build(folder: str, store: str, jobs: str) -> None:
    """Build here, then print processor seconds, peak memory of this process and of the largest that it started (kB)."""
    from parley.cli import main

    try:
        main(["build", folder, "--store", store, "--jobs", jobs])
    finally:
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(sum(one.ru_utime + one.ru_stime for one in used), *(one.ru_maxrss for one in used))


def growth(sizes: list[int], jobs: int, seed: int) -> None:
    """Print what each article costs as they get more, and the memory."""
    heads = ("articles", "seconds", "words/s", "CPU ms per article", "ms for each of the last tenth", "MB of store",
             "MB of the parent", "MB of a worker")  # fmt: skip
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|", flush=True)
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            words = write(Path(folder) / "articles", size, seed)
            took = build(Path(folder) / "articles", Path(folder) / "store", jobs)
        print(
            f"| {size:,} | {took.seconds:.0f} | {words / took.seconds:,.0f} | {1000 * took.cpu / size:.0f} | "
            f"{1000 * took.last:.0f} | {took.size_mb:,.0f} | {took.parent_mb:.0f} | {took.worker_mb:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measures reading many articles.")
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 1_000, 10_000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--folders", nargs="*", default=[], help="folders of articles whose reading is measured too")
    parser.add_argument("--write", nargs=2, metavar=("FOLDER", "N"))
    parser.add_argument("--build", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build:
        run_build(*given.build)
    elif given.write:
        print(f"{write(Path(given.write[0]), int(given.write[1]), given.seed):,} words")
    else:
        growth(given.sizes, given.jobs, given.seed)  # first: a process starts with the peak of the one that starts it
        if given.repeats:
            speed([article(number, given.seed) for number in range(100)], given.repeats, "made articles")
        for folder in given.folders if given.repeats else ():
            paths = sorted(Path(folder).glob("*.txt"))
            speed([path.read_text(encoding="utf-8") for path in paths], given.repeats, f"articles of {folder}")
