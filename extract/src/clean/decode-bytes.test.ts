import { expect, test } from "vitest";
import { decodeBytes } from "./decode-bytes.ts";

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
  );
/** "Договор" in windows-1251, "协议" in gb18030, "協定" in shift_jis. */
const RUSSIAN = [0xc4, 0xee, 0xe3, 0xee, 0xe2, 0xee, 0xf0];
const CHINESE = [0xd0, 0xad, 0xd2, 0xe9];
const JAPANESE = [0x8b, 0xa6, 0x92, 0xe8];

test("a byte order mark decides, whatever is declared", () => {
  expect(decodeBytes(Buffer.from("\uFEFFÉvian", "utf8"), "windows-1251")).toBe("Évian");
  expect(decodeBytes(Buffer.from("\uFEFFÉvian", "utf16le"), "utf-8")).toBe("Évian");
  expect(decodeBytes(bytes([0xfe, 0xff, 0x00, 0xc9, 0x00, 0x76]))).toBe("Év");
});

test("the HTTP header's charset is used, and comes before the page's own", () => {
  expect(decodeBytes(bytes(RUSSIAN), "windows-1251")).toBe("Договор");
  expect(decodeBytes(bytes(CHINESE), "GB2312")).toBe("协议");
  expect(decodeBytes(bytes(JAPANESE), "Shift_JIS")).toBe("協定");
  expect(decodeBytes(bytes('<meta charset="windows-1252">', RUSSIAN), "windows-1251")).toContain("Договор");
  expect(decodeBytes(Buffer.from("Évian", "utf16le"), "utf-16le")).toBe("Évian");
});

test("a page's or feed's own declaration is used, in each of its three forms", () => {
  const forms = [
    '<html><head><meta charset="windows-1251"></head>',
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
    '<?xml version="1.0" encoding="windows-1251"?>',
  ];
  for (const form of forms) expect(decodeBytes(bytes(form, RUSSIAN))).toBe(`${form}Договор`);
});

test("valid UTF-8 is UTF-8, though the page or the server say otherwise", () => {
  const page = Buffer.from('<meta charset="iso-8859-1">Évian, Ürümqi', "utf8");
  expect(decodeBytes(page, "windows-1252")).toContain("Évian, Ürümqi");
});

test("text that is declared UTF-8 and is not, or declares nothing known, is guessed from its letters", () => {
  const latin = bytes(
    "Le Pr\xe9sident a sign\xe9 \xe0 \xc9vian l'accord de coop\xe9ration d\xe9j\xe0 n\xe9goci\xe9.",
  );
  for (const declared of ["utf-8", "x-no-such-charset", undefined]) {
    expect(decodeBytes(latin, declared)).toContain("Président a signé à Évian");
  }
  const cyrillic = "Договор о сотрудничестве между двумя странами подписан в столице";
  const table = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
  const encoded = [...cyrillic].map((letter) => {
    const at = table.indexOf(letter.toLowerCase());
    return at < 0 ? letter.charCodeAt(0) : (letter === letter.toLowerCase() ? 0xe0 : 0xc0) + at;
  });
  expect(decodeBytes(bytes(encoded))).toBe(cyrillic);
});

test("the quotation marks and euro sign of windows-1252 survive a declared latin1", () => {
  expect(decodeBytes(bytes("\x80730m \x93loan\x94 \x96 signed"), "iso-8859-1")).toBe("€730m “loan” – signed");
});

test("binary data is refused", () => {
  expect(() => decodeBytes(bytes([0x50, 0x4b, 0x03, 0x00, 0xff]))).toThrow("got binary data, expected text");
});
