import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);
const secret = z.string().min(32, "must have at least 32 characters");
const key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");
/** A URL that may hold `{pod}`; the operator alone may set it, so plain http is allowed. */
const upstream = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: z.url().optional(),
  ENCRYPTION_KEY: key,
  ENCRYPTION_KEY_PREVIOUS: key.optional(),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  OWNER_EMAIL: z.email().optional(),
  OWNER_PASSWORD: z.string().min(10, "must have at least 10 characters").optional(),
  KALEYRA_RCS_URL: upstream.optional(),
  KALEYRA_API_URL: upstream.optional(),
  KALEYRA_DEADLINE_MS: z.coerce.number().int().min(100).max(30_000).default(30_000),
  SANDBOX_URL: upstream.optional(),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(256).default(32),
  WORKER_ID: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .optional(),
  WORKER_GONE_MS: z.coerce.number().int().min(1_000).max(3_600_000).default(30_000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** The settings of a process, checked. */
export type Env = z.output<typeof schema>;

/**
 * Checks the environment of a process.
 *
 * @throws an `Error` whose message says what is wrong in one line for each variable
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return given[name] === undefined ? `${name} is not set` : `${name}: ${issue.message}`;
  });
  throw new Error(`The environment is not complete.\n${lines.join("\n")}`);
}

let checked: Env | undefined;

/** The settings of this process; checked at first use. */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}
