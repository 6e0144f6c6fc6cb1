import { expect, test } from "vitest";
import { readPdf } from "./read-pdf.ts";

const LIMIT = { maxLength: 10_000 };
const ENCRYPT = `/ID [<${"00".repeat(16)}> <${"00".repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> >>`;

/** A PDF by hand: one page of lines for each list, 14 points apart, "" for a blank line. */
function writePdf(pages: readonly (readonly string[])[], { title = "", trailer = "" } = {}): Buffer {
  const kids = pages.map((_, i) => `${5 + 2 * i} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Title (${title}) >>`,
    ...pages.flatMap((lines, i) => {
      const shown = lines.map((line) => `(${line}) Tj 0 -14 Td`).join("\n");
      const stream = `BT /F1 12 Tf 72 720 Td\n${shown}\nET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * i} 0 R >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF`;
  return Buffer.from(file + table + end, "latin1");
}

const PAGE = [
  "Kenya and Japan signed a loan agree-",
  "ment on Tuesday in Nairobi.",
  "",
  "Tokyo will lend 300 million",
  "dollars.",
];

test("lines are joined to paragraphs, broken words mended, and the title is read", async () => {
  expect(await readPdf(writePdf([PAGE], { title: "A loan for a port" }), LIMIT)).toEqual({
    title: "A loan for a port",
    text: "Kenya and Japan signed a loan agreement on Tuesday in Nairobi.\n\nTokyo will lend 300 million dollars.",
  });
});

test("a sentence goes on over the page, and page numbers are left out", async () => {
  const pages = [
    ["Kenya and Japan signed a loan", "2"],
    ["3", "agreement on Tuesday.", "", "1. Tokyo lends.", "2. Nairobi builds."],
  ];
  expect((await readPdf(writePdf(pages), LIMIT)).text).toBe(
    "Kenya and Japan signed a loan agreement on Tuesday.\n\n1. Tokyo lends.\n\n2. Nairobi builds.",
  );
});

test("a title that a word processor gave is left out", async () => {
  const article = await readPdf(writePdf([PAGE], { title: "Microsoft Word - final2.docx" }), LIMIT);
  expect(article).not.toHaveProperty("title");
});

test.each([
  ["no PDF at all", Buffer.from("%PDF-1.4 nonsense"), "got a broken PDF"],
  ["one cut off in its first objects", writePdf([PAGE]).subarray(0, 60), "got a broken PDF"],
  ["an encrypted one", writePdf([PAGE], { trailer: ENCRYPT }), "got an encrypted PDF"],
  ["one of pictures only", writePdf([[""]]), "got a PDF without text, perhaps scanned"],
])("%s is refused with its reason", async (_, bytes, message) => {
  await expect(readPdf(bytes, LIMIT)).rejects.toThrow(message);
});

test("reading stops at the page that passes the limit", async () => {
  const pages = Array.from({ length: 20 }, () => PAGE);
  await expect(readPdf(writePdf(pages), { maxLength: 250 })).rejects.toThrow(
    "got more than 250 characters by page 3, expected up to 250",
  );
});

test("a PDF whose bytes are damaged anywhere is read or refused, never more", async () => {
  const whole = writePdf([PAGE]);
  for (let at = 9; at < whole.length; at += 37) {
    const damaged = Buffer.from(whole);
    damaged.fill(0x41, at, at + 8);
    const answer = await readPdf(damaged, LIMIT).then(
      ({ text }) => text,
      (error: unknown) => String(error),
    );
    expect(answer).toMatch(/\S/u);
    expect(answer).not.toMatch(/TypeError|\n\s+at /u);
  }
});
