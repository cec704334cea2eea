"""Reads modules in HCL, and compares their resources with those of the same modules in JSON."""

import json
import os
import sys

import hcl2


def plain(value):
    """What the parser gives: texts keep their quotes, blocks are lists and have marks."""
    if isinstance(value, list):
        return [plain(it) for it in value]
    if isinstance(value, dict):
        return {plain(k): plain(v) for k, v in value.items() if not k.startswith("__")}
    if isinstance(value, str) and len(value) > 1 and value[0] == value[-1] == '"':
        return value[1:-1]
    return value


for folder in sys.argv[1:]:
    with open(os.path.join(folder, "main.tf")) as file:
        found = hcl2.load(file)
    expected = json.load(open(os.path.join(folder, "expected.json")))
    for kind in ["resource", "data", "variable", "output"]:
        names = set()
        for block in plain(found.get(kind, [])):
            for label, inner in block.items():
                names.update([(label, it) for it in inner] if kind in ("resource", "data") else [label])
        own = expected.get(kind, {})
        wanted = {(a, b) for a in own for b in own[a]} if kind in ("resource", "data") else set(own)
        assert names == wanted, (folder, kind, names ^ wanted)
    assert found["terraform"], folder
print(f"read: {len(sys.argv) - 1}")
