#!/bin/sh
# Writes every export of the examples (or of the cases of a store) and has each checked by its standard's own tools, from PyPI,
# in an environment of their own. followthemoney needs a C++ compiler and libicu-dev for PyICU.
#
#   bench/exports.sh [STORE]           PYTHON=…/bin/python: an environment that has them already
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
proviso() { node "$here/dist/cli/main.js" "$@"; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
store=${1:-}
if [ -z "$store" ]; then
  store=$folder/store
  for case in "$here"/examples/* "$here/test/river-accord"; do
    proviso case import "$case/case.yaml" --store "$store" >/dev/null
    proviso add --case "$(basename "$case")" --store "$store" "$case/reports" >/dev/null
  done
fi
python=${PYTHON:-}
if [ -z "$python" ]; then
  python3 -m venv "$folder/python"
  python=$folder/python/bin/python
  "$python" -m pip install --quiet \
    followthemoney 'stix2-validator>=3' frictionless pandas pyarrow pyogrio rdflib pyshacl 'bibtexparser<2' rispy
fi
node "$here/bench/write-exports.mjs" "$store" "$folder/exports"
"$python" "$here/bench/validate-exports.py" "$folder/exports"
