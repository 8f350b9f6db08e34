"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { saveTheme } from "@/lib/preferences/save-preference";
import type { Theme } from "@/lib/preferences/theme";

const ThemeContext = createContext<{ theme: Theme; setTheme: (theme: Theme) => void }>({
  theme: "system",
  setTheme: () => undefined,
});

/** Holds the chosen theme. A change shows at once; the server hears of it for the next page. */
export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const value = useMemo(
    () => ({
      theme,
      setTheme: (next: Theme) => {
        setTheme(next);
        document.documentElement.dataset.theme = next;
        // Failing costs no more than the old theme at the next visit.
        saveTheme(next).catch(() => undefined);
      },
    }),
    [theme],
  );
  return <ThemeContext value={value}>{children}</ThemeContext>;
}

export function useTheme() {
  return useContext(ThemeContext);
}
