import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { AppError } from "@/lib/errors";
import { problemResponse, toProblem } from "@/lib/http/problem";
import { isSameOrigin } from "@/lib/http/same-origin";
import { logger } from "@/lib/logger";
import { authOptions } from "./options";

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
  options: ReturnType<typeof authOptions>,
) => Promise<Response>;
const nextAuth = NextAuth as unknown as Handler;

/** What of next-auth is served. Its others are its own pages, and a log that anyone may write to. */
const served = {
  GET: ["csrf", "callback", "error", "signin"],
  POST: ["signin", "callback", "signout"],
};

/** Signing in and out, by next-auth; what it can't say itself is said here. */
export async function answerAuth(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action = ""] = (await context.params).nextauth;
  const isWrite = request.method === "POST";
  if (!served[isWrite ? "POST" : "GET"].includes(action)) {
    return refuse(new AppError("not_found", "There is nothing at this address."));
  }
  if (isWrite && !isSameOrigin(request)) {
    return refuse(
      new AppError("wrong_origin", "Writes are taken from this site's own pages only."),
    );
  }
  const refusals: unknown[] = [];
  const options = authOptions((error) => refusals.push(error));
  const response = await nextAuth(request, context, options);
  return refusals.length > 0 ? refuse(refusals[0]) : response;
}

function refuse(error: unknown): Response {
  const problem = toProblem(error);
  if (problem.status >= 500) logger.error({ err: error }, "sign-in failed");
  return problemResponse(problem);
}
