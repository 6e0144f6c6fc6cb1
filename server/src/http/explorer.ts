import express, { type Request, type RequestHandler, type Router } from "express";
import { existsSync } from "node:fs";
import { join, sep } from "node:path";

const NOT_BUILT = "The explorer is not built. Run: npm run build\nThe API answers at /graphql.\n";

/** The built explorer: files by their path, GraphiQL at /graphiql, and the explorer's page for every other address. */
export function explorer(folder: string): Router {
  const router = express.Router();
  router.use(
    express.static(folder, {
      index: "index.html",
      redirect: false,
      setHeaders: (res, path) => {
        // Built assets carry a hash of their content in their name.
        const isHashed = path.includes(`${sep}assets${sep}`);
        res.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  router.use("/graphiql", page(folder, "graphiql.html"));
  router.use(page(folder, "index.html"));
  return router;
}

/** A path that ends in a file name is no address of the explorer. */
const asksForPage = (req: Request): boolean =>
  (req.method === "GET" || req.method === "HEAD") && !/\.\w+$/.test(req.path) && Boolean(req.accepts("html"));

function page(folder: string, file: string): RequestHandler {
  return (req, res) => {
    if (!asksForPage(req)) res.status(404).type("text").send(`Nothing here: ${req.method} ${req.path}\n`);
    else if (!existsSync(join(folder, file))) res.status(503).type("text").send(NOT_BUILT);
    else res.set("Cache-Control", "no-cache").sendFile(file, { root: folder });
  };
}
