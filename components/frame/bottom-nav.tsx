"use client";

import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { hasOwnBar, isIn, PLACES } from "./navigation";

/** The places as a bar under the thumb, on small screens. */
export function BottomNav() {
  const pathname = usePathname();
  if (hasOwnBar(pathname)) return null;
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-surface/95 pb-[env(safe-area-inset-bottom)] backdrop-blur lg:hidden print:hidden"
    >
      <ul className="mx-auto grid max-w-lg grid-cols-5">
        {PLACES.map((place) => {
          const isHere = isIn(place, pathname);
          return (
            <li key={place.href}>
              <Link
                href={place.href}
                aria-current={isHere ? "page" : undefined}
                className={cx(
                  "flex h-14 flex-col items-center justify-center gap-0.5 font-medium text-xs -outline-offset-2",
                  isHere ? "text-ink" : "text-muted",
                )}
              >
                <place.icon strokeWidth={isHere ? 2 : 1.5} />
                {place.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
