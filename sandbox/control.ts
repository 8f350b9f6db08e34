import { normaliseAddress } from "./addresses";
import { answerFor } from "./answers";
import { NUMBER_FAULT_KINDS } from "./faults";
import { strikesOf } from "./faults/struck";
import type { Reply } from "./reply";
import { settingsSchema } from "./settings";
import type { SandboxState } from "./state";

const NO_NUMBER = "This is no number with a country code, such as +14155552671.";

/**
 * The sandbox's own interface:
 * `GET|DELETE /sandbox/log` (`?calls=50`: only so many of the latest), `GET|PUT
 * /sandbox/settings`, `GET /sandbox/numbers/{number}` (its answer, how often it was asked and
 * billed, and the faults that would strike it now).
 */
export function control(state: SandboxState, method: string, url: URL, body: string): Reply {
  const [, , place = "", number = ""] = url.pathname.split("/");
  switch (`${method} ${place}`) {
    case "GET log":
      return getLog(state, url.searchParams.get("calls"));
    case "DELETE log":
      state.clearLog();
      return { status: 200, body: state.log.report() };
    case "GET settings":
      return { status: 200, body: state.settings };
    case "PUT settings":
      return putSettings(state, body);
    case "GET numbers":
      return getNumber(state, number);
    default:
      return { status: 404, body: { error: "The sandbox has no such control." } };
  }
}

function getLog({ log }: SandboxState, calls: string | null): Reply {
  if (calls === null) return { status: 200, body: log.report() };
  if (!/^\d{1,5}$/.test(calls)) return { status: 400, body: { error: "calls is no number." } };
  return { status: 200, body: log.report(Number(calls)) };
}

function putSettings(state: SandboxState, body: string): Reply {
  const parsed = settingsSchema.partial().safeParse(parseJson(body));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".") || "settings"}: ${message}`,
    );
    return { status: 400, body: { error: "These settings are not valid.", problems } };
  }
  state.configure(parsed.data);
  return { status: 200, body: state.settings };
}

function getNumber({ log, settings }: SandboxState, segment: string): Reply {
  const number = normaliseAddress(segment.replace(/^%2B/i, "+"));
  if (number === null) return { status: 400, body: { error: NO_NUMBER } };
  const { asked, billed } = log.countOf(number);
  const { struck } = strikesOf(settings, null, () => asked);
  const strikes = NUMBER_FAULT_KINDS.filter((fault) => struck(fault, number));
  return { status: 200, body: { ...answerFor(number), asked, billed, strikes } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
