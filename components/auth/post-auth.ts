import { z } from "zod";

const csrf = z.object({ csrfToken: z.string() });

/**
 * Posts a form to next-auth. Its own browser client insists on absolute addresses in the answer,
 * which a server that is reached under several names does not give.
 */
export async function postAuth(
  action: "callback/credentials" | "signin/oidc" | "signout",
  fields: Record<string, string> = {},
): Promise<Response> {
  const token = await fetch("/api/auth/csrf", { credentials: "same-origin" });
  const { csrfToken } = csrf.parse(await token.json());
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    credentials: "same-origin",
    body: new URLSearchParams({ callbackUrl: "/", ...fields, csrfToken, json: "true" }),
  });
}
