import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { operations } from "@/lib/api/operations";
import { openApiDocument } from "./openapi";

const document = openApiDocument();
const fileOf = (route: string) => path.join("app", route.replace(/\{(\w+)\}/g, "[$1]"), "route.ts");

describe("the OpenAPI document", () => {
  it.each(operations.map((one) => [one.id, one] as const))("describes %s", (_, operation) => {
    const paths: Record<string, Record<string, unknown>> = document.paths;
    const described = paths[operation.path]?.[operation.method.toLowerCase()];
    expect(described).toMatchObject({ operationId: operation.id, summary: operation.summary });
    expect(existsSync(fileOf(operation.path))).toBe(true);
  });

  it("leaves no route out, but sign-in and itself", () => {
    const files = readdirSync("app/api", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith("route.ts"))
      .map((file) => path.join("app/api", file));
    const known = operations.map((operation) => fileOf(operation.path));
    const left = files.filter((file) => !known.includes(file)).sort();
    expect(left).toEqual([
      path.join("app/api/auth/[...nextauth]/route.ts"),
      path.join("app/api/openapi.json/route.ts"),
    ]);
  });

  it("names every operation once", () => {
    const ids = operations.map((operation) => operation.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
