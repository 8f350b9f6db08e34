import { z } from "zod";
import { cleanText } from "./clean-text";
import { holdsSomething } from "./holds-something";

const envelope = z.object({
  code: z.unknown().optional(),
  message: z.unknown().optional(),
  error: z.unknown().optional(),
  data: z.unknown().optional(),
});
const within = z.object({ error: z.unknown() });
/** An error code that says that there is none. */
const NO_ERROR = new Set<unknown>([0, "0"]);

/** What an answer says of itself, in the envelope that all of Kaleyra's answers share. */
export interface StatedError {
  /** Kaleyra's `code`. It decides nothing: RCS702 stands on successes and on errors. */
  code: string | null;
  /** Whether `error`, or that of `data`, holds anything; `{}`, `[]`, `""`, null and a code 0 are no error. */
  hasError: boolean;
  errorCode: string | null;
  message: string | null;
}

/** Reads the error part of an answer, whatever its shape. */
export function readStatedError(body: unknown): StatedError {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { code: null, hasError: false, errorCode: null, message: null };
  const { code, message, error, data } = parsed.data;
  const fields = tellingOf(error, within.safeParse(data).data?.error);
  const words = [...fields.values()].map((value) => cleanText(value, 2000));
  const said = cleanText(fields.get("error_message"), 2000) ?? cleanText(message, 2000);
  return {
    code: cleanText(code, 100),
    hasError: saysError(fields),
    errorCode: cleanText(fields.get("error_code"), 100),
    message: said ?? words.find((word) => word !== null) ?? null,
  };
}

/** Whether an `error`, of the answer or of one device, says that something went wrong. */
export const isError = (error: unknown): boolean => saysError(fieldsOf(error));

/** The fields of the answer's own `error`, unless it names none and that of `data` does. */
function tellingOf(error: unknown, ofData: unknown): ReadonlyMap<string, unknown> {
  const isOwn = isError(error) || (holdsSomething(error) && !isError(ofData));
  return fieldsOf(isOwn ? error : ofData);
}

const fieldsOf = (error: unknown) =>
  new Map<string, unknown>(
    typeof error === "object" && error !== null ? Object.entries(error) : [["error", error]],
  );

function saysError(fields: ReadonlyMap<string, unknown>): boolean {
  const values = [...fields.values()];
  if (NO_ERROR.has(fields.get("error_code"))) return false;
  return values.some((value) => value !== false && !NO_ERROR.has(value) && holdsSomething(value));
}
