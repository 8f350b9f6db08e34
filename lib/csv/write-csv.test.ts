import { expect, it } from "vitest";
import { writeCsvRows } from "./write-csv";

it("writes RFC 4180: CRLF, and quotes only where needed", () => {
  expect(writeCsvRows([["+14155552671", 'Ann "A", Lee', "two\nlines", 7, true, null]])).toBe(
    '+14155552671,"Ann ""A"", Lee","two\nlines",7,true,\r\n',
  );
});

it("writes several rows, and nothing for none", () => {
  expect(writeCsvRows([["a"], ["b"]])).toBe("a\r\nb\r\n");
  expect(writeCsvRows([])).toBe("");
});
