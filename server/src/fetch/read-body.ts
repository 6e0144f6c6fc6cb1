import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Why a body was not read to its end. */
export type BodyFault = "too-large" | "unknown-encoding";

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Content codings that a request may ask for. */
export const ACCEPTED_ENCODINGS = "gzip, deflate, br";

/**
 * The decoded body, or why there is none. Counts decoded bytes, so that a few packed kilobytes cannot fill the memory,
 * and stops reading where they pass the limit. Rejects where the connection or the packing breaks.
 */
export async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer | BodyFault> {
  if (Number(answer.headers["content-length"] ?? 0) > maxBytes) return "too-large";
  const encoding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const decoder = encoding === "identity" || encoding === "" ? null : DECODERS[encoding]?.();
  if (decoder === undefined) return "unknown-encoding";
  if (decoder) answer.on("error", (error) => decoder.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of decoder ? answer.pipe(decoder) : answer) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBytes) return "too-large";
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
