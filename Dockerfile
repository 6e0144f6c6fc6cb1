# The server with the explorer built in. Runs as `node`, keeps its embedded store in /data.
FROM node:20-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
 && npm run build \
 && npm prune --omit=dev --no-audit --no-fund \
 && rm -rf test */src web/node_modules web/public

FROM node:20-slim
ENV NODE_ENV=production \
    # Reachable from outside the container, and therefore read-only: see README.
    HOST=0.0.0.0 \
    PORT=4000 \
    ENTENTE_DATA=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "server/bin/entente.js"]
CMD ["serve"]
