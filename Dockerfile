# Proviso from its own files. Runs without root, and with a root file system that is only read: what it writes goes to /data and /tmp.
FROM node:22-bookworm-slim AS build
WORKDIR /proviso
COPY package.json package-lock.json .npmrc ./
# The build itself is run below, once its files are there.
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production PROVISO_STORE=/data
WORKDIR /proviso
COPY --from=build /proviso/package.json ./
COPY --from=build /proviso/node_modules node_modules
COPY --from=build /proviso/dist dist
COPY --from=build /proviso/models models
COPY --from=build /proviso/examples examples
COPY --from=build /proviso/docs docs
RUN mkdir /data && chown 1000:1000 /data
USER 1000
VOLUME /data
ENTRYPOINT ["node", "/proviso/dist/cli/main.js"]
CMD ["start"]
