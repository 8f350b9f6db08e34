import { cx } from "@/components/ui/cx";

/** The sign: a speech bubble that sends. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("size-8", className)} fill="none">
      <path
        d="M8 2.5h16A6.5 6.5 0 0 1 30.5 9v11a6.5 6.5 0 0 1-6.5 6.500H13.200l-5.9 3.800a.9.9 0 0 1-1.4-.8v-3.400A6.5 6.5 0 0 1 1.5 20V9A6.5 6.5 0 0 1 8 2.500z"
        className="fill-ink"
      />
      <g className="stroke-reach-mark" strokeWidth="2.4" strokeLinecap="round">
        <path d="M10.2 15.200a5.3 5.3 0 0 1 5.3 5.3" />
        <path d="M10.2 9.200a11.3 11.3 0 0 1 11.3 11.3" />
      </g>
      <circle cx="10.7" cy="20" r="1.9" className="fill-reach-mark" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={cx("inline-flex shrink-0 items-center gap-2.5 whitespace-nowrap", className)}>
      <LogoMark />
      <span className="font-semibold text-ink text-lg tracking-tight">
        RCS <span className="text-reach-ink">Reach</span>
      </span>
    </span>
  );
}
