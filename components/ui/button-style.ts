import { cx } from "./cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

export interface ButtonLook {
  /** One primary a view; secondary beside it; quiet in rows and bars; danger for what destroys. */
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Only an icon: square, and in need of an `aria-label`. */
  isIcon?: boolean;
  className?: string;
}

const variants: Record<ButtonVariant, string> = {
  primary: "bg-ink text-on-ink shadow-xs hover:bg-ink-hover data-pressed:bg-ink-hover",
  secondary:
    "border border-line-strong bg-surface text-ink shadow-xs hover:bg-hover data-pressed:bg-pressed",
  quiet: "text-soft hover:bg-hover hover:text-ink data-pressed:bg-pressed",
  danger: "bg-danger text-on-danger shadow-xs hover:bg-danger-hover data-pressed:bg-danger-hover",
};

const sizes: Record<ButtonSize, [text: string, icon: string]> = {
  sm: ["h-7 gap-1.5 rounded-sm px-2.5 text-sm", "size-7 rounded-sm"],
  md: ["h-9 gap-2 rounded-md px-3.5 text-base", "size-9 rounded-md"],
  lg: ["h-11 gap-2 rounded-md px-5 text-lg", "size-11 rounded-md"],
};

/** The one look of everything that is pressed, shared by buttons and links. */
export function buttonStyle({
  variant = "secondary",
  size = "md",
  isIcon = false,
  className,
}: ButtonLook): string {
  return cx(
    "relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors duration-100",
    "data-disabled:cursor-not-allowed data-disabled:opacity-45 [&_svg]:shrink-0",
    size === "sm" ? "[&_svg]:size-4" : "[&_svg]:size-4.5",
    variants[variant],
    sizes[size][isIcon ? 1 : 0],
    className,
  );
}
