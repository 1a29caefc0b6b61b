"""A planner's spreadsheet (.xlsx, .csv) read under a mapping (:mod:`~kengesh.corridors.exchange.mapping`).

Done: several sheets; a head in any row; columns by their names; figures as numbers with basis, source and day, constant or by
row; words translated; numbers kept as text, with a decimal comma and spaces between thousands; dates of Excel as days; cells
merged downwards (each row has their value) or across (it is their first column's); blank rows; the stored results of formulas;
refusing what is no workbook, is under a password, or unpacks to unreasonably much, with a sentence that says what to do; every
mistake at once, by sheet, row and column.

Partly done: a formula whose result was never stored is told of, and not computed; a date keeps its day and loses its hour.

Not done: writing workbooks; .xls, .xlsb, .ods (save them as .xlsx); hidden rows and filters (hidden rows are read); comments, colours,
crossed-out text; charts' sheets; names of ranges.
"""

from kengesh.corridors.exchange.spreadsheet.reading import read_spreadsheet

__all__ = ["read_spreadsheet"]
