from macros.reading.text import MAX_BYTES, read_text


def read(tmp_path, content: bytes):
    file = tmp_path / "a.md"
    file.write_bytes(content)
    return read_text(file, "docs/a.md")


def test_accents_are_read(tmp_path):
    assert read(tmp_path, "été « œuf »\n".encode()) == ("été « œuf »\n", [])


def test_byte_order_mark_of_a_windows_editor_is_dropped(tmp_path):
    assert read(tmp_path, b"\xef\xbb\xbf---\n")[0] == "---\n"


def test_windows_line_ends_become_plain_ones(tmp_path):
    assert read(tmp_path, b"a\r\nb\r\n")[0] == "a\nb\n"


def test_other_encoding_is_refused_on_the_line_of_the_first_accent(tmp_path):
    text, (problem,) = read(tmp_path, "titre\nligne\nété\n".encode("latin-1"))
    assert text is None
    assert (problem.file, problem.line) == ("docs/a.md", 3)
    assert "UTF-8" in problem.what


def test_heavy_file_is_refused(tmp_path):
    text, (problem,) = read(tmp_path, b"a" * (MAX_BYTES + 1))
    assert text is None
    assert (problem.file, problem.line) == ("docs/a.md", 0)
    assert "ko" in problem.what


def test_file_of_the_largest_size_is_read(tmp_path):
    text, problems = read(tmp_path, b"a" * MAX_BYTES)
    assert len(text) == MAX_BYTES and problems == []
