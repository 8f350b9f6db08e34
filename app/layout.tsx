import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { parseTheme, THEME_COOKIE } from "@/lib/preferences/theme";
import { parseTimeZone, TIME_ZONE_COOKIE } from "@/lib/preferences/time-zone";
import { Providers } from "./providers";

export const metadata: Metadata = {
  title: { default: "RCS Reach", template: "%s · RCS Reach" },
  description: "Find out which of your contacts can receive RCS.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f9fb" },
    { media: "(prefers-color-scheme: dark)", color: "#0d0f13" },
  ],
};

/** Theme and time zone come from cookies, so that the first paint is right already. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <head>
        {/* React Aria reads it for the style elements that it adds. */}
        <meta property="csp-nonce" content={sent.get("x-nonce") ?? ""} suppressHydrationWarning />
      </head>
      <body>
        <Providers theme={theme} timeZone={parseTimeZone(jar.get(TIME_ZONE_COOKIE)?.value)}>
          {children}
        </Providers>
      </body>
    </html>
  );
}
