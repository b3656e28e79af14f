"""The shape of the project: imports run one way, modules and functions stay small, PDFium stays in the intake."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*(ROOT / "verifier").rglob("*.py"), *(ROOT / "checks").rglob("*.py")])
LAYERS = ("verifier.intake", "verifier.reading", "verifier.dossier", "checks", "verifier.assessment", "verifier.report", "verifier.cli")


def _imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return found | {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}


def _layer(name: str) -> int | None:
    return next((i for i, layer in enumerate(LAYERS) if name == layer or name.startswith(layer + ".")), None)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    here = _layer(name)
    if here is None:
        pytest.skip("not in a layer")
    later = [i for i in _imports(path) if (layer := _layer(i)) is not None and layer > here]
    assert not later, f"{name} imports what comes after it: {later}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    long = [n.name for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef) and (n.end_lineno or 0) - n.lineno + 1 > 40]
    assert source.count("\n") <= 300
    assert not long


def test_pdfium_is_imported_in_the_intake_only() -> None:
    users = [p for p in MODULES if any(i.startswith("pypdfium2") for i in _imports(p))]
    assert users and all("intake" in p.parts for p in users)
