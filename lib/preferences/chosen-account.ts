import { cookies } from "next/headers";
import type { SessionUser } from "@/lib/auth/session";
import { ACCOUNT_COOKIE, parseAccount } from "./account";

/** The account that this browser looks at, or null for all that the user may see. */
export async function chosenAccount(user: SessionUser): Promise<string | null> {
  return parseAccount((await cookies()).get(ACCOUNT_COOKIE)?.value, Object.keys(user.roles));
}
