const never = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** The import rule of ARCHITECTURE.md, as data. */
module.exports = {
  forbidden: [
    never("no-cycles", {}, { circular: true }, "Break the cycle: one side owns the shared idea."),
    never(
      "schema-stands-alone",
      { path: "^graph-schema/" },
      { path: "^(extract|seed|server|web|test)/" },
      "graph-schema is the contract and imports none of the others.",
    ),
    never(
      "schema-does-no-io",
      { path: "^graph-schema/src", pathNot: "\\.test\\.ts$" },
      { dependencyTypes: ["core"], path: "^(node:)?(fs|net|http|https|child_process|worker_threads)$" },
      "graph-schema does no I/O.",
    ),
    never(
      "extract-does-io-in-sources",
      { path: "^extract/src", pathNot: "\\.test\\.ts$|^extract/src/sources/" },
      {
        dependencyTypes: ["core"],
        path: "^(node:)?(fs|fs/promises|net|http|https|child_process|worker_threads)$",
      },
      "Only extract/src/sources talks to models and files.",
    ),
    never(
      "leaves-import-only-schema",
      { path: "^(extract|seed|web)/" },
      { path: "^(extract|seed|server|web|test)/", pathNot: "^$1/" },
      "extract, seed and web import graph-schema only.",
    ),
    never("nobody-imports-test", { pathNot: "^test/" }, { path: "^test/" }, "test is imported by nobody."),
    never(
      "server-does-not-import-web",
      { path: "^server/" },
      { path: "^web/" },
      "The server serves built files.",
    ),
    never(
      "drivers-only-in-engines",
      { path: "^server/", pathNot: "^server/src/store/(neo4j|sqlite)/" },
      { path: "node_modules/(libsql|neo4j-driver)" },
      "Only the engines talk to a database driver.",
    ),
    never(
      "engines-behind-the-port",
      { path: "^server/src/(resolvers|services)/" },
      { path: "^server/src/store/(neo4j|sqlite)/" },
      "resolvers and services know the port, not the engines.",
    ),
    never(
      "store-knows-no-resolvers",
      { path: "^server/src/store/" },
      { path: "^server/src/(resolvers|services|cli)/" },
      "resolvers → services → store, never back.",
    ),
    never(
      "cytoscape-only-in-graph-canvas",
      { path: "^web/src", pathNot: "^web/src/graph-canvas/" },
      { path: "node_modules/cytoscape" },
      "graph-canvas is the only importer of Cytoscape.",
    ),
    never(
      "state-is-pure",
      { path: "^web/src/state/" },
      { path: "^web/src/(panels|graph-canvas|api|commands)/|node_modules/(react|urql)" },
      "State transitions are pure functions.",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    exclude: { path: "/dist/" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      conditionNames: ["@entente/source", "import", "types", "default"],
      exportsFields: ["exports"],
    },
  },
};
