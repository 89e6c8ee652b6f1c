from macros.theme_corrections import CORRECTIONS, correct


def test_corrections_remove_what_they_find():
    page = "<body>" + "".join(correction.found for correction in CORRECTIONS) + "<p>texte</p></body>"

    assert correct(page) == ("<body><p>texte</p></body>", [])


def test_a_correction_without_target_is_reported():
    html, inert = correct("<body></body>")

    assert html == "<body></body>" and inert == list(CORRECTIONS)
