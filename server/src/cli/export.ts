import { UsageError } from "../errors.ts";
import { FORMATS, type ExportFormat } from "../export/formats.ts";
import { parseFilter } from "../export/parse-filter.ts";
import { createLoaders } from "../services/read-context.ts";
import { resolveFilter } from "../services/resolve-filter.ts";
import { expectPositionals, textOption, type Command, type Invocation } from "./command.ts";
import { withStore } from "./with-store.ts";
import { writeToFile, writeToStream } from "./write-output.ts";

export const exportCommand: Command = {
  name: "export",
  help: `Usage: entente export --format FORMAT [--filter JSON] [--out FILE]

Writes agreements, what they name, and for every fact its sources: claim, document, title, publisher, address, and the
words or the row that state it.

  --format jsonl      the whole store as lines of JSON, history, reviews and texts included; entente import jsonl
                      reads it into an empty store. With a filter: the part that the agreements found rest on.
  --format csv        a line for each fact and source (UTF-8). Text that a spreadsheet would run as a formula starts
                      with an apostrophe; numbers are left as they are.
  --format graphml    nodes and relationships, for Gephi, yEd, NetworkX or igraph
  --format gexf       the same, for Gephi
  --format jsonld     linked data, with schema.org and PROV where they have the word

  --filter JSON       the AgreementFilter of the API: '{"partiesAny": ["country:KAZ"], "statuses": ["SIGNED"]}'
  --out FILE          a new file; without it, standard output`,
  options: { format: { type: "string" }, filter: { type: "string" }, out: { type: "string" } },
  run: async (invocation, io) => {
    expectPositionals(invocation, 0, "only --format, --filter and --out");
    const write = FORMATS[readFormat(invocation)];
    const json = textOption(invocation, "filter");
    const input = json === undefined ? null : parseFilter(json);
    const file = textOption(invocation, "out");
    return await withStore(io, async (store) => {
      const { version } = await store.dataVersion();
      const filter = input && (await resolveFilter(input, { loaders: createLoaders(store), version }));
      const texts = write({ store, version }, filter);
      await (file === undefined ? writeToStream(texts, io.stdout) : writeToFile(texts, file));
      return 0;
    });
  },
};

function readFormat(invocation: Invocation): ExportFormat {
  const named = textOption(invocation, "format");
  const format = Object.keys(FORMATS).find((name) => name === named);
  if (format !== undefined) return format as ExportFormat;
  const got = named === undefined ? "nothing" : `"${named}"`;
  throw new UsageError(`--format: got ${got}, expected ${Object.keys(FORMATS).join(", ")}`);
}
