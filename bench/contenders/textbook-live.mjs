// The textbook's stack with subscriptions, as Apollo's documentation adds them: Express in front, graphql-ws beside it on the same HTTP server.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import { createPubSub } from '@graphql-yoga/subscription';
import express from 'express';
import { useServer } from 'graphql-ws/use/ws';
import { createServer } from 'node:http';
import { buildSchema } from 'type-graphql';
import { DataSource } from 'typeorm';
import { WebSocketServer } from 'ws';
import './with-parent.mjs';
import * as entities from './textbook-entities.mjs';
import { makeLiveResolvers } from './textbook-live-resolvers.mjs';
import { createLoaders } from './textbook-loaders.mjs';
import { makeResolvers } from './textbook-resolvers.mjs';

const [port, databaseUrl] = process.argv.slice(2);

const dataSource = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  entities: Object.values(entities),
  poolSize: 10,
}).initialize();

const pubSub = createPubSub();
const resolvers = [...makeResolvers(dataSource), ...makeLiveResolvers(dataSource, pubSub)];
const schema = await buildSchema({ resolvers, pubSub, validate: false });

const app = express();
const httpServer = createServer(app);
// a subscription's context lives as long as it does: its loaders must not remember rows
useServer(
  { schema, context: () => ({ loaders: createLoaders(dataSource, { cache: false }) }) },
  new WebSocketServer({ server: httpServer, path: '/graphql' }),
);
const server = new ApolloServer({ schema, plugins: [ApolloServerPluginDrainHttpServer({ httpServer })] });
await server.start();
app.use(
  '/graphql',
  express.json(),
  expressMiddleware(server, { context: () => Promise.resolve({ loaders: createLoaders(dataSource) }) }),
);
httpServer.listen(Number(port), '127.0.0.1');
