import { z } from "zod";
import { cleanText } from "./clean-text";
import { holdsSomething } from "./holds-something";

const envelope = z.object({
  code: z.unknown().optional(),
  message: z.unknown().optional(),
  error: z.unknown().optional(),
});

/** What an answer says of itself, in the envelope that all of Kaleyra's answers share. */
export interface StatedError {
  /** Kaleyra's `code`. It decides nothing: RCS702 stands on successes and on errors. */
  code: string | null;
  /** Whether `error` holds anything; `{}`, `[]`, `""` and null are no error. */
  hasError: boolean;
  errorCode: string | null;
  message: string | null;
}

/** Reads the error part of an answer, whatever its shape. */
export function readStatedError(body: unknown): StatedError {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { code: null, hasError: false, errorCode: null, message: null };
  const { code, message, error } = parsed.data;
  const fields = new Map(
    typeof error === "object" && error !== null ? Object.entries(error) : [["error", error]],
  );
  const words = [...fields.values()].map((value) => cleanText(value, 2000));
  const said = cleanText(fields.get("error_message"), 2000) ?? cleanText(message, 2000);
  return {
    code: cleanText(code, 100),
    hasError: [...fields.values()].some((value) => value !== false && holdsSomething(value)),
    errorCode: cleanText(fields.get("error_code"), 100),
    message: said ?? words.find((word) => word !== null) ?? null,
  };
}
