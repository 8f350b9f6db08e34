import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/**
 * The most memory that the process of a tab has held so far, in bytes: all of it, with its workers,
 * its buffers and the browser's own code (Linux, `VmHWM`). Of several tabs, the largest.
 */
export async function mostTabMemory(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page belongs to no browser.");
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send("SystemInfo.getProcessInfo");
  await cdp.detach();
  const tabs = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...(await Promise.all(tabs.map(({ id }) => mostMemoryOf(id)))));
}

async function mostMemoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
