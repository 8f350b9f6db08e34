import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { open } from "./open";
import { owner } from "./owner";

/** A browser that nobody has signed in with. */
export const stranger = { cookies: [], origins: [] };

/** Fills and sends the form of the sign-in page. */
export async function sendSignIn(page: Page, given: { email: string; password: string }) {
  await open(page, "/sign-in");
  await fillSignIn(page, given);
}

/** The same where the sign-in page is open already. */
export async function fillSignIn(page: Page, given: { email: string; password: string }) {
  await page.getByLabel("Email").fill(given.email);
  await page.getByLabel("Password").fill(given.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Signs the owner in as a script does, by next-auth's own routes. */
export async function signInByHttp(request: APIRequestContext, given = owner): Promise<void> {
  const csrf = await request.get("/api/auth/csrf");
  const { csrfToken } = await csrf.json();
  const answer = await request.post("/api/auth/callback/credentials", {
    headers: { Origin: new URL(csrf.url()).origin },
    form: { csrfToken, email: given.email, password: given.password, json: "true" },
  });
  expect(answer.status()).toBe(200);
}
