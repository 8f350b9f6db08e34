import { z } from "zod";
import { problem } from "@/lib/api/common";
import type { Operation } from "@/lib/api/operation";
import { operations } from "@/lib/api/operations";

const json = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return rest;
};
const isGiven = (schema: z.ZodType) => !(schema instanceof z.ZodUndefined);

function parameters(operation: Operation) {
  return (["params", "query"] as const).flatMap((place) => {
    if (!isGiven(operation[place])) return [];
    const { properties = {}, required = [] } = json(operation[place], "input") as {
      properties?: Record<string, { description?: string }>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, { description, ...schema }]) => ({
      name,
      in: place === "params" ? "path" : "query",
      required: required.includes(name),
      ...(description && { description }),
      schema,
    }));
  });
}

function securityOf({ isPublic, isForTokens }: Operation) {
  if (isPublic) return [];
  return isForTokens ? [{ token: [] }, { session: [] }] : [{ session: [] }];
}

function operationObject(operation: Operation) {
  const status = operation.status ?? 200;
  const content =
    status === 204
      ? {}
      : {
          content: Object.fromEntries(
            (operation.mediaTypes ?? ["application/json"]).map((type) => [
              type,
              { schema: json(operation.answer, "output") },
            ]),
          ),
        };
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    security: securityOf(operation),
    parameters: parameters(operation),
    ...(isGiven(operation.body) && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: json(operation.body, "input") } },
      },
    }),
    responses: {
      [status]: { description: "Success", ...content },
      default: {
        description: "A problem, RFC 9457",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

/** The OpenAPI 3.1 document of the HTTP interface, made from the operations that the routes use. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method.toLowerCase()]: operationObject(operation),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "RCS Reach",
      version: "1",
      description:
        "Find out which contacts can receive RCS. Scripts send an API token. Writes of a session must carry the `Origin` of this site.",
    },
    paths,
    components: {
      schemas: { Problem: json(problem, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
        token: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "rcsr_…",
          description: "An API token of one account, made by its owner",
        },
      },
    },
  };
}
