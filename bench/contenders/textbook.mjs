// The textbook's stack: Apollo Server 5 (standalone), TypeGraphQL, TypeORM; relations by DataLoader, one set of loaders for each request.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSchema } from 'type-graphql';
import { DataSource } from 'typeorm';
import './with-parent.mjs';
import * as entities from './textbook-entities.mjs';
import { createLoaders } from './textbook-loaders.mjs';
import { makeResolvers } from './textbook-resolvers.mjs';

const [port, databaseUrl] = process.argv.slice(2);

const dataSource = await new DataSource({
  type: 'postgres',
  url: databaseUrl,
  entities: Object.values(entities),
  poolSize: 10,
}).initialize();

const server = new ApolloServer({
  schema: await buildSchema({ resolvers: makeResolvers(dataSource), validate: false }),
});
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: () => Promise.resolve({ loaders: createLoaders(dataSource) }),
});
