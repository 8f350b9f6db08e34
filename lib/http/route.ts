import { z } from "zod";
import type { Operation } from "@/lib/api/operation";
import type { SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { logScope, withLogScope } from "@/lib/logging/log-scope";
import { callerOf } from "./caller-of";
import { problemResponse, toProblem } from "./problem";
import { readJson } from "./read-json";
import { REQUEST_ID, requestIdOf } from "./request-id";

interface Call<O extends Operation> {
  user: SessionUser;
  params: z.output<O["params"]>;
  query: z.output<O["query"]>;
  body: z.output<O["body"]>;
  request: Request;
}
type Handler<O extends Operation> = (call: Call<O>) => Result<O>;
type Result<O extends Operation> = O["answer"] extends z.ZodUndefined
  ? Promise<void>
  : Promise<z.input<O["answer"]> | Response>;
interface RouteContext {
  params: Promise<Record<string, string | string[] | undefined>>;
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const fields = Object.fromEntries(
    issues.toReversed().map((issue) => [issue.path.join("."), issue.message]),
  );
  const first = issues[0];
  const place = first?.path.length ? `${first.path.join(".")}: ` : "";
  throw new AppError("invalid_request", `${place}${first?.message ?? "Not valid."}`, fields);
}

const isGiven = (schema: z.ZodType) => !(schema instanceof z.ZodUndefined);

/**
 * Makes a route handler of an operation: it refuses strangers and other sites, parses what came,
 * calls one verb and answers. Every thrown error becomes `application/problem+json` here.
 */
export function route<O extends Operation>(operation: O, handler: Handler<O>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const known = logScope().requestId;
    const requestId = known ?? requestIdOf(request.headers.get(REQUEST_ID));
    const response = await withRequestId(requestId, () =>
      answer(operation, handler, request, context).catch((error: unknown) => {
        const problem = toProblem(error);
        if (problem.status >= 500) {
          logger.error({ operation: operation.id, err: error }, "request failed");
        }
        return problemResponse(problem, requestId);
      }),
    );
    // The server has set it already where it has named the request.
    if (!known) response.headers.set("X-Request-Id", requestId);
    return response;
  };
}

/** Within the scope that the server has opened for the request, what it learns of the user stays. */
const withRequestId = <T>(requestId: string, work: () => T): T =>
  logScope().requestId === requestId ? work() : withLogScope({ requestId }, work);

async function answer<O extends Operation>(
  operation: O,
  handler: Handler<O>,
  request: Request,
  context: RouteContext,
): Promise<Response> {
  const user = await callerOf(request, operation);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const given = {
    params: isGiven(operation.params) ? parseId(operation.params, await context.params) : undefined,
    query: isGiven(operation.query) ? parse(operation.query, search) : undefined,
    body: isGiven(operation.body) ? parse(operation.body, await readJson(request)) : undefined,
  } as Pick<Call<O>, "params" | "query" | "body">;
  const result = await handler({ user, request, ...given });
  if (result instanceof Response) return result;
  const status = operation.status ?? 200;
  if (status === 204) return new Response(null, { status });
  return Response.json(result, { status, headers: { "Cache-Control": "no-store" } });
}

/** A malformed id is answered like an unknown one. */
function parseId(schema: z.ZodType, params: unknown): unknown {
  const result = schema.safeParse(params);
  if (!result.success) throw new AppError("not_found", "There is nothing at this address.");
  return result.data;
}
