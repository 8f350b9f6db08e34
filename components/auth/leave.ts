import { forgetDraft } from "@/components/upload/draft-memory";
import { postAuth } from "./post-auth";

/** Signs out; what the tab remembers of the user goes too. */
export function signOut(): Promise<unknown> {
  forgetDraft();
  return postAuth("signout");
}

/** Signs out and leaves. A full load, so that nothing of the user stays in the memory of the page. */
export async function leave(): Promise<void> {
  await signOut().catch(() => undefined);
  window.location.assign("/sign-in");
}
