"""Holds archives of cases against RO-Crate 1.2 with roc-validator, without going online.

Needs Python with roc-validator, and the context of RO-Crate 1.2 as a file, which any library for it brings along:

    python3 -m venv /tmp/roc && /tmp/roc/bin/pip install roc-validator==0.13.0
    npm pack --pack-destination /tmp ro-crate@3.7.2 && tar xzf /tmp/ro-crate-3.7.2.tgz -C /tmp package/lib/context.json
    /tmp/roc/bin/python bench/validate-archive.py /tmp/package/lib/context.json CASE.zip...

Prints what does not hold, by severity; exit code 1 where something REQUIRED does not.
"""

import json
import sys

from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils.http import HttpRequester

CONTEXT = "https://w3id.org/ro/crate/1.2/context"


class Answer:
    """The context, as a server would give it."""

    status_code = 200
    ok = True
    headers = {"Content-Type": "application/ld+json"}

    def __init__(self, context_file):
        with open(context_file) as file:
            self.text = file.read()
        if self.json()["@id"] != CONTEXT:
            sys.exit(f"{context_file} is the context {self.json()['@id']}")
        self.content = self.text.encode()

    def json(self):
        return json.loads(self.text)

    def raise_for_status(self):
        pass


def serve(context_file):
    """Gives the context from the file wherever the validator asks for it, and nothing else."""
    answer = Answer(context_file)

    def get(_requester, url, **_options):
        if url == CONTEXT:
            return answer
        raise RuntimeError(f"{url} is not fetched here")

    HttpRequester.get = get


def main(context_file, archives):
    serve(context_file)
    failed = False
    for archive in archives:
        settings = ValidationSettings(
            rocrate_uri=archive,
            profile_identifier="ro-crate-1.2",
            requirement_severity=Severity.RECOMMENDED,
            skip_availability_check=True,
        )
        issues = services.validate(settings).get_issues()
        required = [issue for issue in issues if issue.severity == Severity.REQUIRED]
        print(f"{archive}: {len(required)} of REQUIRED, {len(issues) - len(required)} of RECOMMENDED do not hold")
        for issue in issues:
            print(f"  {issue.severity.name} {issue.check.identifier}: {issue.message}")
        failed = failed or bool(required)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
