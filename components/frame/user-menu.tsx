"use client";

import { useRouter } from "next/navigation";
import { SettingsIcon, SignOutIcon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import { THEMES } from "@/lib/preferences/theme";
import { useTheme } from "./theme";
import { THEME_WORDS } from "./theme-words";

export interface UserMenuProps {
  name: string;
  email: string;
  /** In the side bar with the name, in the top bar without. */
  isCompact?: boolean;
}

async function leave() {
  await (await import("@/components/auth/leave")).leave();
}

/** Who is signed in, the theme, the way out. */
export function UserMenu({ name, email, isCompact = false }: UserMenuProps) {
  const { theme, setTheme } = useTheme();
  const router = useRouter();
  const choose = (id: string) => {
    const chosen = THEMES.find((one) => one === id);
    if (chosen) setTheme(chosen);
  };
  return (
    <Menu
      label={`Your account: ${name}`}
      placement={isCompact ? "bottom end" : "top start"}
      sections={[
        {
          title: "Theme",
          deeds: THEMES.map((id) => ({ id, ...THEME_WORDS[id] })),
          chosen: theme,
          onAction: choose,
        },
        {
          deeds: [
            { id: "settings", label: "Settings", icon: SettingsIcon },
            { id: "leave", label: "Sign out", icon: SignOutIcon },
          ],
          onAction: (id) => (id === "settings" ? router.push("/settings") : void leave()),
        },
      ]}
      className={
        isCompact
          ? "grid size-10 place-items-center rounded-full"
          : "flex w-full items-center gap-2.5 rounded-md p-2 text-left transition-colors hover:bg-hover data-pressed:bg-pressed"
      }
    >
      <span
        aria-hidden="true"
        className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent text-sm uppercase"
      >
        {initials(name)}
      </span>
      {!isCompact && (
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-ink">{name}</span>
          <span className="block truncate text-muted text-xs">{email}</span>
        </span>
      )}
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0]?.[0] ?? "?"}${last?.[0] ?? ""}`;
}
