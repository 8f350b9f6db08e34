import { afterEach, expect, it, vi } from "vitest";
import { recallDraft, rememberDraft } from "@/components/upload/draft-memory";
import { leave } from "./leave";

/** As much of a browser's storage as is used here. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it("forgets which draft the tab has opened, also when the server can't be reached", async () => {
  const assign = vi.fn();
  vi.stubGlobal("sessionStorage", storage());
  vi.stubGlobal("window", { location: { assign } });
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  rememberDraft({ runId: "r1", audience: "f1", choices: "c1" });
  expect(recallDraft()).toMatchObject({ runId: "r1" });

  await leave();
  expect(recallDraft()).toBeNull();
  expect(assign).toHaveBeenCalledWith("/sign-in");
});
