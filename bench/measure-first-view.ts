import type { Page } from "@playwright/test";

/** What a page's first view costs. */
export interface FirstView {
  /** Bytes of JavaScript as they were sent, compressed. */
  scriptBytes: number;
  /** Cumulative Layout Shift (W3C, Layout Instability), of everything until the network is quiet. */
  layoutShift: number;
}

/** Opens a page in a browser that has cached nothing of it, and waits until the network is quiet. */
export async function measureFirstView(page: Page, path: string): Promise<FirstView> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let scriptBytes = 0;
  cdp.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (type === "Script" || /javascript/.test(response.mimeType)) scripts.add(requestId);
  });
  cdp.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { layoutShifts: shifts });
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) shifts.push(Reflect.get(shift, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const layoutShift = await page.evaluate(() =>
    (window as unknown as { layoutShifts: number[] }).layoutShifts.reduce((a, b) => a + b, 0),
  );
  await cdp.detach();
  return { scriptBytes, layoutShift };
}
