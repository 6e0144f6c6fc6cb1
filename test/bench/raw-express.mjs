// The yardstick: Express that answers one JSON value, read from the file named on the command line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The server's own copy, so that both sides of the ratio run the same Express.
const express = createRequire(new URL("../../server/package.json", import.meta.url))("express");

const body = process.argv[2] ? JSON.parse(readFileSync(process.argv[2], "utf8")) : {};
const app = express();
app.disable("etag");
app.post("/graphql", (_request, response) => response.json(body));
app.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("raw is ready"));
