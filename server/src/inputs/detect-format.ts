import { looksLikeFeed } from "@entente/extract";

/** How a source is written; "lines" is one record of JSON a line. */
export type Format = "text" | "html" | "pdf" | "feed" | "json" | "lines";

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".md": "text",
  ".html": "html",
  ".htm": "html",
  ".pdf": "pdf",
  ".rss": "feed",
  ".atom": "feed",
  ".xml": "feed",
  ".json": "json",
  ".jsonl": "lines",
  ".ndjson": "lines",
};

/** File name extensions that are read. */
export const READ_EXTENSIONS = Object.keys(EXTENSIONS).join(" ");

export const formatOfExtension = (extension: string): Format | undefined =>
  EXTENSIONS[extension.toLowerCase()];

export const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

/** The format of a text by how it begins, where nothing else tells. */
export function sniffFormat(text: string): Exclude<Format, "pdf"> {
  if (looksLikeFeed(text)) return "feed";
  const start = text.slice(0, 4000).trimStart();
  if (/^(?:<!doctype|<html|<\?xml|<!--|<head|<body)/iu.test(start)) return "html";
  if (!/^[{[]/u.test(start)) return "text";
  return isJson(text) ? "json" : "lines";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
