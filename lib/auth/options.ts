import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { env } from "@/lib/env";
import { endSessions } from "./end-sessions";
import { verifyCredentials } from "./verify-credentials";

const credentials = z.object({ email: z.string().max(200), password: z.string().max(200) });

/** next-auth: credentials, and a signed session cookie that carries the user's id and stamp. */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: 7 * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given) {
          const parsed = credentials.safeParse(given);
          return parsed.success ? verifyCredentials(parsed.data) : null;
        },
      }),
    ],
    events: {
      signOut: ({ token }) => endSessions(token ?? {}),
    },
    callbacks: {
      jwt({ token, user }) {
        return user ? { sub: user.id, stamp: user.stamp } : token;
      },
      session({ token }) {
        return { userId: token.sub, stamp: token.stamp, expires: "" };
      },
      // Paths only: the site may be reached under more names than NEXTAUTH_URL's.
      redirect({ url, baseUrl }) {
        const { pathname, search } = new URL(url, baseUrl);
        return pathname + search;
      },
    },
  };
}
