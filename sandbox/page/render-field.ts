import { escapeHtml } from "./escape";
import type { Field, Section } from "./field";

/** The HTML of a section of the form: closed until it is opened. */
export function renderSection({ title, note, fields }: Section): string {
  return `
<details class="section">
  <summary><span>${escapeHtml(title)}</span><span class="changed" hidden></span></summary>
  ${note === undefined ? "" : `<p class="note">${escapeHtml(note)}</p>`}
  <div class="fields" role="group" aria-label="${escapeHtml(title)}">${fields.map(renderField).join("")}</div>
</details>`;
}

function renderField(field: Field): string {
  const { name, label, hint } = field;
  const described = hint === undefined ? "" : ` aria-describedby="${idOf(name)}-hint"`;
  const hintText =
    hint === undefined ? "" : `<p class="hint" id="${idOf(name)}-hint">${escapeHtml(hint)}</p>`;
  const common = `id="${idOf(name)}" name="${name}" data-kind="${field.kind}"${described}`;
  if (field.kind === "switch") {
    return `
<div class="field switch">
  <input type="checkbox" ${common}><label for="${idOf(name)}">${escapeHtml(label)}</label>${hintText}
</div>`;
  }
  return `
<div class="field">
  <label for="${idOf(name)}">${escapeHtml(label)}</label>
  <div class="entry">${renderEntry(field, common)}</div>${hintText}
</div>`;
}

function renderEntry(field: Exclude<Field, { kind: "switch" }>, common: string): string {
  switch (field.kind) {
    case "text":
      return `<input type="text" ${common} required maxlength="${field.maxLength}" autocomplete="off" spellcheck="false">`;
    case "choice":
      return `<select ${common}>${field.options
        .map(({ value, label }) => `<option value="${value}">${escapeHtml(label)}</option>`)
        .join("")}</select>`;
    case "share":
      return renderNumber(`${common} min="0" max="100" step="any" required`, "%");
    case "optional":
      return renderNumber(`${common} min="${field.min}" max="${field.max}"`, field.unit);
    case "number":
      return renderNumber(`${common} min="${field.min}" max="${field.max}" required`, field.unit);
  }
}

function renderNumber(attributes: string, unit = ""): string {
  const suffix = unit === "" ? "" : `<span class="unit">${escapeHtml(unit)}</span>`;
  return `<input type="number" inputmode="decimal" ${attributes}>${suffix}`;
}

function idOf(name: string): string {
  return name.replace(".", "-");
}
