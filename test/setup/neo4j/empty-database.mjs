/** Rows deleted in one transaction: small enough for a 512 MB heap. */
const ROWS_PER_COMMIT = 2000;

/** Deletes everything in one database: nodes, relationships, constraints and indexes. */
export async function emptyDatabase(driver, database) {
  const session = driver.session({ database });
  try {
    await session.run(`MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF ${ROWS_PER_COMMIT} ROWS`);
    const constraints = await session.run("SHOW CONSTRAINTS YIELD name RETURN name");
    for (const each of constraints.records) await session.run(`DROP CONSTRAINT \`${each.get("name")}\``);
    // The two token lookup indexes come with every database and speed up every match by label.
    const indexes = await session.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name");
    for (const each of indexes.records) await session.run(`DROP INDEX \`${each.get("name")}\``);
  } finally {
    await session.close();
  }
}
