import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { RunListItem } from "@/lib/api/runs";

export interface SameFileNoticeProps {
  earlier: RunListItem;
  isSandbox: boolean;
}

/** The same file was looked up before: to do it again costs again. */
export function SameFileNotice({ earlier, isSandbox }: SameFileNoticeProps) {
  return (
    <Notice
      tone="warning"
      title="This file was run before"
      isLive
      action={
        <LinkButton size="sm" href={`/runs/${earlier.id}`}>
          Open that run
        </LinkButton>
      }
    >
      <p>
        As “{earlier.name}”, <Moment iso={earlier.createdAt} />. Starting again looks every number
        up again{isSandbox ? "." : ", and may be billed again."}
      </p>
    </Notice>
  );
}
