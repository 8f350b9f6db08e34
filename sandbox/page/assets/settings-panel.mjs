// @ts-check
import { callControl } from "./control.mjs";
import { byId, given } from "./dom.mjs";
import { toSettings, toText } from "./form-values.mjs";

/**
 * @typedef {HTMLInputElement | HTMLSelectElement} Control
 * @typedef {import("./form-values.mjs").Settings} Settings
 */

const form = byId("settings", HTMLFormElement);
const status = byId("settings-status", HTMLElement);
/** @type {Control[]} */
const controls = [...form.querySelectorAll("[data-kind]")].filter(
  (element) => element instanceof HTMLInputElement || element instanceof HTMLSelectElement,
);
/** @type {HTMLButtonElement[]} */
const presets = [...byId("presets", HTMLElement).querySelectorAll("button")];

/**
 * The settings that are in force, as far as this page knows.
 *
 * @type {Settings}
 */
let known = given.initial;
let isFilled = false;

/** Starts the form and the buttons of situations. */
export function startSettings() {
  form.addEventListener("input", () => {
    say(isEdited() ? "Not applied yet." : "");
    markChanged();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isComplete()) apply(toSettings(controls.map(entryOf)));
  });
  byId("reset", HTMLButtonElement).addEventListener("click", () => apply({}));
  for (const button of presets) {
    button.addEventListener("click", () => apply(JSON.parse(button.dataset.settings ?? "{}")));
  }
}

/**
 * Shows the settings that are in force, unless someone is editing them here.
 *
 * @param {Settings} settings
 */
export function showSettings(settings) {
  const wasEdited = isFilled && isEdited();
  known = settings;
  if (!wasEdited) fill();
  markPreset();
}

/** @param {Settings} settings */
async function apply(settings) {
  try {
    known = await callControl("PUT", "settings", settings);
    fill();
    markPreset();
    say("Applied.");
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
}

function fill() {
  isFilled = true;
  for (const control of controls) {
    const text = toText(known, fieldOf(control));
    if (isSwitch(control)) control.checked = text === "true";
    else control.value = text;
  }
  markChanged();
}

function isEdited() {
  return controls.some((control) => shown(control) !== toText(known, fieldOf(control)));
}

/** Whether each field can be sent; the first that can't is shown with what is wrong. */
function isComplete() {
  const wrong = controls.find((control) => !control.checkValidity());
  if (wrong === undefined) return true;
  const section = wrong.closest("details");
  if (section !== null) section.open = true;
  wrong.reportValidity();
  return false;
}

/** Says in each section how many of its settings differ from the start. */
function markChanged() {
  for (const section of form.querySelectorAll("details")) {
    const changed = controls.filter(
      (control) =>
        section.contains(control) && shown(control) !== toText(given.initial, fieldOf(control)),
    ).length;
    const mark = section.querySelector(".changed");
    if (!(mark instanceof HTMLElement)) continue;
    mark.hidden = changed === 0;
    mark.textContent = `${changed} changed`;
  }
}

function markPreset() {
  for (const button of presets) {
    const settings = JSON.parse(button.dataset.settings ?? "{}");
    const isOn = controls.every(
      (control) => toText(settings, fieldOf(control)) === toText(known, fieldOf(control)),
    );
    button.setAttribute("aria-pressed", String(isOn));
  }
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
}

/** @param {Control} control */
function fieldOf(control) {
  return { name: control.name, kind: control.dataset.kind ?? "" };
}

/** @param {Control} control */
function entryOf(control) {
  return {
    ...fieldOf(control),
    value: control.value,
    checked: isSwitch(control) && control.checked,
  };
}

/** @param {Control} control */
function shown(control) {
  return isSwitch(control) ? String(control.checked) : control.value;
}

/**
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
function isSwitch(control) {
  return control.dataset.kind === "switch";
}
