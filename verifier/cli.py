"""The command line of the contract; every message to the user is Dutch and no traceback reaches one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

NOTHING_READ = 2
_LATER = ("pdf", "docx", "verweerschrift", "ics")
_LEVELS = ("laag", "middel", "hoog")


class Refusal(Exception):
    """A Dutch message for the user: what is wrong and what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status of the contract."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Refusal as refusal:
        print(f"houdbaar: {refusal}", file=sys.stderr)
        return NOTHING_READ
    except KeyboardInterrupt:
        print("houdbaar: afgebroken.", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="houdbaar", description="Toetst de stukken van een tijdelijk huisverbod.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")
    check = commands.add_parser("check", help="toets een dossier: een map, een zip of losse bestanden")
    check.add_argument("paths", nargs="+", type=Path, metavar="PAD")
    check.add_argument("--format", choices=("text", "json", "html", *_LATER), default="text")
    check.add_argument("--output", type=Path, metavar="BESTAND")
    check.add_argument("--on", type=_day, metavar="DATUM", help="toets naar het recht op deze datum (2024-02-03)")
    check.add_argument("--fail-on", choices=("hoog", "middel"), help="eindig met 1 als het risico ten minste zo hoog is")
    check.set_defaults(run=_check)
    sentences = commands.add_parser("sentences", help="lees losse zinnen (JSON-regels) op de begrippen")
    sentences.add_argument("file", type=Path, metavar="BESTAND.jsonl")
    sentences.set_defaults(run=_sentences)
    checks = commands.add_parser("checks", help="toon de eisen")
    checks.add_argument("id", nargs="?", metavar="EIS")
    checks.set_defaults(run=_checks)
    for name, what in (("audit", "toets alle dossiers in een map"), ("serve", "de webtoepassing"), ("scenarios", "de scenario's")):
        later = commands.add_parser(name, help=f"{what} (nog niet beschikbaar)")
        later.add_argument("rest", nargs="*")
        later.set_defaults(run=_not_yet, name=name)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is geen datum; schrijf jaar-maand-dag, zoals 2024-02-03") from None


def _not_yet(options: argparse.Namespace) -> int:
    raise Refusal(f"de opdracht '{options.name}' is er nog niet.")


def _sentences(options: argparse.Namespace) -> int:
    from verifier.reading.concepts.reader import answers

    try:
        lines = options.file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise Refusal(f"'{options.file}' kan niet worden gelezen ({error.strerror}). Controleer de naam en de rechten.") from error
    asked = [_asked(line, number) for number, line in enumerate(lines, 1) if line.strip()]
    given = answers([(a["concept"], a.get("over") or "", a["stuk"], a["tekst"]) for a in asked])
    for question, answer in zip(asked, given, strict=True):
        print(json.dumps({"id": question["id"], "telt": answer}, ensure_ascii=False))
    return 0


def _asked(line: str, number: int) -> dict[str, str]:
    try:
        asked = json.loads(line)
    except json.JSONDecodeError as error:
        raise Refusal(f"regel {number} is geen JSON: {error.msg} op plaats {error.colno}.") from error
    missing = [key for key in ("id", "concept", "stuk", "tekst") if not isinstance(asked, dict) or key not in asked]
    if missing:
        raise Refusal(f"regel {number} mist {', '.join(missing)}.")
    return asked


def _checks(options: argparse.Namespace) -> int:
    from checks.catalogue import catalogue

    known = catalogue().requirements
    wanted = [r for r in known if options.id in (None, r.id)]
    if not wanted:
        raise Refusal(f"de eis '{options.id}' bestaat niet. 'houdbaar checks' toont alle eisen.")
    for requirement in wanted:
        print(f"{requirement.id}  {requirement.question}" if options.id is None else requirement.described())
    return 0


def _check(options: argparse.Namespace) -> int:
    if options.format in _LATER:
        raise Refusal(f"het formaat '{options.format}' is er nog niet; kies text, json of html.")
    from verifier.engine import check_dossier

    report = check_dossier(options.paths, options.on, _progress)
    if not any(paper.page_to for paper in report.dossier.papers):
        for problem in report.problems:
            print(f"houdbaar: {problem}", file=sys.stderr)
        raise Refusal("er kon niets worden gelezen.")
    written = _written(report, options)
    if options.output:
        options.output.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
    limit = _LEVELS.index(options.fail_on) if options.fail_on else len(_LEVELS)
    return 1 if _LEVELS.index(report.risk.level) >= limit else 0


def _written(report: object, options: argparse.Namespace) -> str:
    from importlib import import_module

    module = {"json": "as_json", "html": "as_html", "text": "as_text"}[options.format]
    return str(import_module(f"verifier.report.{module}").render(report))


def _progress(message: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{message}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
