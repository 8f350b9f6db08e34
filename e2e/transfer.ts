import type { Page } from "@playwright/test";

/** What a drag or the clipboard carries. */
export interface Carried {
  files?: { name: string; text: string }[];
  /** By type, such as `text/plain`. */
  data?: Record<string, string>;
}

/** Drops something on the page, as the system's file manager or a mail client does. */
export async function dropOn(page: Page, selector: string, carried: Carried): Promise<void> {
  await send(page, selector, carried, ["dragover", "drop"]);
}

/** Drags something over the page without letting it go. */
export async function dragOver(page: Page, selector: string, carried: Carried): Promise<void> {
  await send(page, selector, carried, ["dragover"]);
}

/** Pastes something where the focus is not in a field. */
export async function pasteOn(page: Page, selector: string, carried: Carried): Promise<void> {
  await send(page, selector, carried, ["paste"]);
}

async function send(page: Page, selector: string, carried: Carried, events: string[]) {
  await page.locator(selector).evaluate(
    (target, { files = [], data = {}, types }) => {
      const transfer = new DataTransfer();
      for (const { name, text } of files) transfer.items.add(new File([text], name));
      for (const [type, value] of Object.entries(data)) transfer.setData(type, value);
      const general = { bubbles: true, cancelable: true };
      for (const type of types) {
        const event =
          type === "paste"
            ? new ClipboardEvent(type, { ...general, clipboardData: transfer })
            : new DragEvent(type, { ...general, dataTransfer: transfer });
        target.dispatchEvent(event);
      }
    },
    { ...carried, types: events },
  );
}
