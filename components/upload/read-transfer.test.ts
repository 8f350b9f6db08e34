import { describe, expect, it } from "vitest";
import { pastedLines } from "./pasted-file";
import { readTransfer } from "./read-transfer";

function transfer(data: Record<string, string>, files: File[] = []) {
  const types = [...Object.keys(data), ...(files.length > 0 ? ["Files"] : [])];
  return { files, types, getData: (type: string) => data[type] ?? "" };
}
const csv = new File(["Phone\n1"], "list.csv", { type: "text/csv" });

describe("readTransfer", () => {
  it("takes a file as it is, from the disk or from a mail", () => {
    expect(readTransfer(transfer({}, [csv]))).toEqual({ kind: "file", file: csv });
  });

  it("takes the text of copied cells, not their picture", async () => {
    const picture = new File(["…"], "image.png", { type: "image/png" });
    const read = readTransfer(transfer({ "text/plain": "Phone\r\n415 555 2671\r\n" }, [picture]));
    if (read?.kind !== "file") throw new Error("no file");
    expect(read.file.name).toBe("Pasted numbers.txt");
    expect(await read.file.text()).toBe("Phone\n415 555 2671");
  });

  it.each([
    ["several files", transfer({}, [csv, csv]), "one list at a time"],
    ["a link", transfer({ "text/plain": "https://mail.example/a.csv" }), "Save the file first"],
    ["a promise of a file", { files: [], types: ["Files"], getData: () => "" }, "Save it first"],
  ])("says what to do with %s", (_, given, words) => {
    expect(readTransfer(given)).toMatchObject({
      kind: "problem",
      message: expect.stringContaining(words),
    });
  });

  it("leaves alone what holds nothing", () => {
    expect(readTransfer(transfer({}))).toBeNull();
    expect(readTransfer(transfer({ "text/plain": " \n" }))).toBeNull();
  });
});

describe("pastedLines", () => {
  it("parts several numbers in one line", () => {
    expect(pastedLines("+14155552671, (212) 555-0123;+44 20 7946 0018")).toEqual([
      "+14155552671",
      "(212) 555-0123",
      "+44 20 7946 0018",
    ]);
  });

  it("leaves the cells of several rows, and a single row of a list, as they are", () => {
    expect(pastedLines("Ann\t4155552671\nBob\t2125550123\n")).toEqual([
      "Ann\t4155552671",
      "Bob\t2125550123",
    ]);
    expect(pastedLines("Ann,4155552671")).toEqual(["Ann,4155552671"]);
  });
});
