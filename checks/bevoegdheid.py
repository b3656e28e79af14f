"""Who decided, in what capacity, on whose behalf, and whether the mayor knew (Wth 2 lid 1, Wth 3, Awb 10:1 to 10:11)."""

from __future__ import annotations

from collections.abc import Mapping

from checks.deciding import (
    MAYORS,
    ROLES,
    badly_read,
    deciding_words,
    hovj_acts,
    no_order,
    not_by_hovj,
    on_behalf,
    opening,
    other_acts,
    other_deciders,
    presents_as_hovj,
    signature_unit,
    signer_nl,
    unread,
)
from checks.finding import Check, Outcome, passages
from checks.mandaat import covered
from checks.melding import melding_burgemeester
from checks.weighing import Weighed, said_in, weigh
from checks.wording import papers_nl, sentence_nl
from checks.zelf_besloten import decided_himself, signing_only
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.authors import drawn_up_by
from verifier.reading.facts.mentions import mentions
from verifier.reading.facts.names import find_names
from verifier.reading.facts.signatures import role_in, same_signer, signers
from verifier.reading.paper import Kind, Passage, Statement

_SHOWING: tuple[Kind, ...] = ("pv_horen", "pv_bevindingen", "pv_overig", "beschikking_huisverbod")
"""Papers that tell of hearing and visiting, those that best show it first."""
_ASSESSING: tuple[Kind, ...] = ("rihg", "pv_bevindingen", "pv_horen", "pv_overig")


def besluitnemer(dossier: Dossier) -> Outcome:
    """The mayor, his deputy as such, or a hulpofficier expressly for him decided (Wth 2 lid 1, Wth 3 lid 1)."""
    order = dossier.order
    if order is None:
        return no_order()
    block = order.signature.block
    behalf = on_behalf(dossier, order) if hovj_acts(order) else None
    shown = passages([behalf, *deciding_words(dossier, order)[:1], block, order.decider_passage])
    if others := other_deciders(dossier, order):
        return Outcome("onduidelijk", f"De beschikking is getekend door {signer_nl(order)}, maar noemt ook een ander als wie besloot.",
                       passages([*others, block]), others, reason="tegenstrijdig")
    if order.decider_conflict or (order.decider in MAYORS and order.signature.role == "anders"):
        return Outcome("onduidelijk", "Aanhef, dictum en ondertekening van de beschikking noemen niet dezelfde besluitnemer.",
                       shown, passages([block]), reason="tegenstrijdig")
    if order.decider is None:
        if not shown and badly_read(dossier, order):
            return unread(dossier, order, "Wie het besluit nam")
        return Outcome("onduidelijk", "Uit de beschikking blijkt niet wie het besluit nam of in welke hoedanigheid.",
                       shown or passages([opening(dossier, order)]), reason="te vaag")
    who = signer_nl(order)
    if order.decider == "anders":
        return Outcome("niet_voldaan", f"Volgens de beschikking besliste {who}; die kan geen huisverbod opleggen.", shown)
    if hovj_acts(order) and behalf is None:
        return _without_behalf(dossier, order, who, shown)
    unknown = behalf is not None and "hovj" not in (order.decider, order.signature.role) and not presents_as_hovj(dossier, order)
    if order.signature.role is None and block is None or unknown:
        return Outcome("onduidelijk", f"De beschikking lijkt genomen door {who}, maar de hoedanigheid van wie tekende is niet gelezen.",
                       shown or passages([opening(dossier, order)]), reason="te vaag")
    if not shown:
        return Outcome("onduidelijk", f"De beschikking lijkt genomen door {who}, maar de plaats in het stuk is niet aan te wijzen.",
                       passages([opening(dossier, order)]), reason="slecht leesbaar")
    acting = ROLES["hovj"] if behalf is not None and order.decider in MAYORS else who
    words = " namens de burgemeester" if behalf is not None else ""
    return Outcome("voldaan", f"De beschikking is genomen door {acting}{words}.", shown)


