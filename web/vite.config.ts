import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The workspace's sources, so that a build of the explorer needs no other build.
  resolve: { conditions: ["@entente/source", "import", "module", "browser", "default"] },
  server: { proxy: { "/graphql": process.env.ENTENTE_API ?? "http://127.0.0.1:4000" } },
  build: {
    target: "es2023",
    // A strict content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Cytoscape and GraphiQL are known, lazy chunks; the shell is measured by the browser tests.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { index: "index.html", graphiql: "graphiql.html" },
      // "use no memo" in GraphiQL speaks to a compiler that we do not run.
      onwarn: (warning, warn) => (warning.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : warn(warning)),
      // graph-schema has no side effects: its validators (zod) stay out of the browser.
      treeshake: { moduleSideEffects: (id) => !/graph-schema|\/zod\//.test(id) },
    },
  },
});
