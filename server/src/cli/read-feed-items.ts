import { readFeed, type FeedItem } from "@entente/extract";
import { InvalidInputError } from "../errors.ts";
import { readPage } from "../inputs/read-page.ts";
import type { Io } from "./command.ts";
import { asFault, type Input, type Reading } from "./input.ts";

/** Items read of one feed; a publisher's feed has a few dozen. */
const MAX_ITEMS = 1_000;
/** Pages fetched for one feed: each may be a megabyte, and its server somebody's. */
const MAX_PAGES = 100;

interface FeedPurpose extends Reading {
  readonly label: string;
  /** Where the feed was fetched from, against which its links are resolved. */
  readonly url: string | undefined;
  readonly fetchSource: Io["fetchSource"];
}

/** An article for each item of a feed. A fault in one item leaves the others; items above the limit are one fault. */
export async function readFeedItems(source: string, purpose: FeedPurpose): Promise<Input[]> {
  const { label, follow, url } = purpose;
  const limit = follow ? MAX_PAGES : MAX_ITEMS;
  const { items, total } = await readFeed(source, { limit, ...(url !== undefined && { url }) });
  if (items.length === 0) throw new InvalidInputError("is a feed without items, expected at least one");
  const inputs: Input[] = [];
  for (const [i, item] of items.entries()) inputs.push(await readItem(item, i, purpose));
  if (total <= limit) return inputs;
  const [got, most] = [total, limit].map((count) => count.toLocaleString("en"));
  const over = new InvalidInputError(`got ${got} items, expected up to ${most}; the first ${most} were read`);
  return [...inputs, asFault(label, over)];
}

async function readItem(item: FeedItem, i: number, purpose: FeedPurpose): Promise<Input> {
  const place = `${purpose.label}[${i}]`;
  const label = item.url === undefined ? place : `${place} (${item.url})`;
  const { text, ...known } = item;
  // The feed's address, if one was given, is not that of its items.
  const { url: _, ...overrides } = purpose.overrides;
  try {
    if (purpose.follow) {
      if (item.url === undefined)
        throw new InvalidInputError("link: got none, expected the address of a page");
      const page = await readPage(await purpose.fetchSource(item.url));
      return { kind: "article", label, id: item.url, article: { ...known, ...page, ...overrides } };
    }
    if (text === "")
      throw new InvalidInputError("text: got none in the feed; --follow reads the item's page");
    return { kind: "article", label, id: item.url ?? place, article: { text, ...known, ...overrides } };
  } catch (error) {
    return asFault(label, error);
  }
}
