"""The Dutch words of a report for verdicts, kinds of paper and moments."""

from __future__ import annotations

from checks.wording import paper_nl
from verifier.reading.paper import Kind

VERDICT_WORDS = {
    "voldaan": "Voldaan", "niet_voldaan": "Niet voldaan", "onduidelijk": "Onduidelijk", "niet_te_beoordelen": "Niet te beoordelen",
    "nvt": "Niet van toepassing",
}
_KINDS: tuple[Kind, ...] = (
    "beschikking_huisverbod", "beschikking_verlenging", "beschikking_intrekking", "pv_bevindingen", "pv_horen", "pv_overig",
    "verklaring_aangifte", "rihg", "mandaatbesluit", "verlengingsadvies", "akte_van_uitreiking", "zorgmelding_veilig_thuis",
    "verzoekschrift_voorlopige_voorziening", "verweerschrift", "uitspraak", "brief", "overig",
)
KIND_NAMES = {kind: paper_nl(kind) for kind in _KINDS}
