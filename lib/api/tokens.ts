import { z } from "zod";
import { idParams, moment, role } from "./common";
import { operation } from "./operation";

/** Owners' deeds need a person, so no token is worth more than an analyst. */
export const tokenRole = role.exclude(["owner"]);
export type TokenRole = z.output<typeof tokenRole>;

export const newToken = z.object({
  name: z.string().trim().min(1, "Give the token a name.").max(80),
  role: tokenRole,
  days: z.coerce
    .number()
    .int()
    .min(1, "A token lives for a day at least.")
    .max(365, "A token ends after a year at the latest.")
    .describe("How long it lives"),
});
export type NewToken = z.output<typeof newToken>;

/** An API token as owners see it. Its secret was shown once and is not kept. */
export const tokenView = z.object({
  id: z.uuid(),
  name: z.string(),
  ending: z.string().describe("The last characters of the secret"),
  role,
  worth: role
    .nullable()
    .describe("What it is worth now: no more than its maker's role; null: nothing any more"),
  madeBy: z.string(),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable().describe("To the minute"),
  revokedAt: moment.nullable(),
});
export type TokenView = z.output<typeof tokenView>;

export const listTokens = operation({
  id: "listTokens",
  summary: "The API tokens of an account, newest first",
  tag: "Tokens",
  params: idParams,
  answer: z.object({ items: z.array(tokenView) }),
});

export const createToken = operation({
  id: "createToken",
  summary: "Make an API token; its secret is in this answer alone",
  tag: "Tokens",
  params: idParams,
  body: newToken,
  answer: tokenView.extend({ secret: z.string() }),
  status: 201,
});

export const revokeToken = operation({
  id: "revokeToken",
  summary: "Revoke an API token: its next request is refused",
  tag: "Tokens",
  params: idParams.extend({ tokenId: z.uuid() }),
  status: 204,
});
