"use client";

import { signIn } from "next-auth/react";
import { ApiError } from "@/lib/api/client";

/**
 * Signs in and opens the overview.
 *
 * @throws ApiError with a sentence for the user
 */
export async function enter(email: string, password: string): Promise<void> {
  const answer = await signIn("credentials", { email, password, redirect: false }).catch(() => {
    throw refusal(0, "The server could not be reached. Check your connection and try again.");
  });
  if (!answer?.ok) throw refusal(401, "Email or password is wrong.");
  // A full load: what the router kept for the stranger must not be shown to the user.
  window.location.assign("/");
}

function refusal(status: number, detail: string): ApiError {
  return new ApiError({ status, code: "sign_in", title: "You are not signed in", detail });
}
