import { Neo4jError } from "neo4j-driver";
import { EntenteError, StoreDamagedError, StoreUnavailableError } from "../../errors.ts";
import { DeadlineError } from "./deadline.ts";
import type { Neo4jSettings } from "./settings.ts";

type Explain = (settings: Neo4jSettings, error: Neo4jError) => string;

const notAnswering: Explain = ({ uri }) =>
  `Neo4j at ${uri} did not answer: is it running, and is NEO4J_URI right?`;
const refused: Explain = ({ uri, user }) =>
  `Neo4j at ${uri} refused user "${user}": check NEO4J_USER and NEO4J_PASSWORD`;

/** Status codes by their start, the more exact first: what they mean for whoever runs Entente. */
const MEANINGS: readonly (readonly [codeStart: string, explain: Explain])[] = [
  ["ServiceUnavailable", notAnswering],
  ["SessionExpired", notAnswering],
  [
    "Neo.ClientError.Security.AuthenticationRateLimit",
    ({ uri }) =>
      `Neo4j at ${uri} was given a wrong password too often: wait a minute, then check NEO4J_PASSWORD`,
  ],
  [
    "Neo.ClientError.Security.CredentialsExpired",
    ({ uri, user }) => `Neo4j at ${uri} wants user "${user}" to choose a new password first`,
  ],
  [
    "Neo.ClientError.Security.Forbidden",
    ({ user }) => `Neo4j user "${user}" may not do this: give it write access`,
  ],
  ["Neo.ClientError.Security", refused],
  [
    "Neo.ClientError.Database.DatabaseNotFound",
    ({ uri, database }) => `Neo4j at ${uri} has no database "${database}": check NEO4J_DATABASE`,
  ],
  [
    "Neo.ClientError.Transaction.TransactionTimedOut",
    ({ uri }) => `Neo4j at ${uri} did not finish in time: ask for less, or try again when it is less busy`,
  ],
  ["Neo.TransientError.General.DatabaseUnavailable", notAnswering],
  [
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    ({ uri }) => `Neo4j at ${uri} ran out of memory: raise server.memory.heap.max_size`,
  ],
  ["Neo.TransientError", ({ uri }) => `Neo4j at ${uri} is too busy: try again`],
  ["Neo.ClientError.Cluster", ({ uri }) => `Neo4j at ${uri} is changing its leader: try again`],
  [
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase",
    ({ uri }) => `Neo4j at ${uri} is read-only now: is its disk full, or is it a follower (use neo4j://)?`,
  ],
  [
    "Neo.DatabaseError",
    ({ uri }) => `Neo4j at ${uri} failed: look in its neo4j.log, and whether its disk is full`,
  ],
];

function explainNeo4jError(error: Neo4jError, settings: Neo4jSettings): EntenteError {
  // The driver reports a full pool without a code.
  if (error.message.startsWith("Connection acquisition timed out")) {
    return new StoreUnavailableError(`Neo4j at ${settings.uri} has no free connection: try again`, {
      cause: error,
    });
  }
  if (error.code.startsWith("Neo.ClientError.Schema.ConstraintValidationFailed")) {
    return new StoreDamagedError(
      `Neo4j at ${settings.uri} refused a row that is stored already: run "entente check"`,
      { cause: error },
    );
  }
  const meaning = MEANINGS.find(([codeStart]) => error.code.startsWith(codeStart));
  if (meaning) return new StoreUnavailableError(meaning[1](settings, error), { cause: error });
  return new EntenteError("INTERNAL_SERVER_ERROR", `Neo4j refused a statement (${error.code})`, {
    cause: error,
  });
}

/** What a failure means for whoever runs Entente; errors that are not the driver's are returned as they are. */
export function explainError(error: unknown, settings: Neo4jSettings): unknown {
  if (error instanceof DeadlineError) {
    return new StoreUnavailableError(
      `Neo4j at ${settings.uri} did not answer within ${error.afterMs / 1000} s: is it running?`,
      { cause: error },
    );
  }
  return error instanceof Neo4jError ? explainNeo4jError(error, settings) : error;
}
