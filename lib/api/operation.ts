import { z } from "zod";
import { type OperationId, ROUTES } from "./routes";

const nothing = z.undefined();

/**
 * One operation of the HTTP interface. Its route handler, the OpenAPI document and the types of the
 * browser's client are all made from it, so that they cannot drift apart.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: OperationId;
  method: (typeof ROUTES)[OperationId]["method"];
  path: string;
  summary: string;
  tag:
    | "Accounts"
    | "People"
    | "Tokens"
    | "Runs"
    | "Results"
    | "Lookup"
    | "Personal data"
    | "System";
  /** Works without a session. */
  isPublic?: boolean;
  /** Open to API tokens too. What is not said to be needs a person's session. */
  isForTokens?: boolean;
  params: Params;
  query: Query;
  body: Body;
  answer: Answer;
  /** The status of a success; 200 unless said. */
  status?: 200 | 201 | 204;
  /** The media types of a success that is not JSON. */
  mediaTypes?: readonly string[];
}

type Spec = Omit<Operation, "method" | "path" | "params" | "query" | "body" | "answer">;
type Part<T> = T extends z.ZodType ? T : z.ZodUndefined;

/** Declares what goes into an operation and comes out of it; parts left out take nothing. */
export function operation<
  const S extends Spec & {
    params?: z.ZodType;
    query?: z.ZodType;
    body?: z.ZodType;
    answer?: z.ZodType;
  },
>(spec: S): Operation<Part<S["params"]>, Part<S["query"]>, Part<S["body"]>, Part<S["answer"]>> {
  const parts = { params: nothing, query: nothing, body: nothing, answer: nothing };
  return { ...ROUTES[spec.id], ...parts, ...spec } as never;
}
