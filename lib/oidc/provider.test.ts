import { expect, it } from "vitest";
import { claimsOf } from "./provider";

const idToken = (claims: object) => ({ access_token: "token", claims: () => claims });

it("what the signed ID token says of an address counts, and nobody is asked further", async () => {
  const userinfo = () => Promise.reject(new Error("asked"));
  const said = { sub: "1", email: "a@example.com", email_verified: false, aud: "rcs-reach" };
  expect(await claimsOf(idToken(said), { userinfo })).toEqual({
    sub: "1",
    email: "a@example.com",
    email_verified: false,
  });
});

it("without an address in it the user info endpoint is asked", async () => {
  const told = { sub: "1", email: "a@example.com", email_verified: true, name: "Ann" };
  const asked: string[] = [];
  const userinfo = async (token: string) => {
    asked.push(token);
    return told;
  };
  expect(await claimsOf(idToken({ sub: "1" }), { userinfo })).toEqual(told);
  expect(asked).toEqual(["token"]);
});

it("an answer about somebody else is not taken", async () => {
  const userinfo = async () => ({ sub: "2", email: "a@example.com", email_verified: true });
  await expect(claimsOf(idToken({ sub: "1" }), { userinfo })).rejects.toThrow("somebody else");
});
