"""The report as JSON that validates against ``dossier.schema.json``."""

from __future__ import annotations

import json

from verifier.assessment import Report
from verifier.report.as_data import as_data


def render(report: Report) -> str:
    """One JSON document with a closing line break."""
    return json.dumps(as_data(report), ensure_ascii=False, indent=1) + "\n"
