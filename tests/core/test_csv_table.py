from __future__ import annotations

import pytest

from bot.core.csv_table import LARGEST_FILE, NotATable, Table, read_table

TWO_ROWS = ((1, ("name", "place")), (2, ("Siân", "Llŷn")))
TEXT = "name,place\nSiân,Llŷn\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf8_with_and_without_a_bom_and_utf16_read_the_same(encoding: str) -> None:
    assert read_table(TEXT.encode(encoding)) == Table(TWO_ROWS)


def test_utf16_of_either_byte_order_is_read() -> None:
    assert read_table(b"\xfe\xff" + TEXT.encode("utf-16-be")) == Table(TWO_ROWS)


def test_windows_text_is_read_and_said_aloud() -> None:
    table = read_table("name,place\nZoë,Café\n".encode("cp1252"))
    assert table.rows[1] == (2, ("Zoë", "Café"))
    assert "cp1252" in table.notes[0]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_taken(ending: str) -> None:
    assert read_table(TEXT.replace("\n", ending).encode()) == Table(TWO_ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(separator: str) -> None:
    assert read_table(TEXT.replace(",", separator).encode()) == Table(TWO_ROWS)


def test_a_cell_may_hold_the_separator_a_quotation_mark_and_a_line_end() -> None:
    table = read_table(b'name,place\n"Lee, ""Ann""","a\r\nb"\nBob,c\n')
    assert table.rows[1:] == ((2, ('Lee, "Ann"', "a\r\nb")), (3, ("Bob", "c")))


def test_empty_rows_are_left_out_but_counted_as_a_spreadsheet_does() -> None:
    assert read_table(b"\n name , place \n\n,,\nAnn,x\n\n").rows == ((2, ("name", "place")), (5, ("Ann", "x")))


def test_excels_own_first_line_is_passed_over() -> None:
    assert read_table(b"sep=;\r\nname;place\r\nAnn;x\r\n").rows == ((2, ("name", "place")), (3, ("Ann", "x")))


@pytest.mark.parametrize(("data", "hint"), [
    (b"", "empty"), (b"\n\n,,\n", "empty"), (b"\xef\xbb\xbf", "empty"),
    (b"PK\x03\x04rest", "workbook"), (b"\xd0\xcf\x11\xe0rest", "workbook"),
    (b"a\x00b\x00", "not a text file"), (b"\x81\x8d\xff", "letters cannot be read"),
    (b"\xff\xfea", "letters cannot be read"),
    (b"x" * (LARGEST_FILE + 1), "larger than 5 MB"),
])
def test_what_is_no_table_is_refused_with_what_to_do(data: bytes, hint: str) -> None:
    with pytest.raises(NotATable, match=hint):
        read_table(data)


@pytest.mark.parametrize("data", [b'name\nAnn\n"Bob\nCara\n', b'name\nAnn\n"Bob"by\nCara\n'])
def test_a_quotation_mark_out_of_place_names_its_row(data: bytes) -> None:
    with pytest.raises(NotATable, match="quotation mark") as caught:
        read_table(data)
    assert caught.value.row == 3
