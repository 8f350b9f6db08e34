import pRetry from "p-retry";
import type { RunView } from "@/lib/api/runs";

/** A request that the server understood and refused: asking again would not help. */
class Refused extends Error {}

/** A client of the HTTP interface that does not give up when the server is away, as a page doesn't. */
export class Client {
  private readonly cookies = new Map<string, string>();
  /** How often it had to ask again. */
  retries = 0;

  constructor(private readonly url: string) {}

  async signIn(given: { email: string; password: string }): Promise<void> {
    const { csrfToken } = await this.get<{ csrfToken: string }>("/api/auth/csrf");
    await this.send("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ csrfToken, ...given, json: "true" }),
    });
  }

  get<T>(path: string): Promise<T> {
    return this.json("GET", path) as Promise<T>;
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.json("POST", path, body) as Promise<T>;
  }

  patch(path: string, body: unknown): Promise<unknown> {
    return this.json("PATCH", path, body);
  }

  /** A draft of a run for these many rows. */
  async draft(accountId: string, rows: number): Promise<string> {
    const run = { accountId, name: "Faults", fileName: "faults.csv", rows, blank: 0 };
    return (await this.post<RunView>("/api/runs", run)).id;
  }

  private async json(method: string, path: string, body?: unknown): Promise<unknown> {
    const text = await this.send(path, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return JSON.parse(text);
  }

  /** Returns the whole answer: a server that is struck down may break off in the middle of it. */
  private send(path: string, init: RequestInit): Promise<string> {
    const attempt = async () => {
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const headers = { ...init.headers, Origin: this.url, cookie };
      const signal = AbortSignal.timeout(20_000);
      const response = await fetch(this.url + path, { ...init, headers, signal });
      for (const set of response.headers.getSetCookie()) {
        const [name = "", value = ""] = set.split(";")[0]?.split(/=(.*)/s) ?? [];
        this.cookies.set(name, value);
      }
      const text = await response.text();
      if (response.ok) return text;
      const words = `${path}: ${response.status} ${text}`;
      throw response.status >= 500 ? new Error(words) : new Refused(words);
    };
    return pRetry(attempt, {
      retries: 60,
      minTimeout: 100,
      maxTimeout: 2_000,
      shouldRetry: ({ error }) => !(error instanceof Refused),
      onFailedAttempt: () => {
        this.retries += 1;
      },
    });
  }
}
