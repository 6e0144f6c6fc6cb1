import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Everything from ourselves, no inline scripts. Styles may be inline: Cytoscape and GraphiQL's editor write theirs into
 * the page; GraphiQL's editor starts workers from blobs.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'", "data:"],
        workerSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The program speaks plain HTTP on loopback; TLS is the business of what stands before it.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  });
}

/** Reads are open to pages anywhere, without credentials; preflights are answered here. */
export function openReads(): RequestHandler {
  return (req, res, next) => {
    res.set({
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Expose-Headers": "ETag, Entente-Version, X-Request-Id",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    if (req.method !== "OPTIONS") {
      next();
      return;
    }
    res
      .set({
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Content-Type, Entente-Version, If-None-Match",
        "Access-Control-Max-Age": "600",
      })
      .status(204)
      .end();
  };
}
