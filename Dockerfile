# One image for every process of the product; the command says which (see docker-compose.yml).
FROM node:24.21-bookworm-slim AS build
WORKDIR /takt
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# The image brings Node 24 itself, so neither the npm package "node" nor the embedded Postgres is needed: both are development dependencies.
FROM node:24.21-bookworm-slim AS dependencies
WORKDIR /takt
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24.21-bookworm-slim
ENV NODE_ENV=production TAKT_DATA_DIR=/data
WORKDIR /takt
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* && mkdir /data && chown node:node /data
COPY --from=dependencies /takt/node_modules ./node_modules
COPY . .
COPY --from=build /takt/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--enable-source-maps", "api/main.ts"]
