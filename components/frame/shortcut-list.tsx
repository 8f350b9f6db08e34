import { SHORTCUTS } from "./shortcut-keys";

/** The keys and what they do. */
export function ShortcutList() {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2.5">
      {SHORTCUTS.map(({ key, words }) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="inline-grid h-7 min-w-7 place-items-center rounded-sm border border-line-strong bg-sunken px-1.5 font-mono text-ink text-sm">
              {key}
            </kbd>
          </dt>
          <dd className="text-soft">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
