/**
 * Answers a press on a tab until the page's own scripts are there: the tab is marked as the chosen
 * one, what another one holds goes out of sight, and `Tabs` chooses it once it is live. Part of the
 * page itself, see app/layout.tsx: it may use nothing but what the browser has.
 */
function answerEarly(): void {
  document.addEventListener("click", ({ target }) => {
    const selector = "[role=tablist]:not([data-live]) > [role=tab]";
    const tab = (target as Element).closest<HTMLElement>(selector);
    const row = tab?.parentElement;
    if (!tab || !row) return;
    for (const one of row.children) one.setAttribute("aria-selected", String(one === tab));
    row.dataset.pressed = tab.dataset.key;
  });
}

export const EARLY_TAB = `(${answerEarly})()`;

/** Says that a row of tabs is live. Returns the key of the tab that was pressed before, if any was. */
export function becomeLive(row: HTMLElement): string | undefined {
  row.dataset.live = "";
  return row.dataset.pressed;
}
