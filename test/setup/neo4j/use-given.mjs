import neo4j from "neo4j-driver";
import { emptyDatabase } from "./empty-database.mjs";

/** Connects to the database that ENTENTE_TEST_NEO4J_URI names; refuses one that holds anything, for tests delete all. */
export async function useGiven(uri) {
  const connection = {
    uri,
    user: process.env.ENTENTE_TEST_NEO4J_USER ?? "neo4j",
    password: process.env.ENTENTE_TEST_NEO4J_PASSWORD ?? "",
    database: process.env.ENTENTE_TEST_NEO4J_DATABASE ?? "neo4j",
  };
  const driver = neo4j.driver(uri, neo4j.auth.basic(connection.user, connection.password), {
    connectionTimeout: 3000,
    maxTransactionRetryTime: 2000,
  });
  try {
    const { records } = await driver.executeQuery(
      "MATCH (n) RETURN count(n) AS nodes",
      {},
      { database: connection.database },
    );
    const nodes = Number(records[0].get("nodes"));
    if (nodes > 0) {
      throw new Error(
        `ENTENTE_TEST_NEO4J_URI ${uri}: got a database with ${nodes} nodes, expected an empty one, because tests delete everything in it. Name another, or empty it yourself: MATCH (n) DETACH DELETE n`,
      );
    }
  } catch (error) {
    await driver.close();
    if (error.message.startsWith("ENTENTE_TEST_NEO4J_URI")) throw error;
    throw new Error(
      `ENTENTE_TEST_NEO4J_URI ${uri}: ${error.message}. Check that it runs, and ENTENTE_TEST_NEO4J_USER and ENTENTE_TEST_NEO4J_PASSWORD.`,
      { cause: error },
    );
  }
  const stop = async () => {
    await emptyDatabase(driver, connection.database);
    await driver.close();
  };
  return { connection, stop };
}
