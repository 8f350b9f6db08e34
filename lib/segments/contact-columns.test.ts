import { expect, it } from "vitest";
import { contactColumns } from "./contact-columns";

const namesOf = (kept: string[], withDetails = false) =>
  contactColumns(kept, withDetails).map(({ name }) => name);

it("no two columns of an export bear one name, in any case, whatever the file called them", () => {
  const kept = ["Name", "country", "Outcome", "name", "ported", "Country (file)", "country"];
  for (const withDetails of [false, true]) {
    const names = namesOf(kept, withDetails);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.slice(-kept.length)).toEqual([
      "Name",
      "country (file)",
      "Outcome (file)",
      "name (file)",
      "ported (file)",
      "Country (file) (file)",
      "country (file 2)",
    ]);
  }
});
