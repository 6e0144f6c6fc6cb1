import type { AgreementFilter } from "../store/filter.ts";
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES, type Attribute } from "./graph-attributes.ts";
import type { ExportSource } from "./read-facts.ts";
import { walkedRelations, walkGraph } from "./walk-graph.ts";
import { xmlText } from "./xml-text.ts";

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

type Owner = "node" | "edge";

const key = (of: Owner, { name, type }: Pick<Attribute<never>, "name" | "type">): string =>
  `<key id="${of}_${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;

const data = (id: string, value: string): string => `<data key="${id}">${xmlText(value)}</data>`;

function dataOf<T>(of: Owner, attributes: readonly Attribute<T>[], item: T): string {
  const cells = attributes.map(({ name, read }) => {
    const value = read(item);
    return value === null ? "" : data(`${of}_${name}`, value);
  });
  return cells.join("");
}

/**
 * The matching agreements and what they name, as GraphML for Gephi, yEd, NetworkX and igraph. An edge may stand before
 * its nodes there, so that one walk is enough.
 */
export async function* writeGraphml(source: ExportSource, filter: AgreementFilter): AsyncGenerator<string> {
  yield HEAD + key("node", { name: "label", type: "string" });
  yield NODE_ATTRIBUTES.map((attribute) => key("node", attribute)).join("");
  yield EDGE_ATTRIBUTES.map((attribute) => key("edge", attribute)).join("");
  yield `<graph id="entente" edgedefault="directed">\n`;
  let edges = 0;
  for await (const walked of walkGraph(source, filter)) {
    const { id, name } = walked.entity.state;
    const attributes = data("node_label", name) + dataOf("node", NODE_ATTRIBUTES, walked);
    yield `<node id="${xmlText(id)}">${attributes}</node>\n`;
    for (const relation of walkedRelations(walked)) {
      const ends = `source="${xmlText(relation.from)}" target="${xmlText(relation.to)}"`;
      yield `<edge id="e${edges++}" ${ends}>${dataOf("edge", EDGE_ATTRIBUTES, relation)}</edge>\n`;
    }
  }
  yield "</graph>\n</graphml>\n";
}
