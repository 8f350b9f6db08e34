import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

type Handler = (request: Request, context: unknown) => Promise<Response>;

// Made at the first request, since a build has no environment to check.
let handler: Handler | undefined;

async function handle(request: Request, context: unknown): Promise<Response> {
  handler ??= NextAuth(authOptions()) as Handler;
  return handler(request, context);
}

export { handle as GET, handle as POST };
