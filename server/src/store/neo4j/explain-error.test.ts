import { Neo4jError } from "neo4j-driver";
import { expect, test } from "vitest";
import { EntenteError, InvalidInputError } from "../../errors.ts";
import { DeadlineError } from "./deadline.ts";
import { explainError } from "./explain-error.ts";

const settings = { uri: "bolt://db:7687", user: "reader", password: "secret", database: "neo4j" };
const explain = (code: string, message = "Some inner text at /var/lib") =>
  explainError(new Neo4jError(message, code, "50N42", "description"), settings) as EntenteError;

test.each([
  ["ServiceUnavailable", "did not answer: is it running"],
  ["SessionExpired", "did not answer: is it running"],
  ["Neo.ClientError.Security.Unauthorized", 'refused user "reader": check NEO4J_USER and NEO4J_PASSWORD'],
  ["Neo.ClientError.Security.AuthenticationRateLimit", "wrong password too often"],
  ["Neo.ClientError.Database.DatabaseNotFound", 'no database "neo4j": check NEO4J_DATABASE'],
  ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "did not finish in time"],
  ["Neo.TransientError.Transaction.DeadlockDetected", "too busy"],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "ran out of memory"],
  ["Neo.DatabaseError.General.UnknownError", "neo4j.log"],
])("explains %s without inner text", (code, expected) => {
  const error = explain(code);
  expect(error).toBeInstanceOf(EntenteError);
  expect(error.code).toBe("UNAVAILABLE");
  expect(error.message).toContain(expected);
  expect(error.message).not.toMatch(/secret|inner text/);
});

test("explains a full pool, which has no code", () => {
  expect(explain("N/A", "Connection acquisition timed out in 2000 ms.").message).toContain(
    "no free connection",
  );
});

test("hides a statement that the server refused", () => {
  const error = explain("Neo.ClientError.Statement.SyntaxError");
  expect(error.code).toBe("INTERNAL_SERVER_ERROR");
  expect(error.message).toBe("Neo4j refused a statement (Neo.ClientError.Statement.SyntaxError)");
});

test("says how long it waited", () => {
  const error = explainError(new DeadlineError(3_000), settings) as EntenteError;
  expect(error.message).toBe("Neo4j at bolt://db:7687 did not answer within 3 s: is it running?");
});

test("passes on what is not the driver's", () => {
  const error = new InvalidInputError("date: got x, expected y");
  expect(explainError(error, settings)).toBe(error);
});