def _without_behalf(dossier: Dossier, order: Decision, who: str, shown: tuple[Passage, ...]) -> Outcome:
    """A hulpofficier acts and the words 'namens de burgemeester' were not found."""
    mandated = [m.passage for m in mentions(dossier.papers, "mandaat", ("beschikking_huisverbod",)) if not m.denied]
    if order.decider in MAYORS:
        return Outcome("onduidelijk", f"De beschikking noemt {ROLES[order.decider]} als besluitnemer, maar is getekend door {who} zonder dat"
                       " er staat namens wie.", shown, passages([order.signature.block]), reason="tegenstrijdig")
    if mandated:
        return Outcome("onduidelijk", f"De beschikking is genomen door {who} en noemt een mandaat, maar zegt niet uitdrukkelijk dat namens de"
                       " burgemeester wordt beslist.", passages([*shown, *mandated]), reason="te vaag")
    return Outcome("niet_voldaan", f"De beschikking is genomen door {who} op eigen naam, niet namens de burgemeester.", shown)


def mandaat(dossier: Dossier) -> Outcome:
    """A mandaatbesluit covers the hulpofficier who decided or signed (Wth 3 lid 1, Awb 10:3, 10:5, 10:9)."""
    order = dossier.order
    return not_by_hovj(dossier, order) or covered(dossier, order) if order else no_order()


def ondertekeningsmandaat(dossier: Dossier) -> Outcome:
    """Where the hulpofficier might only sign, the mayor decided himself and before that (Awb 10:11)."""
    order = dossier.order
    if order is None:
        return no_order()
    if other_acts(order) or not signing_only(dossier, order):
        return Outcome("nvt", "Er is geen mandaat dat alleen tot ondertekenen strekt.")
    return decided_himself(dossier, order)


def hovj_betrokken(dossier: Dossier) -> Outcome:
    """The hulpofficier who decided heard, visited or filled in the RiHG himself."""
    order = dossier.order
    if order is None:
        return no_order()
    if (outside := not_by_hovj(dossier, order)) is not None:
        return outside
    who = order.signature.name or "de hulpofficier"
    told = weigh(dossier, "hovj_zelf_betrokken", "hovj")
    own = Weighed(tuple(s for s in told.yes if not _of_another(dossier, order, s)), told.no)
    form = _own_form(dossier, order)
    record = passages(drawn_up_by(p, order.signature.name) for p in dossier.of_kind("pv_horen", "pv_bevindingen") if order.signature.name)
    met = sorted(own.yes, key=lambda s: _SHOWING.index(s.kind) if s.kind in _SHOWING else len(_SHOWING))
    shown = passages([*form, *said_in(met[:1]), *record, *said_in(met)])
    if form and not set(form) & set(said_in(own.no)):
        return Outcome("voldaan", f"{who} tekende ook het RiHG.", shown, passages(said_in(own.no)))
    if record and not own.denied:
        return Outcome("voldaan", f"{who} maakte zelf het proces-verbaal van het horen of van de bevindingen op.", shown, passages(said_in(own.no)))
    if own.asserted:
        return Outcome("voldaan", f"Uit {papers_nl(s.kind for s in own.yes[:3])} blijkt dat {who} zelf bij de beoordeling betrokken was.",
                       passages(said_in(own.yes)), passages(said_in(own.no)))
    if own.conflict:
        return Outcome("onduidelijk", f"De stukken spreken elkaar tegen over de eigen betrokkenheid van {who}.",
                       passages(said_in((own.yes[0], own.no[0]))), passages(said_in(own.no)), reason="tegenstrijdig")
    if order.signature.name is None and not own.denied and dossier.of_kind(*_ASSESSING):
        return Outcome("onduidelijk", "Wie de beschikking tekende is niet gelezen, zodat niet blijkt of diezelfde hulpofficier bij de"
                       " beoordeling betrokken was.", passages([on_behalf(dossier, order), opening(dossier, order)]), reason="slecht leesbaar")
    return _not_involved(dossier, order, who, own.no)


