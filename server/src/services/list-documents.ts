import { foldName, type DocumentState } from "@entente/graph-schema";
import type { GraphStore } from "../store/graph-store.ts";
import { formatCursor, listKey } from "./cursor.ts";
import type { Version } from "./read-context.ts";
import { readPage, type CutPage, type PageArguments } from "./page.ts";

/** Sources whose title has every word, newest recorded first. */
export async function listDocuments(
  store: GraphStore,
  { text, version }: { readonly text: string | null; readonly version: Version },
  page: Pick<PageArguments, "first" | "after">,
): Promise<CutPage<DocumentState>> {
  const words = foldName(text ?? "")
    .split(" ")
    .filter(Boolean);
  const list = listKey(["documents", words, version]);
  const { limit, start } = readPage(list, page);
  const after = start && { recordedIn: Number(start.key), id: start.id };
  const { items, hasMore } = await store.documents({ words, version, limit, after });
  const cursorOf = (document: DocumentState | undefined): string | null =>
    document ? formatCursor(list, { missing: 0, key: String(document.recordedIn), id: document.id }) : null;
  return {
    nodes: items,
    pageInfo: {
      hasNextPage: hasMore,
      hasPreviousPage: start !== null,
      startCursor: cursorOf(items[0]),
      endCursor: cursorOf(items.at(-1)),
    },
  };
}
