"""Whatever a document holds, its graph can be written in every notation."""

from lxml import etree

from kg.pipeline import load, save
from tests.read.files_made import pdf, word

ONE, TWO = "Norway sanctions Chad.", "Chad sanctions Peru."


def test_a_pdf_of_several_pages_and_files_with_odd_characters_are_rdf_xml(desk):
    desk.put(
        pages=pdf([(11, ONE)], [(11, TWO)], [(11, "Nobody else did.")]),
        feed=f"{ONE} It was the first page.\f{TWO} It was the second.\r\n",
        tab=f"{ONE}\x0b{TWO} Nobody else did.{' It was so.' * 9}\x1b",
        page=b"<html><head><title>Sanctions\x01 &#7; &#xFFFE;</title></head><body><p>Norway sanctions Chad. It is so.</p></body></html>",
        bom=f"{ONE}\ufffe\uffff It was so.",
        word=word(("Normal", f"{TWO} So it was.")),
    )
    (desk.inputs / "a\x01b.txt").write_text(f"{ONE} It was so, again.", "utf-8")
    assert desk.build().skipped == ()
    graph = load(desk.output)
    for name in ("graph.rdf", "graph.graphml", "graph.gexf"):
        (path,) = save(graph, desk.output / name)
        etree.parse(path)
    texts = {found.text for found in etree.parse(desk.output / "graph.rdf").iter("{https://w3id.org/kg-affairs/ns#}text")}
    assert len(texts) == 7
    assert f"{ONE} It was the first page.\n{TWO} It was the second.\r\n" in texts
