import { ApiError } from "@/lib/api/client";
import { postAuth } from "./post-auth";

/**
 * Signs in and opens `next`, a path that `returnPath` has passed; the overview without one.
 *
 * @throws ApiError with a sentence for the user
 */
export async function enter({
  email,
  password,
  next = "/",
}: {
  email: string;
  password: string;
  next?: string;
}): Promise<void> {
  const answer = await postAuth("callback/credentials", { email, password }).catch(() => {
    throw refusal(0, "The server could not be reached. Check your connection and try again.");
  });
  if (answer.status === 401) throw refusal(401, "Email or password is wrong.");
  if (!answer.ok) {
    throw refusal(answer.status, "Signing in did not work just now. Try again in a moment.");
  }
  // A full load: what the router kept for the stranger must not be shown to the user.
  window.location.assign(next);
}

function refusal(status: number, detail: string): ApiError {
  return new ApiError({ status, code: "sign_in", title: "You are not signed in", detail });
}
