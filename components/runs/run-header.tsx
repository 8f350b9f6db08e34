"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { buttonStyle } from "@/components/ui/button-style";
import { fetchedDialog } from "@/components/ui/fetched-dialog";
import { MoreIcon, PencilIcon, PrintIcon, TrashIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Menu } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { isLive } from "@/lib/api/queries";
import type { ContactFilter } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { SegmentMenu } from "./segment-menu";

const DeleteRunDialog = fetchedDialog(
  async () => (await import("./delete-run-dialog")).DeleteRunDialog,
);
const RenameRunDialog = fetchedDialog(
  async () => (await import("./rename-run-dialog")).RenameRunDialog,
);

type OpenDialog = "rename" | "delete" | null;

/** What the run is and what can be done with it. */
export function RunHeader({
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
  const report = `/runs/${run.id}/report`;
  const toggle = (which: OpenDialog) => (isOpen: boolean) => setDialog(isOpen ? which : null);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: "Runs", href: "/runs" }]}
        title={run.name}
        badge={<StatusBadge status={run.status} />}
        description={
          <>
            {run.fileName} · {run.accountName} · <Moment iso={run.startedAt ?? run.createdAt} />
            {run.createdBy && ` · ${run.createdBy}`}
          </>
        }
        actions={
          canSteer ? (
            <>
              {run.status !== "draft" && <SegmentMenu run={run} filter={filter} />}
              <Menu
                label="More about this run"
                className={buttonStyle({ isIcon: true })}
                sections={[
                  {
                    deeds: [
                      { id: "rename", label: "Rename", icon: PencilIcon },
                      {
                        id: "report",
                        label: "Report to print",
                        icon: PrintIcon,
                        isDisabled: run.status === "draft",
                      },
                      {
                        id: "delete",
                        label: "Delete",
                        icon: TrashIcon,
                        isDanger: true,
                        isDisabled: isLive(run.status),
                        note: isLive(run.status) ? "Cancel the run first" : undefined,
                      },
                    ],
                    onAction: (id) =>
                      id === "report"
                        ? router.push(report)
                        : setDialog(id === "rename" ? "rename" : "delete"),
                  },
                ]}
              >
                <MoreIcon />
              </Menu>
            </>
          ) : (
            run.status !== "draft" && (
              <LinkButton href={report}>
                <PrintIcon />
                Report to print
              </LinkButton>
            )
          )
        }
      />
      <RenameRunDialog run={run} isOpen={dialog === "rename"} onOpenChange={toggle("rename")} />
      <DeleteRunDialog run={run} isOpen={dialog === "delete"} onOpenChange={toggle("delete")} />
    </>
  );
}
