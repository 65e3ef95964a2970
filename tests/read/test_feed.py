import pytest

from kg.errors import ReadError
from kg.read.load import of_file

ITEM = "<item><title>Peru leaves</title><description>&lt;p&gt;Peru left the &lt;b&gt;pact&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Chile stayed.&lt;/p&gt;</description><pubDate>Mon, 03 Feb 2020 10:00:00 GMT</pubDate></item>"
RSS = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Danube Post</title>{}</channel></rss>'
ATOM = (
    '<?xml version="1.0"?><!-- made --><feed xmlns="http://www.w3.org/2005/Atom"><title>Danube Post</title><entry><title>Peru leaves</title>'
    '<published>2020-02-03T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Peru left the <b>pact</b>.</p>'
    "<p>Chile stayed.</p></div></content></entry></feed>"
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<channel><title>Danube Post</title></channel><item><title>Peru leaves</title><description><![CDATA[<p>Peru left the pact.<br><br>Chile stayed.</p>]]></description>"
    "<dc:date>2020-02-03</dc:date></item></rdf:RDF>"
)


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom", "a.txt", "-"])
@pytest.mark.parametrize("feed", [RSS.format(ITEM), ATOM, RDF, f"\ufeff{RSS.format(ITEM)}"])
def test_items_are_read(feed, name, words):
    found = of_file(feed.encode(), name, words)
    assert [block.span.of(found.clean) for block in found.blocks] == ["Peru leaves", "Peru left the pact.", "Chile stayed."]
    assert (found.title, found.publisher, found.published) == ("Danube Post", "Danube Post", "2020-02-03")


def test_items_of_several_days_have_no_date(words):
    found = of_file(RSS.format(ITEM + ITEM.replace("03 Feb", "04 Feb").replace("Peru", "Chile")).encode(), "a.xml", words)
    assert found.published == ""
    assert found.warnings == ("a feed with items of several days is one document without a date",)
    assert "Chile leaves" in found.clean


@pytest.mark.parametrize("encoding", ["iso-8859-1", "utf-16"])
def test_the_declared_encoding_is_believed(encoding, words):
    feed = RSS.replace("utf-8", encoding).format(ITEM.replace("Chile", "M\u00fcller"))
    assert "M\u00fcller stayed." in of_file(feed.encode(encoding), "a.xml", words).clean


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("<catalog><book>Peru</book></catalog>", r"expected a feed \(RSS or Atom\)"),
        (RSS.format(""), "expected a feed with items"),
        (
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&e;</title></channel></rss>",
            "a feed with items",
        ),
        ("no markup", r"expected a feed \(RSS or Atom\)"),
    ],
)
def test_other_xml_is_named(xml, expected, words):
    with pytest.raises(ReadError, match=expected):
        of_file(xml.encode(), "a.xml", words)


def test_a_page_in_xml_is_a_page(words):
    page = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Peru left the pact.</p></body></html>'
    assert of_file(page.encode(), "a.xml", words).clean == "Peru left the pact."
