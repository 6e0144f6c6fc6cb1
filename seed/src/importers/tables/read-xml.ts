import { SaxesParser, type SaxesTagPlain } from "saxes";
import { ImportError } from "../import-error.ts";
import type { Archive } from "./open-archive.ts";

/** What to do with each part of a document as it passes by; `name` is without its prefix. */
export interface XmlHandlers {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Reads an entry of an archive as XML, chunk by chunk: yields after each, so that nothing need be kept. */
export async function* passXml(archive: Archive, entry: string, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => handlers.open(localName(name), attributes));
  parser.on("closetag", ({ name }: SaxesTagPlain) => handlers.close(localName(name)));
  parser.on("text", handlers.text);
  parser.on("error", (error) => {
    throw new ImportError(
      `${archive.label}, ${entry}: got broken XML (${error.message}), expected a workbook`,
    );
  });
  const decoder = new TextDecoder();
  for await (const chunk of archive.read(entry)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Reads an entry to its end. */
export async function readXml(archive: Archive, entry: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of passXml(archive, entry, handlers));
}
