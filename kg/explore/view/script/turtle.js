/* Claims -> Turtle, with the IRIs and properties of the graph that they come from. */
(function (kg) {
  "use strict";

  const { data } = kg;
  const { base } = data;
  const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

  /** An IRI between angle brackets; what may not stand there is escaped. */
  const iri = (text) => `<${text.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}>`;
  const short = (text) => iri(text.includes(":") ? text : base + text);
  const words = (text, language) => `${JSON.stringify(text).replace(/[\u007f-\u009f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`)}${language ? "@en" : ""}`;
  const entity = (id) => short(data.entities.iri[id]);

  function described(numbers) {
    const lines = new Set();
    for (const number of numbers) {
      const { subject, object, issues, relation } = kg.claim(number);
      for (const id of [subject, object, ...issues]) {
        lines.add(`${entity(id)} a kg:${kg.kind(id)} ; ${kg.isIssue(id) ? "skos:prefLabel" : "rdfs:label"} ${words(kg.name(id), true)} .`);
      }
      lines.add(`${short(relation.iri)} a kg:Relation ; skos:prefLabel ${words(relation.label, true)} ; kg:group kg:${relation.group} ; kg:sign ${relation.sign} .`);
    }
    return [...lines].sort();
  }

  function quote(number) {
    const start = data.quotes.start[number];
    const text = kg.words(number);
    const end = start + Array.from(text).length;
    const { id } = data.documents[data.quotes.document[number]];
    const node = iri(`${base}quote/${id}-${start}-${end}`);
    return { node, line: `${node} a kg:Quote ; kg:document ${iri(`${base}document/${id}`)} ; kg:start ${start} ; kg:end ${end} ; kg:exact ${words(text, true)} .` };
  }

  function stated(number) {
    const claim = kg.claim(number);
    const about = claim.issues.map((issue) => ` ;\n  kg:issue ${entity(issue)}`).join("");
    const document_ = iri(`${base}document/${data.documents[claim.document].id}`);
    return `${iri(`${base}claim/${claim.id}`)} a kg:Claim ;
  rdf:subject ${entity(claim.subject)} ; rdf:predicate ${short(claim.relation.iri)} ; rdf:object ${entity(claim.object)} ;
  kg:polarity kg:${claim.polarity} ; kg:factuality kg:${claim.factuality} ; kg:confidence ${(claim.confidence / 100).toFixed(2)} ;
  kg:evidence ${quote(claim.quote).node} ; prov:wasDerivedFrom ${document_}${about} .`;
  }

  /**
   * Claims with their ends, relations and quotes.
   * @param {number[]} numbers
   */
  kg.turtle = function (numbers) {
    const prefixes = [["kg", `${base}ns#`], ["rdf", RDF], ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"], ["skos", "http://www.w3.org/2004/02/skos/core#"], ["prov", "http://www.w3.org/ns/prov#"]];
    const quotes = new Set(numbers.map((number) => quote(data.claims.quote[number]).line));
    return [...prefixes.map(([name, value]) => `@prefix ${name}: ${iri(value)} .`), "", ...described(numbers), ...quotes, ...numbers.map(stated), ""].join("\n");
  };
})((window.kg = window.kg || {}));
