/** What an operation answers, before any fault. */
export interface Reply {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** What became of a call: its answer, the numbers it asked for, and those that are billed. */
export interface Handled {
  reply: Reply;
  /** Unique valid numbers of the request, E.164 with `+`. */
  asked: readonly string[];
  /** Those of them that were looked up. */
  billed: readonly string[];
}

/** A call that is answered without being billed. */
export function unbilled(reply: Reply, asked: readonly string[] = []): Handled {
  return { reply, asked, billed: [] };
}

/** A failure in the envelope that all documented ones share. */
export function failure(status: number, code: string, errorCode: string, message: string): Reply {
  return {
    status,
    body: { code, message, data: [], error: { error_code: errorCode, error_message: message } },
  };
}
