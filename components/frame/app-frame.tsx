import { Activity, type ReactNode } from "react";
import { SessionNotice } from "@/components/auth/session-notice";
import { Link } from "@/components/ui/link";
import { AccountSwitcher, type AccountSwitcherProps } from "./account-switcher";
import { BottomNav } from "./bottom-nav";
import { Logo } from "./logo";
import { NewRunLink } from "./new-run-link";
import { SideNav } from "./side-nav";
import { UserMenu } from "./user-menu";

export interface AppFrameProps extends Pick<AccountSwitcherProps, "chosen"> {
  user: { name: string; email: string };
  children: ReactNode;
}

/**
 * What surrounds every page: a side bar on wide screens, a top and a bottom bar on small ones. Each
 * bar is its own activity: the page answers before they are all live, and one that is pressed
 * meanwhile goes first.
 */
export function AppFrame({ user, chosen, children }: AppFrameProps) {
  return (
    <div className="overflow-x-clip lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-ink px-4 py-2 font-medium text-on-ink focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to the content
      </a>

      <aside className="sticky top-0 z-30 hidden h-dvh flex-col gap-5 border-line border-r bg-sunken px-3 pt-5 pb-3 lg:flex print:hidden">
        <Activity>
          <Link href="/" className="rounded-sm px-2" aria-label="RCS Reach, overview">
            <Logo />
          </Link>
          <AccountSwitcher chosen={chosen} />
          <NewRunLink className="justify-start!" />
          <SideNav />
          <div className="mt-auto">
            <UserMenu name={user.name} email={user.email} />
          </div>
        </Activity>
      </aside>

      <header className="sticky top-0 z-30 flex h-14 items-center justify-between gap-3 border-line border-b bg-canvas/95 px-4 backdrop-blur lg:hidden print:hidden">
        <Activity>
          <Link href="/" className="rounded-sm" aria-label="RCS Reach, overview">
            <Logo />
          </Link>
          <AccountSwitcher chosen={chosen} className="ml-auto max-w-40" />
          <UserMenu name={user.name} email={user.email} isCompact />
        </Activity>
      </header>

      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 pt-6 pb-28 outline-none sm:px-6 lg:px-10 lg:pt-9 lg:pb-16 print:p-0"
      >
        <SessionNotice />
        {children}
      </main>
      <Activity>
        <BottomNav />
      </Activity>
    </div>
  );
}
