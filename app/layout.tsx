import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { EARLY_TAB } from "@/components/ui/early-tab";
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

/** The letters that every page is written in: fetched with the style sheet, not once it is read. */
const FONT = new URL(
  "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  import.meta.url,
).toString();

/**
 * What React Aria adds to the head once something can be pressed, and does not when it is there:
 * added later, it would have the whole page styled again.
 */
const PRESSABLE = `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`;

/** Theme and time zone come from cookies, so that the first paint is right already. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  preload(FONT, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  const nonce = sent.get("x-nonce") ?? "";
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <head>
        {/* React Aria reads it for the style elements that it adds. */}
        <meta property="csp-nonce" content={nonce} suppressHydrationWarning />
        <style id="react-aria-pressable-style" nonce={nonce} suppressHydrationWarning>
          {PRESSABLE}
        </style>
      </head>
      <body>
        <Providers theme={theme} timeZone={parseTimeZone(jar.get(TIME_ZONE_COOKIE)?.value)}>
          {children}
        </Providers>
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a script of our own.
          dangerouslySetInnerHTML={{ __html: EARLY_TAB }}
        />
      </body>
    </html>
  );
}
