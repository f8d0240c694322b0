"""Reads the exports with the programs that analysts use and prints what came back, as JSON.

usage: read.py FOLDER   (graph.graphml, yed.graphml, neo4j.graphml, pairs.graphml, graph.gexf, graph.jsonld, nodes.csv, edges.csv)
"""

import csv
import json
import sys
import warnings
from pathlib import Path

import networkx
import rdflib

warnings.simplefilter("error", UserWarning)


def graph(read):
    return {
        "class": type(read).__name__,
        "nodes": {key: data for key, data in read.nodes(data=True)},
        "edges": [
            {"source": source, "target": target, "key": key, **data}
            for source, target, key, data in read.edges(keys=True, data=True)
        ],
    }


def simple(read):
    return {
        "class": type(read).__name__,
        "nodes": {key: data for key, data in read.nodes(data=True)},
        "edges": [{"source": source, "target": target, **data} for source, target, data in read.edges(data=True)],
    }


def graphml(path):
    read = networkx.read_graphml(path)
    return graph(read) if read.is_multigraph() else simple(read)


def gexf(path):
    read = networkx.read_gexf(path)
    return graph(read) if read.is_multigraph() else simple(read)


CLAIMS = """
PREFIX dragoman: <urn:dragoman:vocabulary:>
PREFIX schema: <https://schema.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?claimant ?subject ?object ?text ?title WHERE {
  ?edge a rdf:Statement ; rdf:predicate dragoman:ATTACKED ;
        rdf:subject/schema:name ?subject ; rdf:object/schema:name ?object .
  ?sentence dragoman:supports ?edge ; schema:text ?text ;
            prov:wasAttributedTo/schema:name ?claimant ; prov:wasQuotedFrom/schema:headline ?title .
} ORDER BY ?subject
"""


def linked_data(path):
    read = rdflib.Graph().parse(path, format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    return {
        "triples": len(read),
        "names": sorted(str(name) for name in read.objects(predicate=schema.name)),
        "quotations": len(list(read.subjects(rdflib.RDF.type, schema.Quotation))),
        "statements": len(list(read.subjects(rdflib.RDF.type, rdflib.RDF.Statement))),
        "claims": [[str(value) for value in row] for row in read.query(CLAIMS)],
        "again": len(rdflib.Graph().parse(data=read.serialize(format="turtle"), format="turtle")),
    }


def table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


folder = Path(sys.argv[1])
print(
    json.dumps(
        {
            "networkx": networkx.__version__,
            "gephi": graphml(folder / "gephi.graphml"),
            "yed": graphml(folder / "yed.graphml"),
            "neo4j": graphml(folder / "neo4j.graphml"),
            "pairs": graphml(folder / "pairs.graphml"),
            "gexf": gexf(folder / "graph.gexf"),
            "jsonld": linked_data(folder / "graph.jsonld"),
            "nodes": table(folder / "nodes.csv"),
            "edges": table(folder / "edges.csv"),
        }
    )
)
