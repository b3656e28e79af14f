"""Who decided, in what capacity, on whose behalf, and whether the mayor knew (Wth 2 lid 1, Wth 3, Awb 10:1 to 10:11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from checks.deciding import MAYORS, ROLES, badly_read, decided_on, hovj_acts, no_order, on_behalf, opening, other_acts, signature_unit, signer_nl, unread
from checks.finding import Check, Outcome, passages
from checks.mandaat import covered, decided_himself, signing_only
from checks.weighing import Weighed, said_in, weigh
from checks.wording import day_of, moment_nl, papers_nl, sentence_nl
from verifier.dossier.model import Decision, Dossier
from verifier.reading.facts.authors import drawn_up_by
from verifier.reading.facts.mentions import mentions, names
from verifier.reading.facts.names import same_person
from verifier.reading.paper import Kind, Passage, Statement

_ASSESSING: tuple[Kind, ...] = ("rihg", "pv_bevindingen", "pv_horen", "pv_overig")
_TELLING: tuple[Kind, ...] = ("beschikking_huisverbod", "pv_bevindingen", "pv_horen", "pv_overig", "brief")


def besluitnemer(dossier: Dossier) -> Outcome:
    """The mayor, his deputy as such, or a hulpofficier expressly for him decided (Wth 2 lid 1, Wth 3 lid 1)."""
    order = dossier.order
    if order is None:
        return no_order()
    block = order.signature.block
    behalf = on_behalf(dossier, order) if hovj_acts(order) else None
    shown = passages([behalf, block, order.decider_passage])
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
    if order.signature.role is None and block is None or (behalf is not None and "hovj" not in (order.decider, order.signature.role)):
        return Outcome("onduidelijk", f"De beschikking lijkt genomen door {who}, maar de hoedanigheid van wie tekende is niet gelezen.",
                       shown or passages([opening(dossier, order)]), reason="te vaag")
    if not shown:
        return Outcome("onduidelijk", f"De beschikking lijkt genomen door {who}, maar de plaats in het stuk is niet aan te wijzen.",
                       passages([opening(dossier, order)]), reason="slecht leesbaar")
    words = " namens de burgemeester" if behalf is not None else ""
    return Outcome("voldaan", f"De beschikking is genomen door {who}{words}.", shown)


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
    return _not_by_hovj(dossier, order) or covered(dossier, order) if order else no_order()


def ondertekeningsmandaat(dossier: Dossier) -> Outcome:
    """Where the hulpofficier might only sign, the mayor decided himself and before that (Awb 10:11)."""
    order = dossier.order
    if order is None:
        return no_order()
    if other_acts(order) or not signing_only(dossier, order):
        return Outcome("nvt", "Er is geen mandaat dat alleen tot ondertekenen strekt.")
    return decided_himself(dossier, order)


def _not_by_hovj(dossier: Dossier, order: Decision) -> Outcome | None:
    """The answer where no hulpofficier acted, or where it is unknown who did; None where one did."""
    if hovj_acts(order):
        return None
    if other_acts(order):
        role = ROLES[order.decider]
        rest = "; dat gebrek staat bij de besluitnemer" if order.decider == "anders" else " zelf"
        return Outcome("nvt", f"Er besliste {role}{rest}. De eis geldt alleen als een hulpofficier namens de burgemeester beslist.")
    return Outcome("onduidelijk", "Niet blijkt wie besliste, en daarom ook niet of een hulpofficier namens de burgemeester optrad.",
                   passages([order.signature.block, order.decider_passage, opening(dossier, order)]), reason="te vaag")


def hovj_betrokken(dossier: Dossier) -> Outcome:
    """The hulpofficier who decided heard, visited or filled in the RiHG himself."""
    order = dossier.order
    if order is None:
        return no_order()
    if (outside := _not_by_hovj(dossier, order)) is not None:
        return outside
    who = order.signature.name or "de hulpofficier"
    own = weigh(dossier, "hovj_zelf_betrokken", "hovj")
    form = _own_form(dossier, order)
    if form and not own.denied:
        return Outcome("voldaan", f"{who} tekende ook het RiHG.", passages([*form, *said_in(own.yes)]), passages(said_in(own.no)))
    record = passages(drawn_up_by(p, order.signature.name) for p in dossier.of_kind("pv_horen", "pv_bevindingen") if order.signature.name)
    if record and not own.denied:
        return Outcome("voldaan", f"{who} maakte zelf het proces-verbaal van het horen of van de bevindingen op.",
                       passages([*record, *said_in(own.yes)]), passages(said_in(own.no)))
    if own.asserted:
        return Outcome("voldaan", f"Uit {papers_nl(s.kind for s in own.yes[:3])} blijkt dat {who} zelf bij de beoordeling betrokken was.",
                       passages(said_in(own.yes)), passages(said_in(own.no)))
    if own.conflict:
        return Outcome("onduidelijk", f"De stukken spreken elkaar tegen over de eigen betrokkenheid van {who}.",
                       passages(said_in((own.yes[0], own.no[0]))), passages(said_in(own.no)), reason="tegenstrijdig")
    if order.signature.name is None and not own.denied and dossier.of_kind(*_ASSESSING):
        return Outcome("onduidelijk", "Wie de beschikking tekende is niet gelezen, zodat niet blijkt of diezelfde hulpofficier bij de"
                       " beoordeling betrokken was.", passages([on_behalf(dossier, order), opening(dossier, order)]), reason="slecht leesbaar")
    signer = dossier.rihg.signature if dossier.rihg else None
    other = f" Het RiHG is getekend door {signer.name}." if signer and signer.name and not form else ""
    if own.denied or dossier.of_kind(*_ASSESSING):
        return Outcome("niet_voldaan", f"{sentence_nl(who)} tekende de beschikking zonder dat uit de stukken eigen bemoeienis blijkt.{other}",
                       passages([*said_in(own.no), signer.block if signer else None, order.signature.block]),
                       remedy="De hulpofficier kan op de zitting of in een aanvullend proces-verbaal verklaren wat hij zelf heeft gedaan.")
    return Outcome("niet_te_beoordelen", "Behalve de beschikking zit er geen stuk over de beoordeling in het dossier; de beschikking zegt"
                   f" niets over wat {who} zelf deed.", remedy="Vraag het RiHG en de processen-verbaal op.")


def _own_form(dossier: Dossier, order: Decision) -> tuple[Passage, ...]:
    """The signature under the RiHG when it is that of the signer of the decision."""
    rihg, name = dossier.rihg, order.signature.name
    if rihg is None or name is None or not rihg.signature.signed or not rihg.signature.name:
        return ()
    return passages([rihg.signature.block]) if same_person(rihg.signature.name, name) else ()


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


def melding_burgemeester(dossier: Dossier) -> Outcome:
    """The mayor was told of the ban on the same or the next day (Wth 3 lid 2)."""
    order = dossier.order
    if order is None:
        return no_order()
    if (outside := _not_by_hovj(dossier, order)) is not None:
        return outside
    if signing_only(dossier, order) and decided_himself(dossier, order).verdict == "voldaan":
        return Outcome("nvt", "De burgemeester besliste zelf; een melding aan hem is dan niet aan de orde.")
    when = decided_on(dossier, order)
    said = weigh(dossier, "burgemeester_ingelicht")
    told = Weighed(*(tuple(s for s in side if _names_mayor(s)) for side in (said.yes, said.no)))
    day = day_of(when) if when else None
    acted = _mayor_acted(dossier, day)
    if acted:
        return Outcome("voldaan", "De burgemeester nam zelf op de dag van het besluit of de dag erna een besluit over dit huisverbod.", acted)
    if told.silent:
        return _nothing_told(dossier)
    return _told(dossier, told, day)


def _mayor_acted(dossier: Dossier, day: date | None) -> tuple[Passage, ...]:
    """An act of the mayor himself on this ban on the day of the decision or the next."""
    later = [*dossier.extensions, *([dossier.withdrawal] if dossier.withdrawal else [])]
    return passages(
        p for d in later if d.decider in MAYORS and d.decided and day and 0 <= (day_of(d.decided.value) - day).days <= 1
        for p in (*d.decided.passages, d.decider_passage)
    )


def _nothing_told(dossier: Dossier) -> Outcome:
    """No paper tells whether the mayor was told: perhaps it tells of talk before, or of a message to the municipality."""
    named = list(mentions(dossier.papers, "melding_burgemeester", _TELLING))
    message = [m for m in named if m.stated]
    if message:
        return Outcome("voldaan", f"Volgens {papers_nl(m.kind for m in message[:1])} is het huisverbod aan de burgemeester gemeld.",
                       passages(m.passage for m in message))
    repair = "De gemeente kan op de zitting laten weten of en wanneer de burgemeester is ingelicht."
    if named:
        return Outcome("onduidelijk", "Een stuk spreekt van een melding aan de burgemeester, maar niet als iets dat is gebeurd.",
                       passages(m.passage for m in named), remedy=repair, reason="te vaag")
    talk = passages(m.passage for m in mentions(dossier.papers, "overleg_burgemeester", _TELLING) if not m.denied)
    if talk:
        return Outcome("onduidelijk", "Er is contact met de burgemeester vastgelegd, maar niet dat hij van het opgelegde huisverbod hoorde.",
                       talk, remedy=repair, reason="te vaag")
    office = passages(m.passage for m in mentions(dossier.papers, "melding_gemeente", _TELLING) if not m.denied)
    if office:
        return Outcome("onduidelijk", "Er is een bericht aan de gemeente vastgelegd, maar niet dat dit de burgemeester bereikte.",
                       office, remedy=repair, reason="te vaag")
    return Outcome("niet_te_beoordelen", "Geen stuk zegt of de burgemeester van het opgelegde huisverbod op de hoogte is gesteld.",
                   remedy=repair)


def _told(dossier: Dossier, told: Weighed, day: date | None) -> Outcome:
    """The verdict where papers say that the mayor was told, or that he was not."""
    timely = [s for s in told.yes if _lag(s, day) in (0, 1)]
    undated = [s for s in told.yes if _lag(s, day) is None and names("melding_burgemeester", s.unit.text)]
    late = [s for s in (*told.yes, *told.no) if (_lag(s, day) or 0) > 1]
    if timely or (undated and not told.no and not late):
        first = (timely or undated)[0]
        return Outcome("voldaan", f"Volgens {papers_nl([first.kind])} is de burgemeester van het huisverbod op de hoogte gesteld"
                       f"{'' if timely else ' (zonder genoemd moment)'}.", passages(said_in([*timely, *undated])), passages(said_in(told.no)))
    if late and not undated:
        return Outcome("niet_voldaan", f"Volgens {papers_nl([late[0].kind])} is de burgemeester pas ingelicht na de dag die op het besluit"
                       f" van {moment_nl(day) if day else 'onbekende datum'} volgde.", passages(said_in(late)))
    if told.no and not told.yes and not _only_same_day(dossier, told.no, day):
        return Outcome("niet_voldaan", f"Volgens {papers_nl([told.no[0].kind])} is de burgemeester niet op de hoogte gesteld.",
                       passages(said_in(told.no)))
    if told.no and not told.yes:
        words = "Op de dag van het besluit was nog niet gemeld, en geen later stuk zegt of het alsnog is gebeurd."
    elif told.no:
        words = "De stukken spreken elkaar tegen over de vraag of de burgemeester is ingelicht."
    else:
        words = "Wat over contact met de burgemeester is vastgelegd, is van voor het besluit of niet met zekerheid van erna."
    return Outcome("onduidelijk", words, passages(said_in([*told.yes[:2], *told.no])), passages(said_in(told.no)),
                   reason="tegenstrijdig" if told.yes and told.no else "te vaag")


def _names_mayor(statement: Statement) -> bool:
    """Whether the words, or the heading or label over them, name the mayor: without him it may be anybody who was told."""
    unit = statement.unit
    return names("burgemeester", f"{unit.heading} {unit.label} {unit.text}") is not None


def _lag(statement: Statement, day: date | None) -> int | None:
    """Days from the decision to the moment told, the nearest not before it where several are named; None where no day is known."""
    days = [(m.day - day).days for m in statement.moments if m.day is not None and day is not None]
    return min((lag for lag in days if lag >= 0), default=max(days, default=None))


def _only_same_day(dossier: Dossier, denials: tuple[Statement, ...], day: date | None) -> bool:
    """Whether every denial says 'not yet' in a paper closed on the day of the decision, which leaves a later message open."""
    return all(day is not None and dossier.papers[s.paper].dated == day and names("nog_niet", s.unit.text) is not None for s in denials)


CHECKS: Mapping[str, Check] = {
    "bevoegdheid.besluitnemer": besluitnemer,
    "bevoegdheid.mandaat": mandaat,
    "bevoegdheid.ondertekeningsmandaat": ondertekeningsmandaat,
    "bevoegdheid.hovj_betrokken": hovj_betrokken,
    "bevoegdheid.ondertekening": ondertekening,
    "bevoegdheid.melding_burgemeester": melding_burgemeester,
}
