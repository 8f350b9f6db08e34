"use server";

import { cookies } from "next/headers";
import { currentUser } from "@/lib/auth/session";
import { ACCOUNT_COOKIE, parseAccount } from "./account";
import { EXPORT_FORMAT_COOKIE, parseExportFormat } from "./export-format";
import { SHORTCUTS_COOKIE } from "./shortcuts";
import { parseTheme, THEME_COOKIE } from "./theme";
import { parseTimeZone, TIME_ZONE_COOKIE } from "./time-zone";

const lasting = { path: "/", maxAge: 365 * 24 * 3600, sameSite: "lax", httpOnly: true } as const;

/** Remembers light, dark or the system's choice for this browser. */
export async function saveTheme(theme: string): Promise<void> {
  (await cookies()).set(THEME_COOKIE, parseTheme(theme), lasting);
}

/** Remembers this browser's time zone, so that the server writes moments as the browser would. */
export async function saveTimeZone(timeZone: string): Promise<void> {
  (await cookies()).set(TIME_ZONE_COOKIE, parseTimeZone(timeZone), lasting);
}

/** Remembers which account this browser looks at; anything else than one of the user's means all. */
export async function saveAccount(id: string | null): Promise<void> {
  const user = await currentUser();
  const account = parseAccount(id ?? undefined, Object.keys(user?.roles ?? {}));
  const jar = await cookies();
  if (account) jar.set(ACCOUNT_COOKIE, account, lasting);
  else jar.delete(ACCOUNT_COOKIE);
}

/** Remembers whether single keys do something in this browser. */
export async function saveShortcuts(areOn: boolean): Promise<void> {
  (await cookies()).set(SHORTCUTS_COOKIE, areOn ? "on" : "off", lasting);
}

/** Remembers in which format this browser's exports are saved. */
export async function saveExportFormat(format: string): Promise<void> {
  (await cookies()).set(EXPORT_FORMAT_COOKIE, parseExportFormat(format), lasting);
}
