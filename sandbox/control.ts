import { normaliseAddress } from "./addresses";
import { answerFor } from "./answers";
import type { CallLog } from "./log";
import type { Reply } from "./reply";
import { type Settings, type SettingsInput, settingsSchema } from "./settings";

/** What the control interface works on. */
export interface Controlled {
  log: CallLog;
  settings: Settings;
  /** Sets what is given, and the rest to the value it started with. */
  configure: (input: SettingsInput) => void;
}

/**
 * The sandbox's own interface:
 * `GET|DELETE /sandbox/log`, `GET|PUT /sandbox/settings`, `GET /sandbox/numbers/{number}` (its
 * answer, and how often it was asked and billed).
 */
export function control(sandbox: Controlled, method: string, path: string, body: string): Reply {
  const [, , place = "", number = ""] = path.split("/");
  switch (`${method} ${place}`) {
    case "GET log":
      return { status: 200, body: sandbox.log.report() };
    case "DELETE log":
      sandbox.log.clear();
      return { status: 200, body: sandbox.log.report() };
    case "GET settings":
      return { status: 200, body: sandbox.settings };
    case "PUT settings":
      return putSettings(sandbox, body);
    case "GET numbers":
      return getNumber(sandbox, number);
    default:
      return { status: 404, body: { error: "The sandbox has no such control." } };
  }
}

function putSettings(sandbox: Controlled, body: string): Reply {
  const parsed = settingsSchema.partial().safeParse(parseJson(body));
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join(".") || "settings"}: ${message}`,
    );
    return { status: 400, body: { error: "These settings are not valid.", problems } };
  }
  sandbox.configure(parsed.data);
  return { status: 200, body: sandbox.settings };
}

function getNumber(sandbox: Controlled, segment: string): Reply {
  const number = normaliseAddress(segment.replace(/^%2B/i, "+"));
  if (number === null) return { status: 400, body: { error: "This is no E.164 number." } };
  const { asked, billed } = sandbox.log.countOf(number);
  return { status: 200, body: { ...answerFor(number), asked, billed } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
