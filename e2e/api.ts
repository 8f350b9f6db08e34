import { type APIRequestContext, expect } from "@playwright/test";
import { own } from "./installations";

/** Where the application under test is; pages of it write with this origin. */
export const origin = new URL(own.url).origin;

/** Reads from the HTTP interface as the user of `request`. */
export async function read<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(path);
  expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true);
  return answer.json();
}

/** Writes to the HTTP interface as a page of this site does. Nothing comes back from a 204. */
export async function write<T>(
  request: APIRequestContext,
  method: "POST" | "PATCH" | "DELETE",
  path: string,
  data?: unknown,
): Promise<T> {
  // A client keeps the address of its site to itself, but its answers tell.
  const site = new URL((await request.get("/api/health")).url()).origin;
  const answer = await request.fetch(path, { method, data, headers: { Origin: site } });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return answer.status() === 204 ? (undefined as T) : answer.json();
}
