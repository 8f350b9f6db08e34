import * as accounts from "./accounts";
import * as audit from "./audit";
import * as calls from "./calls";
import * as chunks from "./chunks";
import * as details from "./details";
import * as erasures from "./erasures";
import * as lookup from "./lookup";
import type { Operation } from "./operation";
import * as people from "./people";
import * as results from "./results";
import type { OperationId } from "./routes";
import * as runs from "./runs";
import * as system from "./system";
import * as tokens from "./tokens";

type Declared = typeof accounts &
  typeof runs &
  typeof chunks &
  typeof results &
  typeof calls &
  typeof details &
  typeof lookup &
  typeof audit &
  typeof erasures &
  typeof people &
  typeof tokens &
  typeof system;

/** The declaration of an operation; each is exported under its id. */
export type OperationOf<Id extends OperationId> = Declared[Id];

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "id" in value && "path" in value;
}

/** Every operation of the HTTP interface, for the OpenAPI document and the tests that walk it. */
export const operations: Operation[] = [
  accounts,
  runs,
  chunks,
  results,
  calls,
  details,
  lookup,
  audit,
  erasures,
  people,
  tokens,
  system,
].flatMap((module) => Object.values(module).filter(isOperation));
