"use client";

import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import { becomeLive } from "./early-tab";
import { TabPanel } from "./tab-panel";

export interface TabItem {
  id: string;
  label: ReactNode;
  /** A figure beside the label, already written out. */
  count?: string;
  content: ReactNode;
}

export interface TabsProps {
  /** Read out before the tabs. */
  label: string;
  items: TabItem[];
  /** The chosen tab: keep it in the address (`useAddressState`). */
  selectedKey: string;
  onChange: (id: string) => void;
}

/** Where a key leads from a tab, one of so many: past the last comes the first (ARIA practices). */
const KEYS: Record<string, (at: number, of: number) => number> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowDown: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at + of - 1) % of,
  ArrowUp: (at, of) => (at + of - 1) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
};

/**
 * Views of one thing. Only the chosen one is rendered: its tab answers the press at once, what it
 * holds follows as soon as it is worked out. Plain elements, which answer before they are live
 * (decision 26).
 */
export function Tabs({ label, items, selectedKey, onChange }: TabsProps) {
  const id = useId();
  const shown = useDeferredValue(selectedKey);
  const list = useRef<HTMLDivElement>(null);
  const chosen = items.findIndex((item) => item.id === selectedKey);
  // On small screens the row of tabs is wider than the page: the chosen one is kept in sight.
  useEffect(() => {
    if (!selectedKey) return;
    // With the next frame, which lays the page out anyway.
    const frame = requestAnimationFrame(() => keepInSight(list.current));
    return () => cancelAnimationFrame(frame);
  }, [selectedKey]);
  const choose = (key: string) => {
    if (key !== selectedKey) onChange(key);
  };
  const takeOver = useEffectEvent(() => {
    const pressed = list.current && becomeLive(list.current);
    if (pressed) choose(pressed);
  });
  useLayoutEffect(() => takeOver(), []);
  const goByKey = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    const next = items[KEYS[key]?.(chosen, items.length) ?? -1];
    if (!next || ctrlKey || altKey || metaKey || shiftKey) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-key="${next.id}"]`)?.focus();
    choose(next.id);
  };
  return (
    <div className="flex flex-col gap-5">
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        aria-orientation="horizontal"
        onKeyDown={goByKey}
        // The mark of the chosen tab lies on the line below, which must bring no scroll bar.
        className="flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b"
      >
        {items.map((item, index) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-tab-${item.id}`}
            data-key={item.id}
            aria-selected={index === chosen}
            aria-controls={index === chosen ? `${id}-panel-${item.id}` : undefined}
            tabIndex={index === chosen ? 0 : -1}
            // A mouse is answered when it is pressed; a finger may be about to scroll.
            onPointerDown={({ pointerType, button, ctrlKey }) => {
              if (pointerType === "mouse" && button === 0 && !ctrlKey) choose(item.id);
            }}
            onClick={() => choose(item.id)}
            className="-mb-px flex h-10 shrink-0 cursor-pointer items-center gap-2 rounded-t-sm border-transparent border-b-2 px-3 font-medium text-base text-muted -outline-offset-2! transition-colors hover:text-ink aria-selected:border-ink aria-selected:text-ink"
          >
            {item.label}
            {item.count !== undefined && (
              <span className="rounded-full bg-hover px-1.5 text-soft text-xs tabular-nums leading-5">
                {item.count}
              </span>
            )}
          </button>
        ))}
      </div>
      <TabPanel
        key={selectedKey}
        id={`${id}-panel-${selectedKey}`}
        labelledBy={`${id}-tab-${selectedKey}`}
      >
        {selectedKey === shown && items[chosen]?.content}
      </TabPanel>
    </div>
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
