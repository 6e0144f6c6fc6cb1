import { SaxesParser } from "saxes";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Text directly inside. */
  text: string;
  readonly children: Element[];
}

/** Parses XML strictly; throws at whatever is not well-formed. */
export function parseXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return root;
}

/** All elements of a name below one, in document order. */
export const elements = (of: Element, name: string): Element[] =>
  of.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)]);

/** Parses CSV by RFC 4180: rows by the names of the first line. */
export function parseCsv(csv: string): Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(csv); match; match = cell.exec(csv)) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") rows.push([]);
    if (cell.lastIndex === csv.length) break;
  }
  if (cell.lastIndex !== csv.length) throw new Error("csv: got something after the last cell that is none");
  const [names = [], ...lines] = rows.slice(0, -1);
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new Error(`csv: got ${cells.length} cells in a line`);
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""]));
  });
}
