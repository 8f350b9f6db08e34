import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** Without a window's machinery, which the tests never see. */
const SHELL = "chromium-headless-shell";
const BROWSERS = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const places = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

function inPath(name: string): string | undefined {
  try {
    return execFileSync("which", [name], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return undefined;
  }
}

function installed(isAsUsed: boolean): string | undefined {
  const own = chromium.executablePath();
  const names = isAsUsed ? [...BROWSERS, SHELL] : [SHELL, ...BROWSERS];
  return [process.env.CHROMIUM_PATH, own, ...places, ...names.map(inPath)].find(
    (file) => file !== undefined && existsSync(file),
  );
}

/**
 * A Chromium for the browser tests: the one that CHROMIUM_PATH names, Playwright's own, or an
 * installed one; as root on Debian or Ubuntu, one is installed.
 *
 * @param isAsUsed whether the browser that people use comes before its headless shell
 * @throws an Error that says what to do
 */
export function findChromium({ isAsUsed = false } = {}): string {
  const found = installed(isAsUsed);
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("No Chromium is installed; installing Debian's.");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    for (const name of isAsUsed ? ["chromium"] : [SHELL, "chromium"]) {
      spawnSync("apt-get", ["install", "-y", "-qq", name], { stdio: "inherit", env });
      const fresh = installed(isAsUsed);
      if (fresh) return fresh;
    }
  }
  throw new Error(
    "The browser tests need a Chromium and found none. Install one (Debian, Ubuntu: `apt install chromium`; elsewhere: `npx playwright install chromium`), or set CHROMIUM_PATH to its program.",
  );
}
