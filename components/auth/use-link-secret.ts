import { useEffect, useState } from "react";

/**
 * The secret of the link that opened this page: what stands behind the # of its address, which no
 * server and no log ever sees. It is kept for this tab while its person signs in elsewhere.
 *
 * @returns null until the page's script runs, and "" when the link had none
 */
export function useLinkSecret(kept: LinkName): string | null {
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => {
    const read = () => {
      const given = window.location.hash.slice(1);
      setSecret(given || (sessionStorage.getItem(kept) ?? ""));
    };
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, [kept]);
  return secret;
}

export type LinkName = "invite" | "new-password";

/** Keeps a link's secret for this tab. */
export const keepLinkSecret = (name: LinkName, secret: string) =>
  sessionStorage.setItem(name, secret);

/** Forgets it: the link was used. */
export const forgetLinkSecret = (name: LinkName) => sessionStorage.removeItem(name);
