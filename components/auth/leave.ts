import { postAuth } from "./post-auth";

/** Signs out. A full load, so that nothing of the user stays in the memory of the page. */
export async function leave(): Promise<void> {
  await postAuth("signout").catch(() => undefined);
  window.location.assign("/sign-in");
}
