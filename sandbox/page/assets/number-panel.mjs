// @ts-check
import { callControl } from "./control.mjs";
import { byId, given, make } from "./dom.mjs";

const input = byId("number-input", HTMLInputElement);
const answer = byId("number-answer", HTMLElement);

/** Starts the box that tells what the sandbox says of a number. */
export function startNumber() {
  byId("number", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    ask(input.value.replace(/[^\d+]/g, ""));
  });
}

/** @param {string} number */
async function ask(number) {
  try {
    answer.replaceChildren(...factsOf(await callControl("GET", `numbers/${number || "none"}`)));
  } catch (error) {
    answer.replaceChildren(
      make("p", { class: "problem" }, error instanceof Error ? error.message : String(error)),
    );
  }
}

/**
 * @typedef {{
 *   number: string,
 *   rcs: boolean,
 *   carrier: string | null,
 *   carrierStatus: string | null,
 *   asked: number,
 *   billed: number,
 *   strikes: string[],
 * }} Said
 */

/** @param {Said} said */
function factsOf({ number, rcs, carrier, carrierStatus, asked, billed, strikes }) {
  const facts = {
    Number: number,
    Carrier: carrier ?? "Not provided",
    "Carrier status": carrierStatus ?? "Not provided",
    Asked: times(asked),
    Billed: times(billed),
    ...(strikes.length === 0
      ? {}
      : {
          "Struck by": strikes.map((kind) => given.faults[kind]).join(", "),
        }),
  };
  return [
    make("p", { class: rcs ? "badge reach" : "badge" }, rcs ? "Reachable on RCS" : "Not on RCS"),
    make(
      "dl",
      { class: "facts" },
      ...Object.entries(facts).map(([name, value]) =>
        make("div", {}, make("dt", {}, name), make("dd", {}, value)),
      ),
    ),
  ];
}

/** @param {number} count */
function times(count) {
  return count === 0 ? "Never" : count === 1 ? "Once" : `${count} times`;
}
