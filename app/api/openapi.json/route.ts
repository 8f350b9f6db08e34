import { currentUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { openApiDocument } from "@/lib/http/openapi";
import { problemResponse, toProblem } from "@/lib/http/problem";

/** The OpenAPI document; like every route it needs a session. */
export async function GET(): Promise<Response> {
  if (await currentUser()) return Response.json(openApiDocument());
  return problemResponse(toProblem(new AppError("not_signed_in", "Sign in and try again.")));
}
