"""The word lists and rules that stand as YAML beside the code that reads them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def load_data(package: str, name: str) -> Any:
    """The content of a data file of a package, by libyaml where the machine has it.

    Raises:
        yaml.YAMLError: The file is not well-formed.
    """
    source = (files(package) / name).read_text(encoding="utf-8")
    return yaml.load(source, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
