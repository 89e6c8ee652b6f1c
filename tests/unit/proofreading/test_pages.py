import pytest

from tests.proofreading.pages import Paragraph, paragraphs, site_paragraphs


@pytest.fixture
def read(tmp_path):
    """The paragraphs of a page whose article is `html`."""
    def found(html, name="choisir/x/index.html"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><body><nav><p>Menu.</p></nav><article>{html}</article><footer><p>Pied.</p></footer></body></html>", encoding="utf-8")
        return list(paragraphs(tmp_path, file))

    return found


def texts(found):
    return [paragraph.text for paragraph in found]


def test_prose_is_that_of_the_article_alone(read):
    assert read("<p>Un.</p>") == [Paragraph("choisir/x/index.html", "Un.", True)]


def test_page_without_an_article_has_no_prose(tmp_path):
    (tmp_path / "404.html").write_text("<p>Rien.</p>", encoding="utf-8")
    assert list(paragraphs(tmp_path, tmp_path / "404.html")) == []


@pytest.mark.parametrize("html", [
    "<script>doit</script>", "<pre>doit</pre>", "<p><cite>doit</cite></p>", "<p lang='en'>doit</p>", "<p><span class='ci-dots'>doit</span></p>", "<svg><text>doit</text></svg>", "<p hidden>doit</p>", "<p><span aria-hidden='true'>doit</span></p>",
    "<p class='ci-meta'>doit</p>", "<div class='ci-on-paper'><p>doit</p></div>", "<p class='ci-grounds ci-related'>Doit · Peut</p>", "<p data-rule-links>doit</p>", "<p> \n </p>", "<div>doit</div>",
])
def test_code_drawings_and_what_is_hidden_are_no_prose(read, html):
    assert texts(read(html)) == []


@pytest.mark.parametrize("html, text", [
    ("<p>Voir <a href='x'>le <em>guide</em></a>, ici.</p>", "Voir le guide, ici."), ("<p>Un\n   mot\t.</p>", "Un mot ."), ("<p>60\u202f000\u00a0€.</p>", "60\u202f000\u00a0€."),
    ("<td>Une cellule</td>", "Une cellule"), ("<figcaption>Une légende.</figcaption>", "Une légende."), ("<summary>Un pli</summary>", "Un pli"),
])
def test_words_are_read_as_a_reader_sees_them(read, html, text):
    assert texts(read(html)) == [text]


@pytest.mark.parametrize("html, text", [
    ("<p>Écrivez <code>{{ x }}</code> ici.</p>", "Écrivez ceci ici."), ("<p>Voir <a class='ci-ref ci-ref--law'>art. R. 2122-8 CCP</a>.</p>", "Voir texte."),
    ("<p>Sous 3 € <span class='ci-status'>à vérifier</span>.</p>", "Sous 3 €."), ("<p><em>Un</em><span class='ci-status'>calculé</span></p>", "Un"), ("<p lang='fr'>Un.</p>", "Un."),
    ("<p>Un<br>deux.</p>", "Un deux."),
])
def test_what_is_no_sentence_leaves_a_word_or_nothing_in_its_place(read, html, text):
    """A checker of grammar would be lost."""
    assert texts(read(html)) == [text]


@pytest.mark.parametrize("html, found", [
    ("<td>Un<small>Deux.</small></td>", ["Un", "Deux."]), ("<ul><li>Un.<ul><li>Deux.</li></ul></li></ul>", ["Un.", "Deux."]), ("<li><p>Un.</p><p>Deux.</p></li>", ["Un.", "Deux."]), ("<blockquote><p>Un.</p></blockquote>", ["Un."]),
    ("<li>Un :<ul><li>Deux.</li></ul>Trois.</li>", ["Un : Trois.", "Deux."]),
])
def test_paragraph_within_another_is_read_once(read, html, found):
    assert texts(read(html)) == found


def test_card_of_a_term_is_not_read_in_the_middle_of_its_sentence(read):
    html = "<p>Avant de <button>sourcer</button><span class='ci-term__card'>Se renseigner. <a>Au glossaire</a></span>, lisez.</p>"
    assert texts(read(html)) == ["Avant de sourcer, lisez."]


@pytest.mark.parametrize("html, prose", [
    ("<p>Un mot.</p>", True), ("<li>Vraiment ?</li>", True), ("<dd>Quel élan !</dd>", True), ("<p>Et puis…</p>", True), ("<p>Un mot</p>", False), ("<p>Trois choses :</p>", False),
    ("<h2>Un titre.</h2>", False), ("<td>Une cellule.</td>", False),
])
def test_readability_is_measured_on_whole_sentences(read, html, prose):
    assert [paragraph.is_prose for paragraph in read(html)] == [prose]


def test_pages_of_a_site_come_in_the_order_of_their_addresses(read, tmp_path):
    read("<p>Deux.</p>", "b/index.html")
    read("<p>Un.</p>", "a/index.html")
    assert [(paragraph.page, paragraph.text) for paragraph in site_paragraphs(tmp_path)] == [("a/index.html", "Un."), ("b/index.html", "Deux.")]
