import { AppError } from "@/lib/errors";
import { HOST_PROBLEMS, parseHost } from "@/lib/kaleyra/parse-host";

interface Hosts {
  rcsHost?: string;
  apiHost?: string;
}

/**
 * The hosts of an account as they are stored: only Kaleyra's own, so that a key is never sent
 * elsewhere.
 *
 * @throws AppError `host_not_allowed`
 */
export function checkHosts<T extends Hosts>(given: T): T {
  const checked = { ...given };
  for (const field of ["rcsHost", "apiHost"] as const) {
    const value = given[field];
    if (value === undefined) continue;
    const parsed = parseHost(value);
    if (!parsed.ok) {
      const message = HOST_PROBLEMS[parsed.problem];
      throw new AppError("host_not_allowed", message, { [field]: message });
    }
    checked[field] = parsed.host;
  }
  return checked;
}
