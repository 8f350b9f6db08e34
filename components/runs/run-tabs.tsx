"use client";

import dynamic from "next/dynamic";
import { Activity, type ReactNode } from "react";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import type { RunView } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { OverviewTab } from "./overview-tab";
import { PurgedList } from "./purged-list";
import { RUN_TABS } from "./run-params";
import type { useRunParams } from "./use-run-params";

const loading = () => <SkeletonRows rows={12} />;
const ContactsTab = dynamic(() => import("./contacts-tab").then((m) => m.ContactsTab), { loading });
const InvalidTab = dynamic(() => import("./invalid-tab").then((m) => m.InvalidTab), { loading });
const DuplicatesTab = dynamic(() => import("./duplicates-tab").then((m) => m.DuplicatesTab), {
  loading,
});
const LedgerTab = dynamic(() => import("./ledger-tab").then((m) => m.LedgerTab), { loading });

export interface RunTabsProps {
  run: RunView;
  /** Its figures may change by themselves. */
  isMoving: boolean;
  state: ReturnType<typeof useRunParams>;
}

/** The sections of a run's page; the chosen one stands in the address. */
export function RunTabs({ run, isMoving, state }: RunTabsProps) {
  const { unique, invalid, duplicates } = run.counts;
  const listOf = (list: ReactNode) =>
    run.purgedAt ? <PurgedList purgedAt={run.purgedAt} /> : list;
  return (
    <Tabs
      label="Sections of the run"
      selectedKey={
        run.role === "viewer" && state.params.tab === "lookups" ? "overview" : state.params.tab
      }
      onChange={(id) => {
        const tab = RUN_TABS.find((one) => one === id);
        if (tab) state.showTab(tab);
      }}
      items={[
        {
          id: "overview",
          label: "Overview",
          content: (
            // The charts are drawn already: the tabs answer before these do.
            <Activity>
              <OverviewTab
                run={run}
                isMoving={isMoving}
                onShowContacts={run.purgedAt ? undefined : state.showContacts}
              />
            </Activity>
          ),
        },
        {
          id: "contacts",
          label: "Contacts",
          count: formatNumber(unique),
          content: listOf(<ContactsTab run={run} isMoving={isMoving} state={state} />),
        },
        {
          id: "invalid",
          label: "Invalid",
          count: formatNumber(invalid),
          content: listOf(<InvalidTab run={run} state={state} />),
        },
        {
          id: "duplicates",
          label: "Duplicates",
          count: formatNumber(duplicates),
          content: listOf(<DuplicatesTab run={run} state={state} />),
        },
        // The ledger is the business of those who spend.
        ...(run.role === "viewer"
          ? []
          : [
              {
                id: "lookups",
                label: "Lookups",
                content: <LedgerTab run={run} isMoving={isMoving} state={state} />,
              },
            ]),
      ]}
    />
  );
}
