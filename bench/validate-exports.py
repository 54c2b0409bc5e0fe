"""Holds exports of cases (FOLDER/CASE/FORMAT, as bench/exports.sh writes them) against the tools of their standards, offline.

    python bench/validate-exports.py FOLDER [FORMAT...]

Prints a line a format with how much of it was checked; exit code 1 where something does not hold.
"""

import json
import pathlib
import sys
import tempfile
import zipfile

here = pathlib.Path(__file__).parent.parent


def unzipped(path):
    folder = pathlib.Path(tempfile.mkdtemp())
    zipfile.ZipFile(path).extractall(folder)
    return folder


def datapackage(path):
    from frictionless import Package

    package = Package(str(unzipped(path) / "datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "note"])
    return sum(task.stats["rows"] for task in report.tasks), "rows by frictionless"


def parquet(path):
    import pandas

    folder = unzipped(path)
    csv = unzipped(path.parent / "datapackage")
    rows = 0
    for resource in json.loads((folder / "datapackage.json").read_text())["resources"]:
        frame = pandas.read_parquet(folder / resource["path"])
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert list(frame.columns) == names, resource["name"]
        same = pandas.read_csv(csv / f"{resource['name']}.csv", keep_default_na=False, dtype=str)
        assert len(frame) == len(same), resource["name"]
        for name in names:
            if frame[name].dtype == "float64":
                numbers = pandas.to_numeric(same[name], errors="coerce")
                assert (frame[name].fillna(-9) - numbers.fillna(-9)).abs().max() < 1e-12 or not len(frame), name
        rows += len(frame)
    return rows, "rows by pandas and pyarrow, as many as in CSV"


def pam(path):
    import pandas

    frame = pandas.read_csv(path)
    assert list(frame.columns) == ["accord", "year", "provision", "level", "commitment", "requires"]
    assert frame["level"].dropna().isin([0, 1, 2, 3]).all()
    return len(frame), "rows by pandas"


def geojson(path):
    import pyogrio

    features = json.loads(path.read_text())["features"]
    read = pyogrio.raw.read(path)
    assert len(read[2]) == len(features), (len(read[2]), len(features))
    assert sum(one is not None for one in read[2]) == sum(one["geometry"] is not None for one in features)
    return len(features), f"features by GDAL {pyogrio.__gdal_version_string__}"


def sources(path):
    return json.loads((path.parent / "csl-json").read_text())


def csl_json(path):
    titles = [one["title"] for one in sources(path)]
    assert all(titles)
    return len(titles), "sources; read back by citation-js in the tests"


def bibtex(path):
    import bibtexparser

    parser = bibtexparser.bparser.BibTexParser(common_strings=True)
    entries = bibtexparser.loads(path.read_text(), parser).entries
    assert [one["ID"] for one in entries] == [one["id"] for one in sources(path)]
    return len(entries), "sources by bibtexparser"


def ris(path):
    import rispy

    entries = rispy.loads(path.read_text().replace("\r\n", "\n"))
    assert [one["title"] for one in entries] == [one["title"] for one in sources(path)]
    return len(entries), "sources by rispy"


def json_ld(path):
    import pyshacl
    import rdflib

    anno = json.loads((here / "test/annotation-context.json").read_text())
    linked = json.loads(path.read_text())
    assert linked["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    linked["@context"][0] = anno
    graph = rdflib.Graph().parse(data=json.dumps(linked), format="json-ld")
    shapes = rdflib.Graph().parse(here / "docs/exports.shapes.ttl")
    conforms, _, words = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, words
    return len(graph), "triples by rdflib, shapes by pyshacl"


def ftm(path):
    from followthemoney import model
    from followthemoney.proxy import EntityProxy

    count = 0
    for line in path.read_text().splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        schema.validate(data)
        for name, values in data["properties"].items():
            kind = schema.properties[name].type
            for value in values:
                assert kind.name == "entity" or kind.clean(value), (name, value)
        proxy = EntityProxy.from_dict(data, cleaned=False)
        assert set(proxy.properties) == set(data["properties"])
        count += 1
    return count, "entities by followthemoney"


def stix(path):
    from stix2validator import ValidationOptions, validate_string

    text = path.read_text()
    results = validate_string(text, ValidationOptions(version="2.1", strict_properties=True))
    assert results.is_valid, [str(error) for error in results.errors]
    warnings = [str(one) for part in getattr(results, "object_results", [results]) for one in (part.warnings or [])]
    return len(json.loads(text)["objects"]), f"objects by stix2-validator, {len(warnings)} warnings"


formats = {
    "datapackage": datapackage,
    "parquet": parquet,
    "pam": pam,
    "geojson": geojson,
    "csl-json": csl_json,
    "bibtex": bibtex,
    "ris": ris,
    "json-ld": json_ld,
    "ftm": ftm,
    "stix": stix,
}


def main(folder, *names):
    cases = sorted(path for path in pathlib.Path(folder).iterdir() if path.is_dir())
    failed = False
    for name in names or formats:
        told = []
        for case in cases:
            try:
                count, what = formats[name](case / name)
                told.append((case.name, count, what))
            except Exception as problem:  # whatever a validator throws is what does not hold
                failed = True
                print(f"{name:12} FAILED  {case.name}: {type(problem).__name__}: {str(problem)[:600]}")
        if told:
            counts = ", ".join(f"{case} {count}" for case, count, _ in told)
            print(f"{name:12} holds   {told[0][2]}: {counts}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
