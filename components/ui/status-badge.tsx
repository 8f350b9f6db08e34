import type { RunStatusName } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { Badge, type Tone } from "./badge";
import {
  BlockedIcon,
  ClockIcon,
  FailedIcon,
  type Icon,
  PauseIcon,
  PencilIcon,
  SuccessIcon,
  WarningIcon,
} from "./icons";
import { Spinner } from "./spinner";

const looks: Record<RunStatusName, { label: string; tone: Tone; icon: Icon }> = {
  draft: { label: "Draft", tone: "neutral", icon: PencilIcon },
  queued: { label: "Waiting", tone: "accent", icon: ClockIcon },
  running: { label: "Running", tone: "accent", icon: () => <Spinner className="size-3.5" /> },
  paused: { label: "Paused", tone: "no-answer", icon: PauseIcon },
  done: { label: "Done", tone: "neutral", icon: SuccessIcon },
  cancelled: { label: "Cancelled", tone: "neutral", icon: BlockedIcon },
  failed: { label: "Failed", tone: "failed", icon: FailedIcon },
};

/** The word for a run's state. */
export function statusLabel(status: RunStatusName): string {
  return looks[status].label;
}

/** The words for a run's state: "Done", or "Done, 1,429 failed" where that is not all there is to say. */
export function statusWords(status: RunStatusName, failed: number): string {
  const label = statusLabel(status);
  return status === "done" && failed > 0 ? `${label}, ${formatNumber(failed)} failed` : label;
}

export interface StatusBadgeProps {
  status: RunStatusName;
  /** Contacts whose lookup failed: a run that has come to its end with some is not simply done. */
  failed?: number;
}

export function StatusBadge({ status, failed = 0 }: StatusBadgeProps) {
  const isFlawed = status === "done" && failed > 0;
  const { tone, icon } = looks[status];
  return (
    <Badge tone={isFlawed ? "no-answer" : tone} icon={isFlawed ? WarningIcon : icon}>
      {statusWords(status, failed)}
    </Badge>
  );
}
