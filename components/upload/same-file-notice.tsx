"use client";

import { useQuery } from "@tanstack/react-query";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { sameFileQuery } from "@/lib/api/queries";

export interface SameFileNoticeProps {
  accountId: string;
  fingerprint: string;
}

/** The same file was looked up before: to do it again costs again. */
export function SameFileNotice({ accountId, fingerprint }: SameFileNoticeProps) {
  const earlier = useQuery(sameFileQuery(accountId, fingerprint)).data?.items[0];
  // A draft has spent nothing; it may be the one that this very page has opened.
  if (!earlier || earlier.status === "draft") return null;
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
        up again, and may be billed again.
      </p>
    </Notice>
  );
}
