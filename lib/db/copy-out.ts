import { Readable } from "node:stream";
import pg, { type Connection, type Submittable } from "pg";

/** Bytes that are handed on at a time. */
const BLOCK = 64 * 1024;
/** Blocks that wait for a slow reader before the database is asked to wait. */
const WAITING = 4;
const [CR, LF] = [0x0d, 0x0a];

/**
 * Rows as CSV by RFC 4180, without a header, as PostgreSQL writes them: the answer of
 * `COPY (…) TO STDOUT (FORMAT csv)`, given to `client.query`. Nothing is parsed on the way and
 * memory stays flat; a slow reader slows the database down. When it is destroyed before its end, the
 * connection is of no use any more.
 *
 * @param sql a query with parameters; `values` are written into it, since COPY takes none
 */
export class CopyOut extends Readable implements Submittable {
  private readonly text: string;
  private connection: Connection | undefined;
  private block = Buffer.allocUnsafe(BLOCK);
  private used = 0;

  constructor(sql: string, values: readonly unknown[]) {
    super({ highWaterMark: WAITING * BLOCK });
    this.text = `COPY (${withLiterals(sql, values)}) TO STDOUT (FORMAT csv)`;
  }

  submit(connection: Connection): void {
    this.connection = connection;
    connection.query(this.text);
  }

  /** One row, with a line feed at its end. Its bytes are the parser's, and soon overwritten. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.used + chunk.length + 1 > this.block.length) this.handOn(chunk.length + 1);
    chunk.copy(this.block, this.used);
    this.used += chunk.length + 1;
    this.block[this.used - 2] = CR;
    this.block[this.used - 1] = LF;
  }

  handleReadyForQuery(): void {
    this.handOn(0);
    this.push(null);
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleCommandComplete(): void {}

  override _read(): void {
    this.connection?.stream.resume();
  }

  private handOn(needed: number): void {
    const full = this.block.subarray(0, this.used);
    this.block = Buffer.allocUnsafe(Math.max(BLOCK, needed));
    this.used = 0;
    if (!this.destroyed && full.length > 0 && !this.push(full)) this.connection?.stream.pause();
  }
}

function withLiterals(sql: string, values: readonly unknown[]): string {
  return sql.replace(/\$(\d+)/g, (_, place) => literal(values[Number(place) - 1]));
}

function literal(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return pg.escapeLiteral(value);
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(", ")}]`;
  throw new Error("a parameter that is no text");
}
