"use client";

import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { isIn, PLACES } from "./navigation";

/** The places as a column, on wide screens. */
export function SideNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {PLACES.map((place) => {
          const isHere = isIn(place, pathname);
          return (
            <li key={place.href}>
              <Link
                href={place.href}
                aria-current={isHere ? "page" : undefined}
                className={cx(
                  "flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors",
                  isHere ? "bg-pressed text-ink" : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <place.icon className="size-4.5" />
                {place.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
