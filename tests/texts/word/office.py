"""LibreOffice as an independent reader: it accepts or rejects all changes of many files in one start, and says what is left.

A macro in a profile of its own opens each file, asks LibreOffice to accept or reject all changes as a person would by the
menu, and writes the paragraphs, one a line: whether it is in a cell or a footnote, its number, its words.
"""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

_MACRO = """
Sub Views(folder As String, count As Integer)
  Dim at As Integer
  For at = 0 To count - 1
    OneView(folder & "/" & at, "accepted", ".uno:AcceptAllTrackedChanges")
    OneView(folder & "/" & at, "rejected", ".uno:RejectAllTrackedChanges")
  Next
  StarDesktop.terminate()
End Sub

Sub OneView(address As String, view As String, command As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  doc = StarDesktop.loadComponentFromURL(address & ".docx", "_blank", 0, options())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  stream = createUnoService("com.sun.star.io.TextOutputStream")
  stream.setOutputStream(files.openFileWrite(address & "." & view & ".txt"))
  stream.setEncoding("UTF-8")
  Tell(stream, doc.Text, "p")
  Dim at As Integer
  For at = 0 To doc.Footnotes.Count - 1
    Tell(stream, doc.Footnotes.getByIndex(at), "f")
  Next
  stream.closeOutput()
  doc.close(True)
End Sub

Sub Tell(stream, within, kind As String)
  pieces = within.createEnumeration()
  Do While pieces.hasMoreElements()
    piece = pieces.nextElement()
    If piece.supportsService("com.sun.star.text.TextTable") Then
      For Each cellName In piece.CellNames
        Tell(stream, piece.getCellByName(cellName), "c")
      Next
    Else
      stream.writeString(kind & "|" & piece.ListLabelString & "|" & Words(piece) & Chr(10))
    End If
  Loop
End Sub

Function Words(paragraph) As String
  found = ""
  portions = paragraph.createEnumeration()
  Do While portions.hasMoreElements()
    portion = portions.nextElement()
    If portion.TextPortionType = "Text" Or portion.TextPortionType = "TextField" Then found = found & portion.String
    If portion.TextPortionType = "Footnote" Then found = found & "*"
  Loop
  Words = found
End Function
"""
_XBA = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}</script:module>
"""
_XLB = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Module1"/></library:library>
"""
_XLC = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>
"""
Lines = list[str]


def views(soffice: str, files: Sequence[bytes], folder: Path) -> list[tuple[Lines, Lines]]:
    """Return the accepted and the rejected view of each file, as LibreOffice has them."""
    started = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    # The first start fills the profile with macros of its own, over those that are there.
    subprocess.run([*started, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    basic = folder / "profile" / "user" / "basic"
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    escaped = _MACRO.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    (basic / "Standard" / "Module1.xba").write_text(_XBA.format(escaped), encoding="utf-8")
    (basic / "Standard" / "script.xlb").write_text(_XLB, encoding="utf-8")
    (basic / "script.xlc").write_text(_XLC, encoding="utf-8")
    for number, data in enumerate(files):
        (folder / f"{number}.docx").write_bytes(data)
    macro = f"macro:///Standard.Module1.Views({folder.as_uri()},{len(files)})"
    subprocess.run([*started, macro], check=True, capture_output=True, timeout=600)
    return [
        (_lines(folder, number, "accepted"), _lines(folder, number, "rejected"))
        for number in range(len(files))
    ]


def _lines(folder: Path, number: int, view: str) -> Lines:
    return (folder / f"{number}.{view}.txt").read_text(encoding="utf-8").split("\n")[:-1]
