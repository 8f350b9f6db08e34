import { cx } from "@/components/ui/cx";

const COLUMNS = 12;
const ROWS = 11;
const STEP = 24;

const dots = Array.from({ length: COLUMNS * ROWS }, (_, index) => {
  const column = index % COLUMNS;
  const row = Math.floor(index / COLUMNS);
  // Any scatter will do, as long as it is the same on every render.
  return { column, row, isLit: (column * 37 + row * 61 + column * row * 13) % 10 < 5 };
});

/** An ornament: an audience, some of whom can be reached. */
export function ReachDots({ className }: { className?: string }) {
  return (
    <svg
      viewBox={`0 0 ${COLUMNS * STEP} ${ROWS * STEP}`}
      width={COLUMNS * STEP}
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      className={cx("[mask-image:linear-gradient(to_right,transparent,black_70%)]", className)}
    >
      {dots.map(({ column, row, isLit }) => (
        <circle
          key={`${column}-${row}`}
          cx={column * STEP + STEP / 2}
          cy={row * STEP + STEP / 2}
          r="5"
          className={isLit ? "fill-reach" : "fill-pressed"}
        />
      ))}
    </svg>
  );
}
