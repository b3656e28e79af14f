"""Word and ODT files are zips of XML: opened with limits on what they unpack to, and without entities or links outside."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings


def part(data: bytes, name: str, settings: IntakeSettings) -> Element | None:
    """The root of one XML part, None when the package has no such part.

    Raises:
        Unreadable: The package is damaged, encrypted, unpacks to too much, or its XML declares entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
            if len(members) > settings.members:
                raise Unreadable("te_veel_onderdelen")
            if sum(m.file_size for m in members) > settings.unpacked_bytes:
                raise Unreadable("te_groot_uitgepakt")
            if name not in package.namelist():
                return None
            if package.getinfo(name).flag_bits & 1:
                raise Unreadable("versleuteld")
            with package.open(name) as stream:
                xml = stream.read(settings.unpacked_bytes + 1)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise Unreadable("beschadigd") from error
    if len(xml) > settings.unpacked_bytes:
        raise Unreadable("te_groot_uitgepakt")
    try:
        return fromstring(xml, forbid_dtd=True)
    except DefusedXmlException as error:
        raise Unreadable("gevaarlijk") from error
    except ParseError as error:
        raise Unreadable("beschadigd") from error