def _not_involved(dossier: Dossier, order: Decision, who: str, denied: tuple[Statement, ...]) -> Outcome:
    """No paper shows any doing of the hulpofficier who decided: did another do it all, or are there no papers on it?"""
    if not denied and not dossier.of_kind(*_ASSESSING):
        return Outcome("niet_te_beoordelen", "Behalve de beschikking zit er geen stuk over de beoordeling in het dossier; de beschikking zegt"
                       f" niets over wat {who} zelf deed.", remedy="Vraag het RiHG en de processen-verbaal op.")
    signer = dossier.rihg.signature if dossier.rihg else None
    other = f" Het RiHG is getekend door {signer.name}." if signer and signer.name else ""
    by_others = [s.passage for s in dossier.said("rihg_afgenomen", "", "ja", ("pv_bevindingen", "pv_horen", "pv_overig"))]
    return Outcome("niet_voldaan", f"{sentence_nl(who)} tekende de beschikking zonder dat uit de stukken eigen bemoeienis blijkt.{other}",
                   passages([*said_in(denied[:2]), *by_others[:1], signer.block if signer else None, order.signature.block]),
                   remedy="De hulpofficier kan op de zitting of in een aanvullend proces-verbaal verklaren wat hij zelf heeft gedaan.")


def _of_another(dossier: Dossier, order: Decision, statement: Statement) -> bool:
    """Whether a statement is about another than the signer: it names others only, or others who drew up the paper tell of themselves."""
    name, text = order.signature.name, statement.unit.text
    if name is None:
        return False
    named = [n.name for n in find_names(text)]
    if named and role_in(text) == "hovj":
        return not any(same_signer(n, name) for n in named)
    makers = signers(dossier.papers[statement.paper])
    return bool(makers) and role_in(text) != "hovj" and not any(same_signer(m, name) for m in makers)


def _own_form(dossier: Dossier, order: Decision) -> tuple[Passage, ...]:
    """The signature under the RiHG when it is that of the signer of the decision."""
    rihg, name = dossier.rihg, order.signature.name
    if rihg is None or name is None or not rihg.signature.signed or not rihg.signature.name:
        return ()
    return passages([rihg.signature.block]) if same_signer(rihg.signature.name, name) else ()


def ondertekening(dossier: Dossier) -> Outcome:
    """Signed with name and capacity, and under mandate with the words for whom (Awb 10:10)."""
    order = dossier.order
    if order is None:
        return no_order()
    signature, repair = order.signature, "Een getekend exemplaar kan alsnog worden overgelegd; de rechter kan het gebrek passeren (6:22 Awb)."
    if not signature.signed:
        if badly_read(dossier, order):
            return unread(dossier, order, "De ondertekening")
        if signature.block is None and (unread_block := signature_unit(dossier, order) or on_behalf(dossier, order)) is not None:
            return Outcome("onduidelijk", "De beschikking heeft een ondertekeningsblok, maar wie tekende is daarin niet gelezen.",
                           passages([unread_block]), remedy=repair, reason="slecht leesbaar")
        how = "een leeg ondertekeningsblok" if signature.block else "geen ondertekening"
        return Outcome("niet_voldaan", f"De beschikking heeft {how}.", passages([signature.block or opening(dossier, order)]), remedy=repair)
    behalf = on_behalf(dossier, order) if hovj_acts(order) else None
    shown = passages([signature.block, behalf])
    if hovj_acts(order) and behalf is None:
        return Outcome("niet_voldaan", f"De beschikking is getekend door {signer_nl(order)}, zonder te vermelden dat dit namens de"
                       " burgemeester is.", shown, remedy=repair)
    if signature.name is None or signature.role is None:
        lacking = "leesbare naam" if signature.name is None else "hoedanigheid"
        return Outcome("onduidelijk", f"De beschikking is getekend, maar zonder {lacking}.", shown or passages([opening(dossier, order)]),
                       remedy=repair, reason="te vaag")
    if signature.block is None:
        return Outcome("onduidelijk", f"De beschikking lijkt getekend door {signer_nl(order)}, maar het blok is niet aan te wijzen.",
                       passages([opening(dossier, order)]), reason="slecht leesbaar")
    words = ", namens de burgemeester" if behalf else ""
    return Outcome("voldaan", f"De beschikking is getekend door {signer_nl(order)}{words}.", shown)


CHECKS: Mapping[str, Check] = {
    "bevoegdheid.besluitnemer": besluitnemer,
    "bevoegdheid.mandaat": mandaat,
    "bevoegdheid.ondertekeningsmandaat": ondertekeningsmandaat,
    "bevoegdheid.hovj_betrokken": hovj_betrokken,
    "bevoegdheid.ondertekening": ondertekening,
    "bevoegdheid.melding_burgemeester": melding_burgemeester,
}
