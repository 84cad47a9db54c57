import type { Client } from 'graphql-ws';
import { resuming } from '../../src/web/feed/public';
import { EVENTS, type ForeignEvent, ForeignProgram, WHOLE } from './foreign-program';
import { stockClient } from './stock-client';

let foreign: ForeignProgram;
let client: Client;

beforeAll(async () => {
  foreign = await ForeignProgram.start();
  client = stockClient(foreign.program.url, foreign.reader.token, foreign.socket);
});

afterAll(async () => {
  await client.dispose();
  await foreign.close();
});

test('the stock graphql-ws client goes on where it was when the cursor is written into its payload', async () => {
  const findings = await foreign.checkResumption((variables, events) => {
    const payload = { query: EVENTS, variables: { ...variables } };
    return client.subscribe<{ events: ForeignEvent }>(payload, {
      next: ({ data }) => {
        if (!data) return;
        Object.assign(payload.variables, { after: data.events.cursor });
        events.push(data.events);
      },
      error: (error) => events.end(new Error(String(error))),
      complete: () => undefined,
    });
  });
  expect(findings).toEqual(WHOLE);
});

test('the kit’s wrapper does the same by itself', async () => {
  const findings = await foreign.checkResumption((variables, events) =>
    resuming(client).subscribe<{ events: ForeignEvent }>(
      { query: EVENTS, variables: { ...variables } },
      {
        next: ({ data }) => {
          if (data) events.push(data.events);
        },
        error: (error) => events.end(new Error(String(error))),
        complete: () => undefined,
      },
    ),
  );
  expect(findings).toEqual(WHOLE);
});
