import type { GraphPart } from "../state/scene.ts";
import type { ResultOf } from "./graphql.ts";
import type { OVERVIEW } from "./overview.ts";

/** Overview and neighborhood select the same fields. */
type Subgraph = ResultOf<typeof OVERVIEW>["overview"];

const shortNameOf = (node: { name: string; acronym?: string | null }): string => node.acronym ?? node.name;

/** The API's subgraph as the scene takes it; nodes without a name (documents, sectors) are no parties. */
export function toGraphPart(subgraph: Subgraph): GraphPart {
  return {
    ...subgraph,
    nodes: subgraph.nodes.flatMap((node) =>
      "name" in node
        ? [{ id: node.id, name: node.name, shortName: shortNameOf(node), type: node.__typename }]
        : [],
    ),
  };
}
