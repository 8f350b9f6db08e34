// @ts-check
import { callControl } from "./control.mjs";
import { byId } from "./dom.mjs";
import { showLog, startLog } from "./log-panel.mjs";
import { startNumber } from "./number-panel.mjs";
import { showSettings, startSettings } from "./settings-panel.mjs";

const PERIOD_MS = 1000;

const live = byId("live", HTMLInputElement);
const connection = byId("connection", HTMLElement);

startSettings();
startNumber();
startLog();
refresh();

/** Shows the state of the sandbox, and again every second while someone looks at it. */
async function refresh() {
  const isFirst = connection.dataset.state === undefined;
  if (isFirst || (live.checked && !document.hidden)) {
    try {
      const [settings, log] = await Promise.all([
        callControl("GET", "settings"),
        callControl("GET", "log?calls=100"),
      ]);
      showSettings(settings);
      showLog(log);
      sayConnected(true);
    } catch {
      sayConnected(false);
    }
  }
  setTimeout(refresh, PERIOD_MS);
}

/** @param {boolean} isConnected */
function sayConnected(isConnected) {
  const state = isConnected ? "on" : "off";
  if (connection.dataset.state === state) return;
  connection.dataset.state = state;
  connection.hidden = isConnected;
  connection.textContent = isConnected
    ? ""
    : "The sandbox does not answer. This page goes on by itself when it is back.";
}
