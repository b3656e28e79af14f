"""The shape of the project: imports run one way, modules and functions stay small, PDFium stays in the intake."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("verifier", "checks", "web")
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LAYERS = (
    ("verifier.intake",),
    ("verifier.reading",),
    ("verifier.dossier",),
    ("checks",),
    ("verifier.deadlines",),
    ("verifier.assessment",),
    ("verifier.report",),
    ("verifier.engine",),
    ("verifier.store", "verifier.audit"),
    ("verifier.cli", "web"),
)


def _imports(path: Path) -> set[str]:
    """Dotted names of all that a module imports, wherever in it; ``from a import b`` gives ``a`` and ``a.b``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    sources = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module]
    return plain | {f"{n.module}" for n in sources} | {f"{n.module}.{a.name}" for n in sources for a in n.names}


def _layer(name: str) -> int | None:
    return next((i for i, names in enumerate(LAYERS) if any(name == n or name.startswith(n + ".") for n in names)), None)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_imports_run_one_way(path: Path) -> None:
    name = _name(path)
    here = _layer(name)
    if name == "verifier":
        assert not _imports(path)
        return
    assert here is not None, f"{name} has no place in the order of the layers"
    later = [i for i in _imports(path) if (layer := _layer(i)) is not None and layer > here]
    assert not later, f"{name} imports what comes after it: {later}"


@pytest.mark.parametrize("path", MODULES, ids=_id)
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    functions = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [n.name for n in functions if (n.end_lineno or 0) - n.lineno + 1 > 40]
    assert len(source.splitlines()) <= 300
    assert not long, f"{_name(path)} has functions of over 40 lines: {long}"


def test_pdfium_is_imported_in_the_intake_only() -> None:
    users = [_name(p) for p in MODULES if any(i.split(".")[0] in ("pypdfium2", "pypdfium2_raw") for i in _imports(p))]
    assert users and all(_layer(name) == 0 for name in users)
