"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MoreIcon, PencilIcon, TrashIcon } from "@/components/ui/icons";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { PageHeader } from "@/components/ui/page-header";
import { StatusBadge } from "@/components/ui/status-badge";
import { isLive } from "@/lib/api/queries";
import type { ContactFilter } from "@/lib/api/results";
import type { RunView } from "@/lib/api/runs";
import { DeleteRunDialog } from "./delete-run-dialog";
import { RenameRunDialog } from "./rename-run-dialog";
import { SegmentMenu } from "./segment-menu";

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
          canSteer && (
            <>
              {run.status !== "draft" && <SegmentMenu run={run} filter={filter} />}
              <Menu
                trigger={
                  <Button isIcon aria-label="More about this run">
                    <MoreIcon />
                  </Button>
                }
                onAction={(key) => setDialog(key === "rename" ? "rename" : "delete")}
                disabledKeys={isLive(run.status) ? ["delete"] : []}
              >
                <MenuItem id="rename" icon={PencilIcon}>
                  Rename
                </MenuItem>
                <MenuItem
                  id="delete"
                  icon={TrashIcon}
                  isDanger
                  note={isLive(run.status) ? "Cancel the run first" : undefined}
                >
                  Delete
                </MenuItem>
              </Menu>
            </>
          )
        }
      />
      <RenameRunDialog run={run} isOpen={dialog === "rename"} onOpenChange={toggle("rename")} />
      <DeleteRunDialog run={run} isOpen={dialog === "delete"} onOpenChange={toggle("delete")} />
    </>
  );
}
