/** The product as a browser test finds it. */
export interface TestedInstallation {
  url: string;
  sandboxUrl: string;
  databaseUrl: string;
}

/**
 * Those that `npm run test:e2e` has brought up: as many as there are workers, so that what a test
 * sets in its sandbox, or counts in its database, is nobody else's.
 */
export const installations: TestedInstallation[] = JSON.parse(process.env.INSTALLATIONS ?? "[]");

/** The number of this worker's own. Playwright starts a worker anew under the same number. */
export const ownNumber = Number(process.env.TEST_PARALLEL_INDEX ?? 0);

const none: TestedInstallation = {
  url: "http://127.0.0.1",
  sandboxUrl: "http://127.0.0.1",
  databaseUrl: "",
};
export const own = installations[ownNumber] ?? none;
