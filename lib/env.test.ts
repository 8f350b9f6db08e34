import { describe, expect, it } from "vitest";
import { parseEnv } from "./env";

const complete = {
  DATABASE_URL: "postgresql://user:pass@localhost:5432/db",
  NEXTAUTH_SECRET: "x".repeat(32),
  ENCRYPTION_KEY: Buffer.alloc(32).toString("base64"),
};

describe("parseEnv", () => {
  it("fills in what may be left out", () => {
    expect(parseEnv(complete)).toMatchObject({ PORT: 3000, HOST: "127.0.0.1" });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(parseEnv({ ...complete, KALEYRA_RCS_URL: "" }).KALEYRA_RCS_URL).toBeUndefined();
  });

  it("says what is wrong in one line for each variable, without its value", () => {
    const wrong = {
      ...complete,
      NEXTAUTH_SECRET: "short-secret",
      ENCRYPTION_KEY: undefined,
      PORT: "x",
    };
    const message = (() => {
      try {
        parseEnv(wrong);
      } catch (error) {
        return (error as Error).message;
      }
    })();
    expect(message?.split("\n").slice(1)).toEqual([
      "NEXTAUTH_SECRET: must have at least 32 characters",
      "ENCRYPTION_KEY is not set",
      "PORT: must be a number",
    ]);
    expect(message).not.toContain("short-secret");
  });
});
