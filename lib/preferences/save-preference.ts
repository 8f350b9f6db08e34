"use server";

import { cookies } from "next/headers";
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
