import { ApiError, readProblem } from "@/lib/api/client";
import { postAuth } from "./post-auth";

/**
 * Signs in. The page has to be left by a full load then: what the router kept for the stranger must
 * not be shown to the user.
 *
 * @throws ApiError with a sentence for the user
 */
export async function signIn(given: { email: string; password: string }): Promise<void> {
  const answer = await postAuth("callback/credentials", { ...given }).catch(() => {
    throw refusal(0, "The server could not be reached. Check your connection and try again.");
  });
  if (answer.status === 401) throw refusal(401, "Email or password is wrong.");
  if (!answer.ok) throw new ApiError(await readProblem(answer));
}

/** Signs in and opens `next`, a path that `returnPath` has passed; the overview without one. */
export async function enter({
  next = "/",
  ...given
}: {
  email: string;
  password: string;
  next?: string;
}): Promise<void> {
  await signIn(given);
  window.location.assign(next);
}

function refusal(status: number, detail: string): ApiError {
  return new ApiError({ status, code: "sign_in", title: "You are not signed in", detail });
}
