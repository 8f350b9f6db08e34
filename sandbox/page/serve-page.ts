import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import type { Settings } from "../settings";
import { renderPage } from "./render-page";

const FOLDER = path.resolve("sandbox/page/assets");
const ASSETS = {
  "page.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "main.mjs": "text/javascript; charset=utf-8",
  "dom.mjs": "text/javascript; charset=utf-8",
  "control.mjs": "text/javascript; charset=utf-8",
  "form-values.mjs": "text/javascript; charset=utf-8",
  "settings-panel.mjs": "text/javascript; charset=utf-8",
  "number-panel.mjs": "text/javascript; charset=utf-8",
  "log-panel.mjs": "text/javascript; charset=utf-8",
  "log-tables.mjs": "text/javascript; charset=utf-8",
};
const ASSET_PATHS = new Map(
  Object.entries(ASSETS).map(([name, type]) => [`/sandbox/page/${name}`, { name, type }]),
);
const HEADERS = {
  "cache-control": "no-cache",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Serves the page and what belongs to it; false when the path is neither. */
export function servePage(requested: string, response: ServerResponse, initial: Settings): boolean {
  if (requested === "/") {
    send(response, "text/html; charset=utf-8", renderPage(initial));
    return true;
  }
  const asset = ASSET_PATHS.get(requested);
  if (asset === undefined) return false;
  send(response, asset.type, readFileSync(path.join(FOLDER, asset.name), "utf8"));
  return true;
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { "content-type": type, ...HEADERS });
  response.end(text);
}
