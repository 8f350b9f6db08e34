import type { z } from "zod";
import { type Problem, problem } from "./common";
import type { Operation } from "./operation";

/** A request that the server refused, or that never reached it (`status` 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(readonly problem: Omit<Problem, "type">) {
    super(problem.detail);
  }
}

type Input<T extends z.ZodType> = T extends z.ZodUndefined ? undefined : z.input<T>;
type Given<O extends Operation> = {
  [K in "params" | "query" | "body" as Input<O[K]> extends undefined ? never : K]: Input<O[K]>;
} & { signal?: AbortSignal };

/** The URL of an operation, for links such as an export. */
export function urlOf(
  operation: Operation,
  params?: Record<string, string>,
  query?: Record<string, unknown>,
): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
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
export async function callApi<O extends Operation>(
  operation: O,
  given: Given<O>,
): Promise<z.output<O["answer"]>> {
  const { params, query, body, signal } = given as {
    params?: Record<string, string>;
    query?: Record<string, unknown>;
    body?: unknown;
    signal?: AbortSignal;
  };
  let response: Response;
  try {
    response = await fetch(urlOf(operation, params, query), {
      method: operation.method,
      credentials: "same-origin",
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
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
  if (response.status === 204) return undefined as z.output<O["answer"]>;
  return (await response.json()) as z.output<O["answer"]>;
}

async function readProblem(response: Response): Promise<Omit<Problem, "type">> {
  const parsed = problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  return {
    status: response.status,
    code: "unexpected",
    title: "Something went wrong",
    detail: `The server answered with status ${response.status}. Try again in a moment.`,
  };
}
