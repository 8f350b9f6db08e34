import type { z } from "zod";
import type { Problem } from "./common";
import type { OperationOf } from "./operations";
import { type OperationId, ROUTES } from "./routes";

// The schemas of the operations stay on the server: here they are types alone.

/** A request that the server refused, or that never reached it (`status` 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(readonly problem: Omit<Problem, "type">) {
    super(problem.detail);
  }
}

type Input<T extends z.ZodType> = T extends z.ZodUndefined ? undefined : z.input<T>;
type Part = "params" | "query" | "body";
type Given<Id extends OperationId> = {
  [K in Part as Input<OperationOf<Id>[K]> extends undefined ? never : K]: Input<OperationOf<Id>[K]>;
} & { signal?: AbortSignal };

/** What an operation answers. */
export type AnswerOf<Id extends OperationId> = z.output<OperationOf<Id>["answer"]>;

/** The URL of an operation, for links such as an export. */
export function urlOf(
  id: OperationId,
  params?: Record<string, string>,
  query?: Record<string, unknown>,
): string {
  const path = ROUTES[id].path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ""),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  }
  return search.size > 0 ? `${path}?${search}` : path;
}

/**
 * Calls an operation of the server that served this page.
 *
 * @throws ApiError with the server's own sentence, or one about the connection
 */
export async function callApi<Id extends OperationId>(
  id: Id,
  given: Given<Id>,
): Promise<AnswerOf<Id>> {
  const { params, query, body, signal } = given as {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
    signal?: AbortSignal;
  };
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(urlOf(id, params, query), {
      method: ROUTES[id].method,
      credentials: "same-origin",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    // An answer may break off in its middle: then, too, the server could not be reached.
    if (response.ok && response.status !== 204) answer = await response.json();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({
      status: 0,
      code: "unreachable",
      title: "RCS Reach does not answer",
      detail: "The server could not be reached. Check your connection and try again.",
    });
  }
  if (!response.ok) throw new ApiError(await readProblem(response));
  return answer as AnswerOf<Id>;
}

/** What a refused request was answered. */
export async function readProblem(response: Response): Promise<ApiError["problem"]> {
  const body: unknown = await response.json().catch(() => null);
  if (isProblem(body)) return body;
  return {
    status: response.status,
    code: "unexpected",
    title: "Something went wrong",
    detail: `The server answered with status ${response.status}. Try again in a moment.`,
  };
}

/** A proxy between may answer with a body of its own. */
function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "detail" in body;
}
