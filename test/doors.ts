import type { RoleName } from "@/lib/api/common";
import type { OperationId } from "@/lib/api/routes";

/** What a request of a test is about. */
export interface DoorTarget {
  accountId: string;
  runId: string;
  userId: string;
  inviteId: string;
  tokenId: string;
  erasureId: string;
}

export interface Door {
  /**
   * The least role in its account that an operation asks for. `anyone`: whoever is signed in, since
   * it is about themselves; `public`: it takes no session.
   */
  least: RoleName | "anyone" | "public";
  /** Only whoever owns an account may do it, in those that they own. */
  needsOwnAccount?: true;
  /** A body that its schema takes. */
  body?: (at: DoorTarget) => object;
  /** What its query must hold. */
  query?: string;
}

const secret = "no link has this secret";
const password = "correct horse battery";
const number = "+14155550123";
/** The first number of the run that is asked about. */
export const DOOR_NUMBER = "+14152000000";
const contact = { line: 5, number, kept: [] };

/** Every operation: who may do it, and how it is asked. One that is not here does not compile. */
export const DOORS: Record<OperationId, Door> = {
  listAccounts: { least: "anyone" },
  createAccount: {
    least: "anyone",
    body: () => ({
      name: "Mine",
      sid: "SIDMINE1",
      apiKey: "my-own-key",
      rcsHost: "rcs-api.na.kaleyra.io",
      apiHost: "api.kaleyra.io",
      pricePerLookup: 0.005,
      currency: "USD",
      callsPerSecond: 5,
      callsAtOnce: 4,
    }),
  },
  getAccount: { least: "viewer" },
  updateAccount: { least: "owner", body: () => ({ name: "Changed" }) },
  deleteAccount: { least: "owner" },
  listAudit: { least: "owner" },
  exportAudit: { least: "owner" },
  countDue: { least: "owner", query: "days=30" },
  checkAccount: { least: "analyst", body: () => ({ number }) },
  listPeople: { least: "viewer" },
  invitePerson: { least: "owner", body: () => ({ email: "new@example.com", role: "viewer" }) },
  withdrawInvite: { least: "owner" },
  changePerson: { least: "owner", body: () => ({ role: "analyst" }) },
  removePerson: { least: "owner" },
  makePasswordReset: { least: "owner" },
  listTokens: { least: "owner" },
  createToken: { least: "owner", body: () => ({ name: "New", role: "viewer", days: 1 }) },
  revokeToken: { least: "owner" },
  changePassword: { least: "anyone", body: () => ({ present: password, password }) },
  readInvite: { least: "public", body: () => ({ secret }) },
  joinByInvite: { least: "public", body: () => ({ secret, name: "New", password }) },
  acceptInvite: { least: "anyone", body: () => ({ secret }) },
  readPasswordReset: { least: "public", body: () => ({ secret }) },
  setNewPassword: { least: "public", body: () => ({ secret, password }) },
  createRun: {
    least: "analyst",
    body: ({ accountId }) => ({ accountId, name: "New", fileName: "new.csv", rows: 1, blank: 0 }),
  },
  listRuns: { least: "anyone" },
  getRun: { least: "viewer" },
  renameRun: { least: "analyst", body: () => ({ name: "Changed" }) },
  deleteRun: { least: "analyst" },
  appendContacts: { least: "analyst", body: () => ({ index: 9, contacts: [contact] }) },
  appendInvalid: {
    least: "analyst",
    body: () => ({ index: 9, rows: [{ line: 6, cell: "n/a", reason: "no_digits" }] }),
  },
  appendDuplicates: {
    least: "analyst",
    body: () => ({ index: 9, rows: [{ line: 7, cell: number, number: DOOR_NUMBER, keptLine: 2 }] }),
  },
  getBreakdown: { least: "viewer" },
  listContacts: { least: "viewer" },
  listInvalid: { least: "viewer" },
  listDuplicates: { least: "viewer" },
  exportRun: { least: "analyst", query: "segment=all" },
  startRun: { least: "analyst" },
  pauseRun: { least: "analyst" },
  resumeRun: { least: "analyst" },
  cancelRun: { least: "analyst" },
  retryRun: { least: "analyst" },
  listCalls: { least: "viewer" },
  exportCalls: { least: "analyst" },
  getDetails: { least: "viewer" },
  getDetailProgress: { least: "viewer" },
  getOperators: { least: "viewer" },
  startDetails: { least: "analyst", body: () => ({ segment: "all" }) },
  lookupDetails: { least: "analyst", body: ({ accountId }) => ({ accountId, number }) },
  pauseDetails: { least: "analyst" },
  resumeDetails: { least: "analyst" },
  cancelDetails: { least: "analyst" },
  lookupNumber: { least: "analyst", body: ({ accountId }) => ({ accountId, number }) },
  // In the accounts that whoever asks owns.
  findNumber: {
    least: "anyone",
    needsOwnAccount: true,
    body: () => ({ number: DOOR_NUMBER }),
  },
  eraseNumber: {
    least: "anyone",
    needsOwnAccount: true,
    body: () => ({ number: DOOR_NUMBER }),
  },
  listErasures: { least: "anyone", needsOwnAccount: true },
  getErasure: { least: "owner" },
  setUp: {
    least: "public",
    body: () => ({ name: "Foreign", email: "foreign@example.com", password }),
  },
  health: { least: "public" },
  ready: { least: "public" },
  metrics: { least: "public" },
};

/** The address of an operation, for what it is asked about. */
export function addressOf(path: string, { query }: Door, at: DoorTarget): string {
  const ids: Record<string, string> = { accounts: at.accountId, erasures: at.erasureId };
  const id = ids[path.split("/")[2] ?? ""] ?? at.runId;
  const filled = path
    .replace("{id}", id)
    .replace("{userId}", at.userId)
    .replace("{inviteId}", at.inviteId)
    .replace("{tokenId}", at.tokenId);
  return query ? `${filled}?${query}` : filled;
}
