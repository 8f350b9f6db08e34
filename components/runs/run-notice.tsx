"use client";

import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { RunView } from "@/lib/api/runs";
import { plural } from "@/lib/format";
import { DraftNotice } from "./draft-notice";

export interface RunNoticeProps {
  run: RunView;
  /** May change the run. */
  canSteer: boolean;
  /** Shows the contacts that can be asked again. */
  onShowFailed?: () => void;
}

/** What has to be known of a run that is not simply going or done. */
export function RunNotice({ run, canSteer, onShowFailed }: RunNoticeProps) {
  const { status, reason, outcomes } = run;
  if (status === "draft") return <DraftNotice run={run} canSteer={canSteer} />;
  if (status === "paused" && reason) {
    return (
      <Notice
        tone="warning"
        isLive
        title={`Paused: ${lowerFirst(reason.title)}`}
        action={
          <LinkButton size="sm" href={`/accounts/${run.accountId}`}>
            Open the account
          </LinkButton>
        }
      >
        <p>{reason.detail} Then resume: it goes on where it stood.</p>
      </Notice>
    );
  }
  if (status === "failed") {
    return (
      <Notice tone="danger" isLive title={reason?.title ?? "The run failed"}>
        <p>
          {reason?.detail ?? "It could not go on."} What was found out before stays and can be
          exported.
        </p>
      </Notice>
    );
  }
  if (status === "cancelled") {
    return (
      <Notice title="Cancelled">
        <p>
          {plural(outcomes.pending, "contact was", "contacts were")} not looked up. What was found
          out before stays and can be exported.
        </p>
      </Notice>
    );
  }
  if (status === "done" && outcomes.failed > 0) {
    return (
      <Notice
        tone="warning"
        title={`${plural(outcomes.failed, "lookup")} failed`}
        action={
          onShowFailed && (
            <Button size="sm" onPress={onShowFailed}>
              Show them
            </Button>
          )
        }
      >
        <p>Nothing is known of these contacts, so they do not count as “Not on RCS”.</p>
      </Notice>
    );
  }
  return null;
}

/** "RCS is not enabled" keeps its capitals, "The key is refused" does not. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !text.startsWith("Kaleyra")
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
