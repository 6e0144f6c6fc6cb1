import { expect, test } from "vitest";
import { csvLine } from "./csv-line.ts";

test("text that a spreadsheet would run is made text, and numbers stay numbers", () => {
  for (const start of ["=", "+", "-", "@", "\t", "＝", "＠"]) {
    expect(csvLine([`${start}HYPERLINK(A1)`])).toBe(`'${start}HYPERLINK(A1)\r\n`);
  }
  expect(csvLine(["\rcmd"])).toBe(`"'\rcmd"\r\n`);
  expect(csvLine(["-12.50", "+7", -3, "1200000000.00", 0])).toBe("-12.50,+7,-3,1200000000.00,0\r\n");
  expect(csvLine(["-1+cmd|' /C calc'!A0"])).toBe("'-1+cmd|' /C calc'!A0\r\n");
});

test("commas, quotes and line breaks are quoted; nothing is an empty cell", () => {
  expect(csvLine(['a "b", c', "two\nlines", null, true, ""])).toBe('"a ""b"", c","two\nlines",,true,\r\n');
  expect(csvLine(['=A1&"x"'])).toBe(`"'=A1&""x"""\r\n`);
});
