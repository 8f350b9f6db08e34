"use client";

import { Button } from "react-aria-components/Button";
import {
  Menu as AriaMenu,
  Header,
  MenuSection,
  MenuTrigger,
  type Selection,
} from "react-aria-components/Menu";
import { leave } from "@/components/auth/leave";
import { type Icon, MoonIcon, SignOutIcon, SunIcon, SystemIcon } from "@/components/ui/icons";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import { Popover } from "@/components/ui/popover";
import { THEMES, type Theme } from "@/lib/preferences/theme";
import { useTheme } from "./theme";

const themes: Record<Theme, { label: string; icon: Icon }> = {
  system: { label: "Like the system", icon: SystemIcon },
  light: { label: "Light", icon: SunIcon },
  dark: { label: "Dark", icon: MoonIcon },
};

export interface UserMenuProps {
  name: string;
  email: string;
  /** In the side bar with the name, in the top bar without. */
  isCompact?: boolean;
}

/** Who is signed in, the theme, the way out. */
export function UserMenu({ name, email, isCompact = false }: UserMenuProps) {
  const { theme, setTheme } = useTheme();

  function choose(keys: Selection) {
    const chosen = THEMES.find((one) => keys !== "all" && keys.has(one));
    if (chosen) setTheme(chosen);
  }

  return (
    <MenuTrigger>
      <Button
        aria-label={`Your account: ${name}`}
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
      </Button>
      <Popover placement={isCompact ? "bottom end" : "top start"} className="min-w-56">
        <AriaMenu className="outline-none">
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={choose}
          >
            <Header className="px-2 pt-1.5 pb-1 font-medium text-muted text-xs">Theme</Header>
            {THEMES.map((one) => (
              <MenuItem key={one} id={one} icon={themes[one].icon} shouldCloseOnSelect={false}>
                {themes[one].label}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSeparator />
          <MenuItem icon={SignOutIcon} onAction={leave}>
            Sign out
          </MenuItem>
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0]?.[0] ?? "?"}${last?.[0] ?? ""}`;
}
