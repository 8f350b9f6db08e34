import {
  AccountsIcon,
  HomeIcon,
  type Icon,
  LookupIcon,
  RunsIcon,
  SettingsIcon,
} from "@/components/ui/icons";

export interface Place {
  href: string;
  label: string;
  icon: Icon;
}

/** The places of the product, in the order of the side bar. */
export const PLACES: readonly Place[] = [
  { href: "/", label: "Overview", icon: HomeIcon },
  { href: "/runs", label: "Runs", icon: RunsIcon },
  { href: "/lookup", label: "Quick check", icon: LookupIcon },
  { href: "/accounts", label: "Accounts", icon: AccountsIcon },
  { href: "/settings", label: "Settings", icon: SettingsIcon },
];

/** Whether a path lies in a place: `/runs/42` in Runs, only `/` in Overview. */
export function isIn(place: Place, pathname: string): boolean {
  if (place.href === "/") return pathname === "/";
  return pathname === place.href || pathname.startsWith(`${place.href}/`);
}

/** Whether a page keeps its own way on in sight at the foot of the screen: two bars are one too many. */
export function hasOwnBar(pathname: string): boolean {
  return pathname === "/runs/new";
}
