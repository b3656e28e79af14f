"""Word and ODT files are zips of XML: opened with limits on what they unpack to, and without entities or links outside."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from verifier.intake.problems import Unreadable
from verifier.intake.settings import IntakeSettings


class Package:
    """The parts of one file; what is unpacked from it counts towards one limit.

    Raises:
        Unreadable: From every method: the package is damaged, encrypted, unpacks to too much, or its XML declares entities.
    """

    def __init__(self, data: bytes, settings: IntakeSettings) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
            raise Unreadable("beschadigd") from error
        members = self._zip.infolist()
        if len(members) > settings.members:
            raise Unreadable("te_veel_onderdelen")
        if sum(member.file_size for member in members) > settings.unpacked_bytes:
            raise Unreadable("te_groot_uitgepakt")
        self._left = settings.unpacked_bytes
        self.names = tuple(dict.fromkeys(self._zip.namelist()))

    def part(self, name: str) -> Element | None:
        """The root of one XML part, None when there is no such part."""
        if name not in self.names:
            return None
        if self._zip.getinfo(name).flag_bits & 1:
            raise Unreadable("versleuteld")
        try:
            with self._zip.open(name) as stream:
                xml = stream.read(self._left + 1)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Unreadable("beschadigd") from error
        self._left -= len(xml)
        if self._left < 0:
            raise Unreadable("te_groot_uitgepakt")
        try:
            return fromstring(xml, forbid_dtd=True)
        except DefusedXmlException as error:
            raise Unreadable("gevaarlijk") from error
        except (ParseError, ValueError) as error:
            raise Unreadable("beschadigd") from error
