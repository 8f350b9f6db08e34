"use client";

import { useRouter } from "next/navigation";
import { Activity, memo, useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { fetchedDialog } from "@/components/ui/fetched-dialog";
import { CompareIcon, MoreIcon, PencilIcon, PrintIcon, TrashIcon } from "@/components/ui/icons";
import { Menu, type MenuDeed } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { ContactFilter } from "@/lib/api/results";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { SegmentMenu } from "./segment-menu";

const DeleteRunDialog = fetchedDialog(
  async () => (await import("./delete-run-dialog")).DeleteRunDialog,
);
const RenameRunDialog = fetchedDialog(
  async () => (await import("./rename-run-dialog")).RenameRunDialog,
);

type OpenDialog = "rename" | "delete" | null;

/** What the run is and what can be done with it. Its own activity, as `RunSummary` is. */
export const RunHeader = memo(function RunHeader({
  run,
  canSteer,
  filter,
}: {
  run: RunView;
  canSteer: boolean;
  filter: ContactFilter;
}) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const router = useRouter();
  const isDraft = run.status === "draft";
  const toggle = (which: OpenDialog) => (isOpen: boolean) => setDialog(isOpen ? which : null);
  const act = (id: string) => {
    if (id === "rename" || id === "delete") setDialog(id);
    else router.push(`/runs/${run.id}/${id}`);
  };
  const rename: MenuDeed = { id: "rename", label: "Rename", icon: PencilIcon };
  const reads: MenuDeed[] = [
    { id: "report", label: "Printable report", icon: PrintIcon, isDisabled: isDraft },
    { id: "compare", label: "Compare with another run", icon: CompareIcon, isDisabled: isDraft },
  ];
  const remove: MenuDeed = {
    id: "delete",
    label: "Delete",
    icon: TrashIcon,
    isDanger: true,
    isDisabled: isLive(run.status),
    note: isLive(run.status) ? "Cancel the run first" : undefined,
  };
  return (
    <Activity>
      <PageHeader
        breadcrumbs={[{ label: "Runs", href: "/runs" }]}
        title={run.name}
        badge={
          <>
            <StatusBadge status={run.status} failed={run.outcomes.failed} />
            {run.isSandbox && <SandboxBadge />}
          </>
        }
        description={
          <>
            {run.fileName} · {run.accountName} · <Moment iso={run.startedAt ?? run.createdAt} />
            {run.createdBy && ` · ${run.createdBy}`}
          </>
        }
        actions={
          (canSteer || !isDraft) && (
            <>
              {canSteer && !isDraft && !run.purgedAt && <SegmentMenu run={run} filter={filter} />}
              <Menu
                label="More about this run"
                className={buttonStyle({ isIcon: true })}
                sections={[{ deeds: canSteer ? [rename, ...reads, remove] : reads, onAction: act }]}
              >
                <MoreIcon />
              </Menu>
            </>
          )
        }
      />
      <RenameRunDialog run={run} isOpen={dialog === "rename"} onOpenChange={toggle("rename")} />
      <DeleteRunDialog run={run} isOpen={dialog === "delete"} onOpenChange={toggle("delete")} />
    </Activity>
  );
});
