import { once } from "node:events";
import { Readable } from "node:stream";
import pg, { type Connection, type Submittable } from "pg";

/** Bytes that wait for a slow reader before the server is asked to wait. */
const WAITING = 1024 * 1024;
/** The kinds of a message of the backup's stream: PostgreSQL, "Streaming Replication Protocol". */
const DATA = "d".charCodeAt(0);

/**
 * A tar archive of a whole running PostgreSQL, with the write-ahead log that makes it consistent: the
 * answer of `BASE_BACKUP`, which is what `pg_basebackup` asks for. A slow reader slows it down.
 */
class BaseBackup extends Readable implements Submittable {
  private connection: Connection | undefined;

  constructor() {
    super({ highWaterMark: WAITING });
  }

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query("BASE_BACKUP (LABEL 'rcs-reach', CHECKPOINT 'fast', WAL true, MANIFEST 'no')");
  }

  /** The bytes are the parser's, and soon overwritten. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.destroyed || chunk[0] !== DATA) return;
    if (!this.push(Buffer.from(chunk.subarray(1)))) this.connection?.stream.pause();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}

  override _read(): void {
    this.connection?.stream.resume();
  }
}

/**
 * Reads a base backup while the server goes on with its work.
 *
 * @param databaseUrl of a user who may replicate, as the embedded database's own may
 */
export async function withBaseBackup(
  databaseUrl: string,
  read: (tar: Readable) => Promise<void>,
): Promise<void> {
  const options: pg.ClientConfig & { replication: string } = {
    connectionString: databaseUrl,
    replication: "true",
  };
  const client = new pg.Client(options);
  // It breaks when the server goes: the stream says so.
  client.on("error", () => {});
  await client.connect();
  try {
    // Holds the log that the backup needs, however much is written meanwhile; it ends with the connection.
    await client.query(
      `CREATE_REPLICATION_SLOT rcs_reach_backup_${process.pid} TEMPORARY PHYSICAL RESERVE_WAL`,
    );
    const backup = new BaseBackup();
    client.once("end", () =>
      backup.destroy(new Error("The connection to the database broke off.")),
    );
    client.query(backup);
    await read(backup);
  } finally {
    const ended = once(client, "end");
    void client.end();
    await ended;
  }
}
