#!/bin/sh
# Has the data package of a case checked by frictionless (PyPI), in an environment of its own.
#
#   bench/data-package.sh STORE CASE [DAY]
set -eu
store=$1 case=$2 day=${3:-}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node "$(dirname "$0")/../dist/cli/main.js" export --format datapackage --case "$case" --store "$store" \
  ${day:+--as-of "$day" --known-at "$day"} --out "$folder/package.zip"
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet frictionless
mkdir "$folder/package"
python3 -m zipfile -e "$folder/package.zip" "$folder/package"
cd "$folder/package"
"$folder/python/bin/frictionless" validate datapackage.json
