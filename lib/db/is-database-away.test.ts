import { expect, it } from "vitest";
import { isDatabaseAway } from "./is-database-away";

const withCode = (code: string) => Object.assign(new Error("said no"), { code });
/** As Prisma passes on what the database said. */
const ofPrisma = (code: string, below: object) =>
  Object.assign(withCode(code), { meta: { driverAdapterError: below } });

it.each([
  ["a refused connection", withCode("ECONNREFUSED")],
  ["a name that does not resolve for the moment", withCode("EAI_AGAIN")],
  ["a machine that restarts", withCode("EHOSTUNREACH")],
  ["a network that is down", withCode("ENETUNREACH")],
  ["a standby that is not the primary yet", withCode("25006")],
  ["a server that is starting", withCode("57P03")],
  ["a full disk", withCode("53100")],
  ["a connection that broke", new Error("Connection terminated unexpectedly")],
  [
    "a connection that broke between two statements",
    new Error("Client has encountered a connection error and is not queryable"),
  ],
  ["the same below another error", new Error("no rows", { cause: withCode("08006") })],
  ["Prisma without a server", withCode("P1001")],
  [
    "Prisma whose connection broke",
    ofPrisma("P2039", new Error("FATAL", { cause: { kind: "postgres", code: "57P01" } })),
  ],
])("%s: the database is away", (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

it.each([
  ["a double key", withCode("23505")],
  ["Prisma with a double key", ofPrisma("P2002", { cause: { code: "23505" } })],
  ["a defect", new TypeError("undefined is not a function")],
  ["nothing", undefined],
  ["a text", "ECONNREFUSED"],
])("%s: it is not", (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
