import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { prisma } from "@/lib/db/prisma";
import { env } from "@/lib/env";
import { CLIENT_ADDRESS } from "@/lib/http/client-address";
import { logger } from "@/lib/logger";
import { admitIdentity, findLinked } from "@/lib/oidc/admit-identity";
import { claims, OIDC, oidcProvider } from "@/lib/oidc/provider";
import { oidcSettings } from "@/lib/oidc/settings";
import { endSessions } from "./end-sessions";
import { returnPath } from "./return-path";
import { verifyCredentials } from "./verify-credentials";

const credentials = z.object({ email: z.string().max(200), password: z.string().max(200) });

/**
 * next-auth: a password or the configured identity provider, and a signed session cookie that
 * carries the user's id and stamp.
 *
 * @param onRefusal is told of what kept somebody from signing in that is no matter of their password
 */
export function authOptions(onRefusal: (error: unknown) => void = () => {}): NextAuthOptions {
  const oidc = oidcSettings();
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: 7 * 24 * 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(given, request) {
          const parsed = credentials.safeParse(given);
          if (!parsed.success) return null;
          const address = String(request.headers?.[CLIENT_ADDRESS] ?? "unknown");
          try {
            return await verifyCredentials({ ...parsed.data, address });
          } catch (error) {
            onRefusal(error);
            return null;
          }
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    events: {
      signOut: ({ token }) => endSessions(token ?? {}),
    },
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== OIDC || !oidc) return true;
        const parsed = claims.safeParse(profile);
        if (!parsed.success) return false;
        return (await admitIdentity({ issuer: oidc.issuer, claims: parsed.data })) !== null;
      },
      async jwt({ token, user, account }) {
        if (!user) return token;
        if (account?.provider !== OIDC || !oidc) return { sub: user.id, stamp: user.stamp };
        const linked = await findLinked(prisma(), oidc.issuer, account.providerAccountId);
        return linked ? { sub: linked.id, stamp: linked.stamp } : {};
      },
      session({ token }) {
        return { userId: token.sub, stamp: token.stamp, expires: "" };
      },
      // Paths only: the site may be reached under more names than NEXTAUTH_URL's.
      redirect({ url, baseUrl }) {
        const { pathname, search } = new URL(url, baseUrl);
        return returnPath(pathname + search);
      },
    },
    // What next-auth would say holds tokens and claims.
    logger: {
      error: (code, about) => logger.error({ code, reason: reasonOf(about) }, "sign-in failed"),
      warn: (code) => logger.warn({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

/** The message of an error that next-auth wraps once or twice. */
function reasonOf(about: unknown): string | undefined {
  const error = about instanceof Error ? about : (about as { error?: unknown } | null)?.error;
  return error instanceof Error ? error.message.slice(0, 300) : undefined;
}
