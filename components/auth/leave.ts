import { forgetDraft } from "@/components/upload/draft-memory";
import { postAuth } from "./post-auth";

/**
 * Signs out. A full load, so that nothing of the user stays in the memory of the page; what the tab
 * remembers beyond that goes too.
 */
export async function leave(): Promise<void> {
  forgetDraft();
  await postAuth("signout").catch(() => undefined);
  window.location.assign("/sign-in");
}
