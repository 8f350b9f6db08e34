import { z } from "zod";

const nothing = z.undefined();

/**
 * One operation of the HTTP interface. Its route handler, the browser's client and the OpenAPI
 * document are all made from it, so that they cannot drift apart.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  id: string;
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** With `{name}` for each path parameter. */
  path: string;
  summary: string;
  tag: "Accounts" | "Runs" | "Results" | "Lookup" | "System";
  /** Works without a session. */
  isPublic?: boolean;
  params: Params;
  query: Query;
  body: Body;
  answer: Answer;
  /** The status of a success; 200 unless said. */
  status?: 200 | 201 | 204;
  /** The media type of a success that is not JSON. */
  mediaType?: string;
}

type Spec = Omit<Operation, "params" | "query" | "body" | "answer">;
type Part<T> = T extends z.ZodType ? T : z.ZodUndefined;

/** Declares an operation; parts left out take nothing. */
export function operation<
  const S extends Spec & {
    params?: z.ZodType;
    query?: z.ZodType;
    body?: z.ZodType;
    answer?: z.ZodType;
  },
>(spec: S): Operation<Part<S["params"]>, Part<S["query"]>, Part<S["body"]>, Part<S["answer"]>> {
  return { params: nothing, query: nothing, body: nothing, answer: nothing, ...spec } as never;
}
