"""The requirement that the facts rest on more than one statement (Awb 3:2)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.finding import Check, Outcome, passages
from checks.ordering import beginning
from checks.weighing import by_paper, said_in, weigh
from checks.wording import papers_nl
from verifier.dossier.model import Dossier
from verifier.reading.paper import Kind

_SOURCES: tuple[Kind, ...] = ("pv_bevindingen", "pv_horen", "pv_overig", "verklaring_aangifte", "beschikking_huisverbod", "rihg")
"""Who saw it or says it first, then the papers that repeat it."""
_DECIDING: tuple[Kind, ...] = ("beschikking_huisverbod", "rihg")
_REMEDY = "Breng foto's, medische gegevens of mutaties in."


def meer_dan_een_verklaring(dossier: Dossier) -> Outcome:
    """Support from outside the statement of the victim, or an admission by the uithuisgeplaatste (Awb 3:2).

    That no injury was seen takes nothing from support of another kind; it contests support that stands alone.
    """
    if dossier.order is None:
        return Outcome("nvt", "Er zit geen beschikking huisverbod in het dossier.")
    seen, admitted = weigh(dossier, "objectieve_steun"), weigh(dossier, "erkenning", "uhg")
    support, contested = by_paper((*seen.yes, *admitted.yes), _SOURCES), (*seen.no, *admitted.no)
    if len({s.passage for s in support}) == 1 and seen.denied and not admitted.yes:
        support = ()
    if len({s.passage for s in support}) > 1 or (support and not contested):
        admits = " en hij erkent geweld of bedreiging" if admitted.asserted else ""
        return Outcome("voldaan", f"Naast een verklaring is er steun in {papers_nl(s.kind for s in support)}{admits}.",
                       passages([*said_in(support[:1]), *said_in(by_paper(admitted.yes, _SOURCES)[:1]), *said_in(support)]))
    if support:
        return Outcome("onduidelijk", f"De enige steun naast de verklaringen staat in {papers_nl(s.kind for s in support)} en is zelf betwist"
                       " of onbepaald.", passages(said_in((*support, *contested))), passages(said_in(contested)), remedy=_REMEDY, reason="tegenstrijdig")
    if _only_quarrel(dossier):
        return _quarrel_seen(dossier)
    if contested:
        return Outcome("niet_voldaan", f"Tegenover de verklaringen staat geen andere steun: {papers_nl(s.kind for s in contested)} zegt dat er niets is"
                       " gezien of dat het niet is gebeurd.", passages(said_in((*seen.no[:2], *admitted.no[:1], *contested))), remedy=_REMEDY)
    told = dossier.of_kind("verklaring_aangifte", "pv_bevindingen", "pv_horen")
    if told:
        return Outcome("niet_voldaan", "Naast de verklaringen is geen andere steun in de stukken gevonden.", passages([beginning(told)]), remedy=_REMEDY)
    return Outcome("niet_te_beoordelen", "Geen stuk beschrijft de bronnen van de feiten.")


def _only_quarrel(dossier: Dossier) -> bool:
    """Whether the decision names facts, and no violence or threat among them."""
    facts = dossier.said("feiten_concreet", "", "ja", ("beschikking_huisverbod",))
    return bool(facts) and not dossier.said("geweld_uhg", "", "ja", _DECIDING) and not dossier.said("kinderen_geraakt", "kind", "ja", _DECIDING)


def _quarrel_seen(dossier: Dossier) -> Outcome:
    """For a decision that names only a quarrel: whether the police saw or heard it themselves."""
    found = dossier.of_kind("pv_bevindingen")
    if not found:
        return Outcome("niet_voldaan", "De beschikking noemt alleen ruzie of overlast, en geen stuk legt een eigen waarneming daarvan vast.",
                       passages(said_in(dossier.said("feiten_concreet", "", "ja", ("beschikking_huisverbod",)))), remedy=_REMEDY)
    told = [p.passage(u.start, u.end) for p in found for u in p.units_that("besluit_feiten")]
    return Outcome("voldaan", "De beschikking noemt alleen ruzie of overlast; die staat als eigen waarneming in het proces-verbaal van bevindingen.",
                   passages([*told, *said_in(dossier.said("objectieve_steun", kinds=("pv_bevindingen",))), beginning(found)]))


CHECKS: Mapping[str, Check] = {"feiten.meer_dan_een_verklaring": meer_dan_een_verklaring}
