import { findNode } from "../services/find-node.ts";
import type { Version } from "../services/read-context.ts";
import type { RequestContext } from "./context.ts";
import { claimParent, documentParent, entityParent, type NodeParent } from "./parents.ts";

/** Anything by its id, as of a version; null for an unknown id. */
export async function readNode(
  { loaders }: RequestContext,
  id: string,
  version: Version,
): Promise<NodeParent | null> {
  const found = await findNode(loaders, id, version);
  switch (found?.type) {
    case undefined:
      return null;
    case "entity":
      return entityParent(found.state, version);
    case "claim":
      return claimParent(found.claim, version);
    case "document":
      return documentParent(found.document, version);
  }
}
