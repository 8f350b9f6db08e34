import { type Icon, MoonIcon, SunIcon, SystemIcon } from "@/components/ui/icons";
import type { Theme } from "@/lib/preferences/theme";

/** How the themes are called. */
export const THEME_WORDS: Record<Theme, { label: string; icon: Icon }> = {
  system: { label: "Match system", icon: SystemIcon },
  light: { label: "Light", icon: SunIcon },
  dark: { label: "Dark", icon: MoonIcon },
};
