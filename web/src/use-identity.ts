import { useMemo } from "react";
import { useClient, type Client, type CombinedError } from "urql";
import { directClient } from "./api/client.ts";
import {
  MARK_NOT_SAME,
  MERGE_ENTITIES,
  UNDO_MERGE,
  UNMARK_NOT_SAME,
  type MergeResult,
} from "./api/identity.ts";
import { counted } from "./wording/labels.ts";
import { reasonOf } from "./wording/reason-of.ts";

export interface Merge {
  readonly into: string;
  readonly from: string;
  readonly reason: string;
}

/** Every act rejects with the server's reason where it was refused. */
interface Identity {
  /** What the survivor would be; nothing changes. */
  readonly preview: (merge: Omit<Merge, "reason">) => Promise<MergeResult>;
  readonly merge: (merge: Merge) => Promise<MergeResult>;
  /** Takes a merge back and tells what that did. */
  readonly undoMerge: (mergeId: string) => Promise<string>;
  readonly tellApart: (a: string, b: string, reason: string) => Promise<void>;
  readonly untell: (a: string, b: string) => Promise<string>;
}

const STALE = { additionalTypenames: ["Agreement", "Claim", "Organization", "Person", "IdentityLink"] };
const TAKEN_BACK = "Taken back in the explorer";

interface Answer<Payload> {
  readonly error?: CombinedError | undefined;
  readonly payload: Payload | undefined;
}

function checked<Payload extends { readonly errors: readonly { readonly message: string }[] }>({
  error,
  payload,
}: Answer<Payload>): Payload {
  if (error) throw new Error(reasonOf(error));
  if (!payload) throw new Error("The server sent no answer.");
  const [fault] = payload.errors;
  if (fault) throw new Error(fault.message);
  return payload;
}

function createIdentity(client: Client): Identity {
  return {
    preview: async ({ into, from }) => {
      const input = { into, from: [from], reason: "Preview", dryRun: true };
      const { data, error } = await directClient.mutation(MERGE_ENTITIES, { input }).toPromise();
      return checked({ error, payload: data?.mergeEntities });
    },
    merge: async ({ into, from, reason }) => {
      const input = { into, from: [from], reason };
      const { data, error } = await client.mutation(MERGE_ENTITIES, { input }, STALE).toPromise();
      return checked({ error, payload: data?.mergeEntities });
    },
    undoMerge: async (mergeId) => {
      const variables = { mergeId, reason: TAKEN_BACK };
      const { data, error } = await client.mutation(UNDO_MERGE, variables, STALE).toPromise();
      const { stayedWithSurvivor } = checked({ error, payload: data?.undoMerge });
      const stayed = stayedWithSurvivor.length;
      return stayed === 0
        ? "Merge undone: both are there again."
        : `Merge undone. ${counted(stayed, "claim")} that came since stayed with the survivor.`;
    },
    tellApart: async (a, b, reason) => {
      const { data, error } = await client.mutation(MARK_NOT_SAME, { a, b, reason }, STALE).toPromise();
      checked({ error, payload: data?.markNotSame });
    },
    untell: async (a, b) => {
      const variables = { a, b, reason: TAKEN_BACK };
      const { data, error } = await client.mutation(UNMARK_NOT_SAME, variables, STALE).toPromise();
      checked({ error, payload: data?.unmarkNotSame });
      return "Taken back: the two are no longer marked as not the same.";
    },
  };
}

/** Says of two entities that they are one, or are not, and takes it back. */
export function useIdentity(): Identity {
  const client = useClient();
  return useMemo(() => createIdentity(client), [client]);
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
