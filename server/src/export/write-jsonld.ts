import type { AgreementFilter } from "../store/filter.ts";
import { JSONLD_CONTEXT } from "./jsonld-context.ts";
import { documentNode, entityNode, type JsonNode } from "./jsonld-nodes.ts";
import type { ExportSource } from "./read-facts.ts";
import { walkGraph } from "./walk-graph.ts";

/** Documents read at a time. */
const PAGE_DOCUMENTS = 100;

async function* nodes(source: ExportSource, filter: AgreementFilter): AsyncGenerator<JsonNode> {
  const documents = new Set<string>();
  for await (const walked of walkGraph(source, filter)) {
    for (const { document } of walked.entity.facts) documents.add(document.id);
    yield entityNode(walked);
  }
  const ids = [...documents].sort();
  for (let i = 0; i < ids.length; i += PAGE_DOCUMENTS) {
    const states = await source.store.documentsById(ids.slice(i, i + PAGE_DOCUMENTS), null);
    yield* states.filter((state) => state !== null).map(documentNode);
  }
}

/** The matching agreements, what they name and the documents that state it, as one JSON-LD graph. */
export async function* writeJsonld(source: ExportSource, filter: AgreementFilter): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(JSONLD_CONTEXT)},\n"@graph":[\n`;
  let isFirst = true;
  for await (const node of nodes(source, filter)) {
    yield `${isFirst ? "" : ",\n"}${JSON.stringify(node)}`;
    isFirst = false;
  }
  yield "\n]}\n";
}
