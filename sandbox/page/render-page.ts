import { type Settings, settingsSchema } from "../settings";
import { ANSWER_SECTIONS } from "./answer-sections";
import { CALL_SECTIONS } from "./call-sections";
import { escapeHtml } from "./escape";
import { FAULT_LABELS, OPERATION_LABELS } from "./labels";
import { PRESETS, type Preset } from "./presets";
import { renderSection } from "./render-field";

/**
 * The sandbox's own page. Its figures come by its script.
 *
 * @param initial the settings of the start
 */
export function renderPage(initial: Settings): string {
  const given = { faults: FAULT_LABELS, operations: OPERATION_LABELS, initial };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Kaleyra sandbox</title>
<link rel="icon" href="/sandbox/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sandbox/page/page.css">
<script type="application/json" id="given">${JSON.stringify(given).replaceAll("<", "\\u003c")}</script>
<script type="module" src="/sandbox/page/main.mjs"></script>
</head>
<body>
<a class="skip" href="#log">Skip to the log</a>
<header>
  <h1>Kaleyra sandbox</h1>
  <p>Stands in for Kaleyra's lookups. Nothing leaves this machine, nothing is charged, and every
  answer is made up: a number always gets the same one.</p>
  <p class="offline" id="connection" role="status" hidden></p>
  <noscript><p class="offline">This page needs JavaScript. Without it:
  <a href="/sandbox/log">the log</a>, <a href="/sandbox/settings">the settings</a>.</p></noscript>
</header>
<main>
<div class="column">
${renderPresets(initial)}
${renderForm()}
</div>
<div class="column">
${NUMBER_PANEL}
${LOG_PANEL}
</div>
</main>
${FOOTER}
</body>
</html>
`;
}

function renderPresets(initial: Settings): string {
  return `
<section class="panel" aria-labelledby="presets-title">
  <h2 id="presets-title">Situations</h2>
  <ul class="presets" id="presets">${PRESETS.map((preset) => renderPreset(preset, initial)).join(
    "",
  )}</ul>
</section>`;
}

function renderPreset({ title, text, settings }: Preset, initial: Settings): string {
  const whole = settingsSchema.parse({ ...initial, ...settings });
  return `
<li><button type="button" data-settings="${escapeHtml(JSON.stringify(whole))}" aria-pressed="false">
  <strong>${escapeHtml(title)}</strong><span>${escapeHtml(text)}</span>
</button></li>`;
}

function renderForm(): string {
  return `
<form class="panel" id="settings" aria-labelledby="settings-title" novalidate>
  <div class="heading">
    <h2 id="settings-title">Settings</h2>
  </div>
  ${[...CALL_SECTIONS, ...ANSWER_SECTIONS].map(renderSection).join("")}
  <div class="bar">
    <button type="submit" class="primary">Apply</button>
    <button type="button" id="reset">Reset to the start</button>
    <p id="settings-status" role="status"></p>
  </div>
</form>`;
}

const NUMBER_PANEL = `
<section class="panel" aria-labelledby="number-title">
  <h2 id="number-title">What do you say of a number?</h2>
  <form id="number" novalidate>
    <label for="number-input">Phone number, with its country code</label>
    <div class="entry">
      <input type="tel" id="number-input" name="number" placeholder="+14155552671" autocomplete="off">
      <button type="submit">Ask</button>
    </div>
  </form>
  <div id="number-answer" role="status"></div>
</section>`;

const LOG_PANEL = `
<section class="panel" id="log" aria-labelledby="log-title" tabindex="-1">
  <div class="heading">
    <h2 id="log-title">Log</h2>
    <label class="inline"><input type="checkbox" id="live" checked> Live</label>
    <button type="button" id="clear">Clear the log</button>
  </div>
  <dl class="tiles" id="totals"></dl>
  <h3>By operation</h3>
  <div class="scroll" tabindex="0" role="region" aria-label="Calls by operation">
    <table id="by-operation"></table>
  </div>
  <div id="accounts" hidden>
    <h3>By account</h3>
    <div class="scroll" tabindex="0" role="region" aria-label="Calls by account">
      <table id="by-account"></table>
    </div>
  </div>
  <h3>Latest calls</h3>
  <div class="scroll tall" tabindex="0" role="region" aria-label="Latest calls">
    <table id="calls"></table>
  </div>
  <h3>Numbers asked more than once</h3>
  <div class="scroll tall" tabindex="0" role="region" aria-label="Numbers asked more than once">
    <table id="repeated"></table>
  </div>
</section>`;

const FOOTER = `
<footer>
  <h2>How it is called</h2>
  <p>With any SID and the header <code>api-key: sandbox-key</code>, unless the settings name
  another key:</p>
  <ul>
    <li><code>POST /v1/{sid}/rcs/lookup/bulk</code></li>
    <li><code>POST /v1/{sid}/rcs/lookup</code></li>
    <li><code>GET /v1/{sid}/rcs/lookup/{number}</code></li>
    <li><code>POST /v1/{sid}/lookup</code></li>
    <li><code>GET /api/v1/{sid}/lookup/get-info/{id}</code></li>
  </ul>
  <p>And controlled by scripts:
    <a href="/sandbox/log"><code>/sandbox/log</code></a> (GET, DELETE),
    <a href="/sandbox/settings"><code>/sandbox/settings</code></a> (GET, PUT),
    <code>/sandbox/numbers/{number}</code> (GET).</p>
</footer>`;
