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

export interface StatusBadgeProps {
  status: RunStatusName;
  /** Contacts whose lookup failed: a run that has come to its end with some is not simply done. */
  failed?: number;
}

export function StatusBadge({ status, failed = 0 }: StatusBadgeProps) {
  const { label, tone, icon } = looks[status];
  if (status === "done" && failed > 0) {
    return (
      <Badge tone="no-answer" icon={WarningIcon}>
        {label}, {formatNumber(failed)} failed
      </Badge>
    );
  }
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  );
}
