/** Stands for this server, whose name does not matter: an address that leaves it is not its own. */
const HERE = "http://here.invalid";

/**
 * The page to go to after sign-in, from what the address of the sign-in page says. Anyone can send
 * a link with a `next` of theirs, so only a page of this server is followed; for all else the
 * overview, "/".
 */
export function returnPath(given: unknown): string {
  if (typeof given !== "string" || !/^\/(?!\/)[^\\]*$/.test(given)) return "/";
  if (!URL.canParse(given, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(given, HERE);
  // "/.//elsewhere.example" is a path here, and another server once its dots are gone.
  if (origin !== HERE || pathname.startsWith("//")) return "/";
  if (/^\/(api|sign-in|welcome)(\/|$)/.test(pathname)) return "/";
  return `${pathname}${search}${hash}`;
}

/** The address of the sign-in page that leads back to a page of this server. */
export function signInPath(from: unknown): string {
  const next = returnPath(from);
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`;
}
