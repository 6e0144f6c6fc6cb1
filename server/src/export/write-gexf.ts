import type { AgreementFilter } from "../store/filter.ts";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, type Attribute } from "./graph-attributes.ts";
import type { ExportSource } from "./read-facts.ts";
import { walkedRelations, walkGraph } from "./walk-graph.ts";
import { xmlText } from "./xml-text.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
`;

const declared = (attributes: readonly Pick<Attribute<never>, "name" | "type">[]): string =>
  attributes.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${type}"/>\n`).join("");

function values<T>(attributes: readonly Attribute<T>[], item: T): string {
  const cells = attributes.map(({ name, read }) => {
    const value = read(item);
    return value === null ? "" : `<attvalue for="${name}" value="${xmlText(value)}"/>`;
  });
  return `<attvalues>${cells.join("")}</attvalues>`;
}

/** The matching agreements and what they name, as GEXF 1.3 for Gephi. All nodes come before the edges: two walks. */
export async function* writeGexf(source: ExportSource, filter: AgreementFilter): AsyncGenerator<string> {
  yield `${HEAD}<graph defaultedgetype="directed" mode="static">\n`;
  yield `<attributes class="node">\n${declared(NODE_ATTRIBUTES)}</attributes>\n`;
  yield `<attributes class="edge">\n${declared(EDGE_ATTRIBUTES)}</attributes>\n<nodes>\n`;
  for await (const walked of walkGraph(source, filter)) {
    const { id, name } = walked.entity.state;
    yield `<node id="${xmlText(id)}" label="${xmlText(name)}">${values(NODE_ATTRIBUTES, walked)}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  let edges = 0;
  for await (const walked of walkGraph(source, filter)) {
    for (const relation of walkedRelations(walked)) {
      const { type, from, to } = relation;
      const ends = `source="${xmlText(from)}" target="${xmlText(to)}" label="${type}"`;
      yield `<edge id="e${edges++}" ${ends}>${values(EDGE_ATTRIBUTES, relation)}</edge>\n`;
    }
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}
