import type { OutcomeName } from "@/lib/api/common";
import { Badge } from "./badge";
import { OUTCOMES } from "./outcomes";

/** What is known of a number. */
export function OutcomeBadge({ outcome }: { outcome: OutcomeName }) {
  const { label, tone, icon } = OUTCOMES[outcome];
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}
