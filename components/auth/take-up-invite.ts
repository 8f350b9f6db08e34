import { callApi } from "@/lib/api/client";
import { forgetLinkSecret } from "./use-link-secret";

/** Joins as who is signed in, and opens the account. */
export async function takeUpInvite({ secret }: { secret: string }): Promise<void> {
  const { accountId } = await callApi("acceptInvite", { body: { secret } });
  forgetLinkSecret("invite");
  window.location.assign(`/accounts/${accountId}`);
}
