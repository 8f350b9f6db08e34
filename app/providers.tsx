"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState, useTransition } from "react";
import { RouterProvider } from "react-aria-components";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { ThemeProvider } from "@/components/frame/theme";
import { OnItsWay } from "@/components/ui/on-its-way";
import { TimeZoneProvider } from "@/components/ui/time-zone";
import { ApiError } from "@/lib/api/client";
import type { Theme } from "@/lib/preferences/theme";

/** Only what may pass by itself is tried again: an answer that says no will say no again. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof ApiError ? error.problem.status : 0;
  return failures < 2 && (status === 0 || status >= 500);
}

export function Providers({
  theme,
  timeZone,
  children,
}: {
  theme: Theme;
  timeZone: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const [isOnItsWay, startTransition] = useTransition();
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: 10_000, retry: isWorthRetrying } },
      }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="en-US">
        <RouterProvider navigate={(href) => startTransition(() => router.push(href))}>
          {isOnItsWay && <OnItsWay />}
          <ThemeProvider initial={theme}>
            <TimeZoneProvider initial={timeZone}>{children}</TimeZoneProvider>
          </ThemeProvider>
        </RouterProvider>
      </I18nProvider>
    </QueryClientProvider>
  );
}
