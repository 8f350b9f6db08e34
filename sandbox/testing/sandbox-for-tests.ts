import { afterAll, beforeEach } from "vitest";
import type { Connection } from "@/lib/kaleyra/connection";
import { type Sandbox, type SandboxOptions, startSandbox } from "../server";

/** A sandbox that lasts as long as a test file, and what its tests need to call it. */
export interface SandboxForTests {
  sandbox: Sandbox;
  connection: Connection;
  /** A call that the client would not make, with the right key. */
  raw: (method: string, path: string, body?: string) => Promise<RawAnswer>;
}

interface RawAnswer {
  status: number;
  headers: Headers;
  /** What JSON.parse gives: tests compare it whole. */
  body: ReturnType<typeof JSON.parse>;
}

/** Starts a sandbox without latency. Each test of the file finds its settings as at the start. */
export async function sandboxForTests(
  options: Omit<SandboxOptions, "port"> = {},
): Promise<SandboxForTests> {
  const sandbox = await startSandbox({
    ...options,
    settings: { latencyMs: 0, ...options.settings },
  });
  const { url } = sandbox;
  beforeEach(() => {
    sandbox.configure({});
    sandbox.clearLog();
  });
  afterAll(() => sandbox.stop());
  const raw = async (method: string, path: string, body?: string) => {
    const headers = { "api-key": "sandbox-key" };
    const response = await fetch(url + path, { method, headers, body: body ?? null });
    return {
      status: response.status,
      headers: response.headers,
      body: JSON.parse(await response.text()),
    };
  };
  const connection = {
    rcsUrl: url,
    apiUrl: url,
    operatorUrls: [url],
    sid: "HX0000000001US",
    apiKey: "sandbox-key",
  };
  return { sandbox, connection, raw };
}

export const NUMBER = "+14155552671";

/** US numbers, each another. */
export const numbers = (count: number, first = 5_550_000) =>
  Array.from({ length: count }, (_, index) => `+1415${first + index}`);

/** How a call failed; null when it did not. */
export async function failureOf(call: Promise<{ ok: true } | { ok: false; failure: object }>) {
  const result = await call;
  return result.ok ? null : result.failure;
}
