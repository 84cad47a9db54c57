import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, type TypePolicies } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { buildSchema, isObjectType, OperationTypeNode } from 'graphql';
import type { Client } from 'graphql-ws';
import { resuming } from '../../src/web/feed/public';
import { Messages } from '../support/sockets/messages';
import { changeProgress } from '../support/report-steps';
import { EVENTS, type ForeignEvent, ForeignProgram, WHOLE } from './foreign-program';
import { stockClient } from './stock-client';

interface Items {
  readonly workItems: { readonly nodes: readonly { readonly code: string; readonly percentComplete: number }[] };
}

const ITEMS = '{ workItems(where: { code: { eq: "07-01" } }) { nodes { code percentComplete } } }';

let foreign: ForeignProgram;
let socketClient: Client;
let apollo: ApolloClient;

beforeAll(async () => {
  foreign = await ForeignProgram.start();
  const { program, reader, socket } = foreign;
  socketClient = stockClient(program.url, reader.token, socket);
  const http = new HttpLink({
    uri: `${program.url}/graphql`,
    headers: { authorization: `Bearer ${reader.token}` },
  });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    new GraphQLWsLink(resuming(socketClient)),
    http,
  );
  apollo = new ApolloClient({ link, cache: new InMemoryCache() });
});

afterAll(async () => {
  apollo.stop();
  await socketClient.dispose();
  await foreign.close();
});

test('in Apollo Client a live query keeps the cache, and so every query that watches it, up to date', async () => {
  const watched = new Messages<number>();
  const watching = apollo.watchQuery<Items>({ query: gql(ITEMS) }).subscribe(({ data, dataState }) => {
    if (dataState === 'complete') watched.push(data.workItems.nodes[0]!.percentComplete);
  });
  expect(await watched.next()).toBe(62);
  const live = apollo.subscribe({ query: gql(`subscription { live ${ITEMS} }`) }).subscribe({});
  await changeProgress(foreign.program, 64);
  expect(await watched.next()).toBe(64);
  foreign.socket.cut();
  await changeProgress(foreign.program, 66);
  expect(await watched.next()).toBe(66);
  live.unsubscribe();
  watching.unsubscribe();
});

test('in Apollo Client a stream of events goes on where it was when its connection was cut', async () => {
  const findings = await foreign.checkResumption((variables, events) => {
    const subscription = apollo
      .subscribe<{ events: ForeignEvent }>({ query: gql(EVENTS), variables, fetchPolicy: 'no-cache' })
      .subscribe(({ data }) => {
        if (data) events.push(data.events);
      });
    return () => subscription.unsubscribe();
  });
  expect(findings).toEqual(WHOLE);
});

test('in Apollo Client queries of one list keep each other only when what has no id is merged', async () => {
  const { program, reader } = foreign;
  const schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
  const roots = ['Query', 'Mutation', 'Subscription'];
  const mergeable = Object.values(schema.getTypeMap()).filter(
    (type) =>
      isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type.name) && !('id' in type.getFields()),
  );
  const queries = ['totalCount', 'nodes { id openCycle { period } }', 'nodes { id openCycle { dueOn } }'].map(
    (selection) => gql(`{ workItems(first: 2) { ${selection} } }`),
  );
  const kept = async (typePolicies: TypePolicies): Promise<boolean[]> => {
    const headers = { authorization: `Bearer ${reader.token}` };
    const link = new HttpLink({ uri: `${program.url}/graphql`, headers });
    const client = new ApolloClient({ link, cache: new InMemoryCache({ typePolicies }) });
    for (const query of queries) await client.query({ query });
    const found = queries.map((query) => client.readQuery({ query }) !== null);
    client.stop();
    return found;
  };
  expect(await kept({})).toEqual([false, false, true]);
  expect(await kept(Object.fromEntries(mergeable.map(({ name }) => [name, { merge: true }])))).toEqual([
    true,
    true,
    true,
  ]);
});
