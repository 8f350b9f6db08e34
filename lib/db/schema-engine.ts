import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
} from "@prisma/driver-adapter-utils";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { migrationNames, migrationsFolder } from "./migration-names";

const prismaFolder = path.join(process.cwd(), "prisma");
const schemaFile = path.join(prismaFolder, "schema.prisma");
export const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Sends a migration as one text, which PostgreSQL takes for one transaction (protocol, "Multiple
 * Statements in a Simple Query"): it is applied whole or not at all. The adapter itself cuts it up
 * at semicolons.
 */
class AtomicMigrations extends PrismaPg {
  constructor(private readonly connections: pg.Pool) {
    super(connections);
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.connections.query(script).catch((error: pg.DatabaseError) => {
        throw new DriverAdapterError({
          kind: "postgres",
          code: error.code ?? "",
          severity: error.severity ?? "ERROR",
          message: error.message,
          detail: error.detail,
          column: error.column,
          hint: error.hint,
          originalCode: error.code ?? "",
          originalMessage: error.message,
        });
      });
    };
    return adapter;
  }
}

let loaded = false;

/**
 * Prisma's CLI downloads its schema engine from a CDN at first use, which closed networks refuse.
 * The same engine is published as WebAssembly; Node 20 cannot import `.wasm`, so it is set up by hand.
 */
function loadEngine(): typeof glue {
  if (!loaded) {
    const require = createRequire(import.meta.url);
    const folder = path.dirname(require.resolve("@prisma/schema-engine-wasm/schema_engine_bg"));
    const wasm = new WebAssembly.Module(readFileSync(path.join(folder, "schema_engine_bg.wasm")));
    const instance = new WebAssembly.Instance(wasm, {
      "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    loaded = true;
  }
  return glue;
}

/** Does work with Prisma's schema engine on a database; no connection is left after it. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  const schema = await readFile(schemaFile, "utf8");
  const { SchemaEngine } = loadEngine();
  const connections = new pg.Pool({ connectionString: databaseUrl });
  try {
    const engine = await SchemaEngine.new(
      { datamodels: [["schema.prisma", schema]] },
      (line: string) => {
        if (line.includes('"level":"ERROR"')) console.error(line);
      },
      bindMigrationAwareSqlAdapterFactory(new AtomicMigrations(connections)),
    );
    return await work(engine);
  } finally {
    await connections.end();
  }
}

/** The migrations of `prisma/migrations`, in the form that the engine takes. */
export async function listMigrations() {
  const baseDir = migrationsFolder();
  const names = await migrationNames();
  const lockfile = await readFile(path.join(baseDir, "migration_lock.toml"), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** The SQL that makes an empty database into `schema.prisma`. */
export async function schemaAsSql(databaseUrl: string): Promise<string> {
  const content = await readFile(schemaFile, "utf8");
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: { tag: "empty" },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: null,
      filters: noFilter,
    }),
  );
  return stdout ?? "";
}
