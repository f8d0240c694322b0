# A worker (docs/scale.md): docker compose --profile worker up --build
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY --from=build /app/dist dist
COPY model model
USER node
ENTRYPOINT ["node", "dist/src/cli/main.js"]
CMD ["worker"]
