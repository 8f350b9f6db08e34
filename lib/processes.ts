/** Our processes and where each begins. `npm run build` makes one file of each. */
export const PROCESSES = {
  web: "scripts/web.ts",
  worker: "worker/main.ts",
  sandbox: "sandbox/main.ts",
  database: "lib/db/embedded-process.ts",
  migrate: "scripts/migrate.ts",
  healthcheck: "scripts/healthcheck.ts",
} as const;

export type ProcessName = keyof typeof PROCESSES;

export const PROCESS_NAMES = Object.keys(PROCESSES) as ProcessName[];

/** The built file of a process, which Node.js runs as it is. */
export function builtProcess(name: ProcessName): string {
  return `dist/${name}.js`;
}
