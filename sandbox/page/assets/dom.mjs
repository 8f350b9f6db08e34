// @ts-check

/**
 * An element of the page that is known to be there.
 *
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`The page has no ${id}.`);
  return element;
}

/**
 * Makes an element; texts among its children are only ever texts.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * What the server wrote into the page for its script.
 *
 * @type {{
 *   faults: Record<string, string>,
 *   operations: Record<string, string>,
 *   initial: import("../../settings.ts").Settings,
 * }}
 */
export const given = JSON.parse(byId("given", HTMLScriptElement).text);
