import { seedBriefSchema, type SeedBrief } from "./seed-brief.ts";

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n+([\s\S]*)$/;
const FIELD = /^([A-Za-z]+): (.+)$/;

function readFields(file: string, block: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const row of block.split("\n")) {
    const [, key, value] = FIELD.exec(row) ?? [];
    if (key === undefined || value === undefined) {
      throw new Error(`Brief ${file}: front matter holds "${row}", expected a line "field: value"`);
    }
    if (key in fields) throw new Error(`Brief ${file}: field ${key} is given twice, expected once`);
    fields[key] = value.trim();
  }
  return fields;
}

/**
 * Reads one brief: front matter between two lines of `---`, then the text.
 * Throws with file, field, value and what was expected; the id must be the file's name without its ending.
 */
export function readBrief(file: string, source: string): SeedBrief {
  const [, block, text] = FRONT_MATTER.exec(source.replaceAll("\r\n", "\n")) ?? [];
  if (block === undefined || text === undefined) {
    throw new Error(
      `Brief ${file}: got a file that starts "${source.slice(0, 20)}", expected front matter between lines of ---`,
    );
  }
  const fields: Record<string, string> = { ...readFields(file, block), text: text.trim() };
  const parsed = seedBriefSchema.safeParse(fields);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const field = issue.path.join(".");
      const value = field ? ` "${fields[field] ?? "nothing"}"` : "";
      return `field ${field || "(any)"}${value}: ${issue.message}`;
    });
    throw new Error(`Brief ${file}: ${faults.join("; ")}`);
  }
  if (`${parsed.data.id}.md` !== file) {
    throw new Error(
      `Brief ${file}: field id is "${parsed.data.id}", expected "${file.replace(/\.md$/, "")}"`,
    );
  }
  return parsed.data;
}
