"use client";

import { type ReactNode, useDeferredValue, useEffect, useRef } from "react";
import {
  Tabs as AriaTabs,
  type TabsProps as AriaTabsProps,
  Tab,
  TabList,
  TabPanel,
} from "react-aria-components/Tabs";
import { cx } from "./cx";

export interface TabItem {
  id: string;
  label: ReactNode;
  /** A figure beside the label, already written out. */
  count?: string;
  content: ReactNode;
}

export interface TabsProps
  extends Omit<AriaTabsProps, "className" | "style" | "children" | "onSelectionChange"> {
  /** Read out before the tabs. */
  label: string;
  items: TabItem[];
  /** The chosen tab: keep it in the address (`useAddressState`). */
  selectedKey: string;
  onChange: (id: string) => void;
  className?: string;
}

/**
 * Views of one thing. Only the chosen one is rendered: its tab answers the press at once, what it
 * holds follows as soon as it is worked out.
 */
export function Tabs({ label, items, onChange, className, ...props }: TabsProps) {
  const { selectedKey } = props;
  const shown = useDeferredValue(selectedKey);
  const list = useRef<HTMLDivElement>(null);
  // On small screens the row of tabs is wider than the page: the chosen one is kept in sight.
  useEffect(() => {
    if (selectedKey) keepInSight(list.current);
  }, [selectedKey]);
  return (
    <AriaTabs
      {...props}
      onSelectionChange={(key) => onChange(String(key))}
      // It would draw a ring around everything as soon as something inside has the focus.
      className={cx("flex flex-col gap-5 outline-none!", className)}
    >
      <TabList
        ref={list}
        aria-label={label}
        items={items}
        className="flex gap-1 overflow-x-auto border-line border-b"
      >
        {(item) => (
          <Tab
            id={item.id}
            className="-mb-px flex h-10 shrink-0 cursor-pointer items-center gap-2 rounded-t-sm border-transparent border-b-2 px-3 font-medium text-base text-muted -outline-offset-2! transition-colors data-selected:border-ink data-hovered:text-ink data-selected:text-ink"
          >
            {item.label}
            {item.count !== undefined && (
              <span className="rounded-full bg-hover px-1.5 text-soft text-xs tabular-nums leading-5">
                {item.count}
              </span>
            )}
          </Tab>
        )}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="rounded-sm">
          {item.id === shown && item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** Scrolls the row, and nothing else, so that its chosen tab stands in the middle. */
function keepInSight(row: HTMLElement | null): void {
  const chosen = row?.querySelector("[aria-selected=true]");
  if (!row || !chosen) return;
  const frame = row.getBoundingClientRect();
  const tab = chosen.getBoundingClientRect();
  row.scrollLeft += tab.left + tab.width / 2 - (frame.left + frame.width / 2);
}
