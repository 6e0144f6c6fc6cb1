import { createHash } from "node:crypto";

export interface CachedResponse {
  readonly body: string;
  /** Strong: the body's own hash. */
  readonly etag: string;
}

/** All bodies together, in characters. */
const MAX_SIZE = 64_000_000;
/** One larger than this is not kept. */
const MAX_BODY = 2_000_000;

const hash = (text: string): string => createHash("sha256").update(text).digest("base64url");

export const etagOf = (body: string): string => `"${hash(body).slice(0, 27)}"`;

/** Answers of the newest data versions, the least recently used ones dropped first. */
export class ResponseCache {
  readonly #kept = new Map<string, CachedResponse>();
  #size = 0;

  /** Key of an answer: what was asked, with what, as whom, of which data version. */
  static key(parts: readonly unknown[]): string {
    return hash(JSON.stringify(parts));
  }

  get(key: string): CachedResponse | null {
    const found = this.#kept.get(key);
    if (!found) return null;
    this.#kept.delete(key);
    this.#kept.set(key, found);
    return found;
  }

  set(key: string, response: CachedResponse): void {
    if (response.body.length > MAX_BODY) return;
    this.#drop(key);
    this.#kept.set(key, response);
    this.#size += response.body.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MAX_SIZE) break;
      this.#drop(oldest);
    }
  }

  /** Answers of an older data version are never asked for again. */
  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.body.length ?? 0;
    this.#kept.delete(key);
  }
}
