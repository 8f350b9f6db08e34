import { callerOf } from "@/lib/http/caller-of";
import { openApiDocument } from "@/lib/http/openapi";
import { problemResponse, toProblem } from "@/lib/http/problem";

/** The OpenAPI document; like every route it is for those who have signed in, and their tokens. */
export async function GET(request: Request): Promise<Response> {
  try {
    await callerOf(request, { isForTokens: true });
    return Response.json(openApiDocument());
  } catch (error) {
    return problemResponse(toProblem(error));
  }
}
