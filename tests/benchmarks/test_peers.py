from dataclasses import replace

from benchmarks.machine import Circumstances
from benchmarks.peers.load import Load, Measured
from benchmarks.peers.report import page
from benchmarks.peers.vectors import IN_SERVER, VectorPart

WHERE = Circumstances("2026-01-02", "abc1234", "A CPU, 2 cores")
OURS = Measured(
    "Ours",
    start=3.0,
    memory=200,
    cpu=50,
    loads={"1 megapixel": [Load(1, 100.0, 120.0, 10.0)]},
    embedded=120.0,
    parts={"1 megapixel": {"decode": 20.0, "encode": 30.0, "search": 10.0, "whole": 100.0}},
)
AS_RUN = Measured("1. ResNet50, as-run", 9.0, 900, 900, {"1 megapixel": [Load(1, 900.0, 950.0, 1.1)]}, 6.0)
TUNED = replace(AS_RUN, name="1. ResNet50, tuned", loads={"1 megapixel": [Load(1, 150.0, 160.0, 6.0)]})
CLUSTERS = replace(AS_RUN, name="4. autoencoder, tuned", loads={"1 megapixel": [Load(1, 10.0, 11.0, 99.0)]})
PARTS = [
    VectorPart("FAISS HNSW, ef 64", 0.95, 0.5, 0.6),
    VectorPart("FAISS HNSW, ef 200", 0.99, 1.0, 1.2),
    VectorPart(IN_SERVER, 0.99, 4.0, 5.0),
]


def test_goals_are_ratios_of_one_run() -> None:
    text = page(WHERE, 45_000, [OURS, AS_RUN, TUNED, CLUSTERS], PARTS)
    rows = [
        "| 1 megapixel: 1 as run to ours | 9.0 × |  | ≥ 8 × | yes |",
        # The autoencoder is quicker, and no match for it in what it finds.
        "| 1 megapixel: the quickest comparable tuned to ours | 1.5 × |  | ≥ 2 × | no |",
        # That of 64 finds less.
        "| vector part, in the server, to FAISS HNSW, ef 200 | 4.0 × |  | ≤ 5 × | yes |",
        "| pictures embedded a second: ours to 1 as run | 20.0 × |  | ≥ 15 × | yes |",
        "| 1 megapixel: decoding and encoder, of the whole search | 50 % |  | ≥ 60 % | no |",
    ]
    assert [row for row in rows if row not in text] == []


def test_measured_survives_the_way_from_its_process() -> None:
    assert Measured.of_json(OURS.as_json()) == OURS
