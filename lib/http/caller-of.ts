import type { Operation } from "@/lib/api/operation";
import { currentUser, type SessionUser } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { addToLogScope } from "@/lib/logging/log-scope";
import { userOfToken } from "@/lib/tokens/user-of-token";
import { isSameOrigin } from "./same-origin";

const nobody: SessionUser = { id: "", name: "", email: "", roles: {} };

/**
 * Who makes a request, by its bearer token or its session. A request that brings a token is judged
 * by that alone, whatever cookies come with it. Writes of a session are taken from this site's own
 * pages only; a token is none that a browser would send by itself, so it needs no `Origin`.
 *
 * @throws AppError `bad_token`, `not_signed_in`, `wrong_origin`; `forbidden` for a token where a
 * person is needed
 */
export async function callerOf(
  request: Request,
  { isPublic, isForTokens }: Pick<Operation, "isPublic" | "isForTokens">,
): Promise<SessionUser> {
  const secret = isPublic ? null : bearerOf(request);
  if (secret !== null) {
    const user = await userOfToken(secret);
    addToLogScope({ userId: user.id });
    if (isForTokens) return user;
    throw new AppError(
      "forbidden",
      "An API token can't do this. Sign in and do it in the browser.",
    );
  }
  if (request.method !== "GET" && !isSameOrigin(request)) {
    throw new AppError("wrong_origin", "Writes are taken from this site's own pages only.");
  }
  const user = isPublic ? nobody : await currentUser();
  if (!user) throw new AppError("not_signed_in", "Sign in and try again.");
  return user;
}

/** RFC 6750, section 2.1. Other schemes are a proxy's own and none of ours. */
function bearerOf(request: Request): string | null {
  return (
    /^bearer(?:\s+(.*))?$/i
      .exec(request.headers.get("authorization") ?? "")
      ?.slice(1)
      .join("") ?? null
  );
}
