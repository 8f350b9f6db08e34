import type { lookup } from "node:dns";
import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { lookupBulk } from "./lookup-bulk";
import { lookupSingle } from "./lookup-single";
import { publicLookup } from "./public-lookup";
import { serve } from "./testing/serve";

const NUMBER = "+14155552671";
const key = "a-key-that-must-not-leave";

// A server in the private network. It notes whatever reaches it, down to a bare connection.
let bait: Server;
let port: number;
let seen: string[];

beforeEach(async () => {
  seen = [];
  bait = createServer((socket) => {
    seen.push("a connection");
    socket.on("data", (data) => seen.push(String(data)));
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => bait.listen(0, "127.0.0.1", resolve));
  port = z.object({ port: z.number() }).parse(bait.address()).port;
});
afterEach(() => new Promise((resolve) => bait.close(resolve)));

const connectionTo = (rcsUrl: string) => ({
  rcsUrl,
  apiUrl: rcsUrl,
  sid: "SID1",
  apiKey: key,
  // Should it get through after all, nobody answers.
  deadlineMs: 1_000,
});
const refused = { ok: false, failure: { kind: "network", message: "ENOTPUBLIC" } };

describe("a host that is not on the public internet, and not the operator's", () => {
  test.each([
    ["an address of loopback", "http://127.0.0.1:PORT"],
    ["over https", "https://127.0.0.1:PORT"],
    ["in hex", "http://0x7f000001:PORT"],
    ["as one number", "http://2130706433:PORT"],
    ["mapped into IPv6", "http://[::ffff:127.0.0.1]:PORT"],
    ["a name that resolves to loopback", "http://localhost:PORT"],
    ["such a name over https", "https://localhost:PORT"],
    ["with userinfo", "http://user:pass@localhost:PORT"],
  ])("%s: nothing reaches it, and nothing was billed", async (_what, url) => {
    const connection = connectionTo(url.replace("PORT", String(port)));
    expect(await lookupSingle(connection, NUMBER)).toEqual(refused);
    expect(await lookupBulk(connection, [NUMBER])).toEqual(refused);
    expect(seen).toEqual([]);
  });

  test("the operator's own URL excuses itself alone, not what begins like it", async () => {
    const base = `http://127.0.0.1:${port}`;
    const connection = {
      ...connectionTo(base),
      operatorUrls: [base.slice(0, -1), `${base}/proxy`],
    };
    expect(await lookupSingle(connection, NUMBER)).toEqual(refused);
    expect(seen).toEqual([]);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])("%i is not followed with the key", async (status) => {
    const server = await serve((_request, response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${port}/stolen` });
      response.end();
    });
    for (const call of [
      lookupSingle(server.connection, NUMBER),
      lookupBulk(server.connection, [NUMBER]),
    ]) {
      expect(await call).toMatchObject({
        failure: { kind: "refused_request", httpStatus: status },
      });
    }
    await server.close();
    expect(seen).toEqual([]);
  });
});

/** A resolver whose answers change from one lookup to the next. */
function resolver(...answers: string[][]): typeof lookup {
  const answer = (_host: string, _options: object, done: (...given: unknown[]) => void) => {
    const addresses = answers.shift() ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return answer as never;
}

describe("the lookup of a connection", () => {
  const resolved = (resolve: typeof lookup, all: boolean) =>
    new Promise((done) => {
      publicLookup(resolve)("api.kaleyra.io", { all }, (error, address) =>
        done(error?.code ?? address),
      );
    });

  test("gives what it checked itself, so a name that rebinds is refused when it is used", async () => {
    const rebinding = resolver(["8.8.8.8"], ["127.0.0.1"]);
    expect(await resolved(rebinding, false)).toBe("8.8.8.8");
    expect(await resolved(rebinding, false)).toBe("ENOTPUBLIC");
  });

  test("refuses a name of which one address is private", async () => {
    expect(await resolved(resolver(["8.8.8.8", "10.0.0.1"]), true)).toBe("ENOTPUBLIC");
    expect(await resolved(resolver(["8.8.8.8", "fd00::1"]), false)).toBe("ENOTPUBLIC");
  });

  test("gives all addresses to who tries them in turn", async () => {
    expect(await resolved(resolver(["8.8.8.8", "2606:4700::1111"]), true)).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ]);
  });
});
