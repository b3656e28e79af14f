"""What can go wrong with one file, and how that is told in plain Dutch."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "versleuteld": "is beveiligd met een wachtwoord. Lever het bestand zonder wachtwoord aan.",
    "beschadigd": "is beschadigd of onvolledig en kan niet worden gelezen. Vraag een nieuw exemplaar op of sla het opnieuw op.",
    "leeg": "is leeg. Controleer of het juiste bestand is aangeleverd.",
    "geen_tekst": "bevat geen leesbare tekst. Controleer of het juiste bestand is aangeleverd.",
    "soort": "is van een soort die niet kan worden gelezen. Sla het op als PDF of DOCX en lever het opnieuw aan.",
    "soort_rtf": "is een RTF-bestand; dat kan niet worden gelezen. Sla het op als PDF of DOCX en lever het opnieuw aan.",
    "soort_ole": "is een oud Office-bestand (zoals .doc of .xls); dat kan niet worden gelezen. Sla het op als PDF of DOCX en lever het "
    "opnieuw aan.",
    "soort_msg": "is een bericht dat aan een ander bericht is gehecht; dat kan niet worden gelezen. Sla het apart op en lever het opnieuw "
    "aan, met de bijlagen.",
    "soort_office": "is een rekenblad of presentatie; dat kan niet worden gelezen. Sla het op als PDF of DOCX en lever het opnieuw aan.",
    "soort_html": "is een webpagina; die kan niet worden gelezen. Sla haar op als PDF of DOCX en lever het bestand opnieuw aan.",
    "soort_beeld": "is een afbeelding van een soort die niet kan worden gelezen. Sla haar op als PDF, JPEG of PNG.",
    "te_groot": "is te groot om te openen. Splits het bestand of verklein het.",
    "te_veel_paginas": "heeft te veel pagina's. Splits het bestand in kleinere delen.",
    "te_groot_uitgepakt": "wordt bij het uitpakken veel te groot en is daarom niet geopend. Lever de stukken los aan.",
    "te_veel_onderdelen": "bevat te veel onderdelen en is daarom niet geopend. Lever de stukken in kleinere delen aan.",
    "te_diep": "zit te diep in andere bestanden (zip in zip) en is daarom niet geopend. Lever het stuk los aan.",
    "te_veel_beeldpunten": "is een afbeelding met te veel beeldpunten. Sla haar kleiner op of scan opnieuw op 300 dpi.",
    "te_veel_tekst": "bevat te veel tekst om in één keer te lezen. Splits het bestand.",
    "te_lang_bezig": "kon niet binnen de toegestane tijd worden gelezen. Splits het bestand of sla het opnieuw op als PDF.",
    "te_veel_geheugen": "vraagt te veel geheugen om te lezen. Splits het bestand of sla het opnieuw op als PDF.",
    "gevaarlijk": "bevat onderdelen die in een stuk niet thuishoren (zoals verwijzingen naar buiten) en is daarom niet geopend. Sla het "
    "opnieuw op als PDF.",
    "geweigerd": "kan niet worden geopend: het is geen gewoon bestand of er zijn geen leesrechten. Controleer de rechten.",
    "niet_gevonden": "bestaat niet. Controleer de naam en de map.",
    "storing": "kon door een onverwachte storing niet worden gelezen. Sla het opnieuw op als PDF en probeer het nog eens.",
    "tesseract": "bevat gescande pagina's, maar het programma Tesseract om die te lezen ontbreekt. Installeer het met: apt install "
    "tesseract-ocr tesseract-ocr-nld",
    "tesseract_nld": "bevat gescande pagina's, maar de Nederlandse taal van Tesseract ontbreekt. Installeer die met: apt install "
    "tesseract-ocr-nld",
    "ocr_mislukt": "bevat gescande pagina's die niet konden worden herkend. Scan die opnieuw op 300 dpi.",
    "regels_geknipt": "bevat zeer lange regels; die zijn in stukken gelezen.",
    "leeg_zip": "bevat geen bestanden. Controleer of het juiste bestand is aangeleverd.",
}


class Unreadable(Exception):
    """One file cannot be read; ``code`` is a key of :data:`MESSAGES`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def tell(file: str, code: str, pages: tuple[int, ...] = ()) -> str:
    """The message for the user about ``file``: its name, the cause and what to do; ``pages`` are named when given."""
    text = MESSAGES.get(code, MESSAGES["storing"])
    where = "" if not pages else f" (pagina {_ranges(pages)})"
    return f"'{file}'{where} {text}"


def _ranges(pages: tuple[int, ...]) -> str:
    """``(1, 2, 3, 5)`` as ``1-3, 5``."""
    runs: list[list[int]] = []
    for number in sorted(set(pages)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
