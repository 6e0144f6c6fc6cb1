import { defineConfig } from "vitest/config";

const resolve = {
  conditions: ["@entente/source"],
  // Vite would load graphql's ES module beside the CommonJS one that Apollo's packages load: two sets of classes.
  alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
};
const ssr = { resolve: { conditions: ["@entente/source"] } };

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: { name: "unit", include: ["{graph-schema,extract,seed,server,web}/src/**/*.test.{ts,tsx}"] },
      },
      {
        resolve,
        ssr,
        test: {
          name: "contract",
          include: ["test/contract/**/*.test.ts", "test/regression/**/*.test.ts"],
          globalSetup: ["test/setup/engines.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/setup/engines.ts", "test/setup/browser.ts"],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
