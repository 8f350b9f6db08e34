import { AsyncLocalStorage } from "node:async_hooks";

/** What each log line says of the work that it was written in. Ids and names alone. */
export interface LogScope {
  requestId?: string;
  userId?: string;
  tokenId?: string;
  runId?: string;
  passId?: string;
  lane?: string;
  batch?: number;
}

// Next loads a module more than once; all of its copies must see the same scope.
const shared = globalThis as { rcsReachLogScope?: AsyncLocalStorage<LogScope> };

function storage(): AsyncLocalStorage<LogScope> {
  shared.rcsReachLogScope ??= new AsyncLocalStorage();
  return shared.rcsReachLogScope;
}

/** The scope of the work under way; outside of any, an empty one. */
export const logScope = (): Readonly<LogScope> => storage().getStore() ?? {};

/** Does work within a scope, which adds to the one that it is called in. */
export function withLogScope<T>(scope: LogScope, work: () => T): T {
  return storage().run({ ...logScope(), ...scope }, work);
}

/** Adds to the scope of the work under way what has become known of it. */
export function addToLogScope(scope: LogScope): void {
  Object.assign(storage().getStore() ?? {}, scope);
}
