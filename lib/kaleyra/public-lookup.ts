import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./is-public-address";

/** The code of the error for a host that is not on the public internet; nothing was sent to it. */
export const NOT_PUBLIC = "ENOTPUBLIC";

function notPublic(host: string): Error {
  return Object.assign(new Error(`${host} is not on the public internet`), { code: NOT_PUBLIC });
}

/**
 * Refuses an IP address in the place of a host name, which is connected to without any lookup.
 *
 * @throws an Error with the code `ENOTPUBLIC`
 */
export function refusePrivateHost(hostname: string): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) > 0 && !isPublicAddress(host)) throw notPublic(host);
}

/**
 * The lookup of a connection that may go to the public internet alone. What it answers is what is
 * connected to, so that a name can't be public when it is checked and private when it is used
 * (DNS rebinding). One private address among several refuses the host.
 *
 * @param resolve another resolver than the system's, for tests
 */
export function publicLookup(resolve: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "");
      if (!addresses.every(({ address }) => isPublicAddress(address))) {
        return callback(notPublic(hostname), "");
      }
      const [first] = addresses;
      if (options.all || !first) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
