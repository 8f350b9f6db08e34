import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65535);
const secret = z.string().min(32, "must have at least 32 characters");
const key = z
  .string()
  .refine((value) => Buffer.from(value, "base64").length === 32, "must be 32 bytes in base64");
/** A URL that may hold `{pod}`; the operator alone may set it, so plain http is allowed. */
const upstream = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ""));
/** Where the provider's keys and words come from: nobody may be able to change them on the way. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine((value) => {
    const { protocol, hostname } = new URL(value);
    return protocol === "https:" || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  }, "must begin with https://")
  .transform((value) => value.replace(/\/+$/, ""));

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: z.url().optional(),
  ENCRYPTION_KEY: key,
  ENCRYPTION_KEY_PREVIOUS: key.optional(),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(40).default("single sign-on"),
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
  STOP_WITHIN_MS: z.coerce.number().int().min(2_000).max(3_600_000).default(30_000),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

const schema = settings.superRefine((given, context) => {
  const parts = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;
  const missing = parts.filter((name) => given[name] === undefined);
  if (missing.length === parts.length) return;
  for (const name of missing) context.addIssue({ code: "custom", path: [name], message: "" });
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
    if (given[name] === undefined) return `${name} is not set`;
    const isWord = issue.code === "invalid_type" && issue.expected === "number";
    return `${name}: ${isWord ? "must be a number" : issue.message}`;
  });
  throw new Error(`The environment is not complete.\n${lines.join("\n")}`);
}

let checked: Env | undefined;

/** The settings of this process; checked at first use. */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}

/** The same as a process begins; it ends when they are wrong, and says in words which. */
export function envAtStart(): Env {
  try {
    return env();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
