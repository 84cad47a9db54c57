import type { Role } from '../../src/platform/access/actor';
import { ApiClient } from '../support/api-client';
import type { DatabaseView } from '../support/database-view';
import { giveToken, type GivenRole, makeAccount } from '../support/made/made-account';
import type { TestProgram } from '../support/program';
import { COLUMNS, type Column } from './rights.table';

/** The unit for which roles of a unit are held, and an item that it leads; and another unit with one of its items. */
export const OWN = { unit: 'so-xd', item: '07-21' } as const;
export const OTHER = { unit: 'so-gtvt', item: '07-10' } as const;

/** Who asks in one column. */
export interface Asker {
  readonly client: ApiClient;
  /** The account; null for strangers. */
  readonly accountId: string | null;
}

const OF_A_UNIT: readonly Role[] = ['REPORTER', 'APPROVER'];
const ENDED_ROLES: readonly GivenRole[] = [
  { role: 'ADMINISTRATOR' },
  { role: 'SECRETARIAT' },
  { role: 'REPORTER', unit: OWN.unit },
  { role: 'APPROVER', unit: OWN.unit },
];

/** One asker for each column; everybody works in the own unit, so that working there gives no right by itself. */
export async function makeAskers(program: TestProgram, view: DatabaseView): Promise<Record<Column, Asker>> {
  const askers: Partial<Record<Column, Asker>> = {};
  for (const column of COLUMNS) askers[column] = await makeAsker(program, view, column);
  return askers as Record<Column, Asker>;
}

/** An asker of a column with an account of its own. */
export async function makeAsker(program: TestProgram, view: DatabaseView, column: Column): Promise<Asker> {
  switch (column) {
    case 'STRANGER':
      return { client: program.stranger(), accountId: null };
    case 'EXPIRED': {
      const { id } = await makeAccount(program, view, { roles: ENDED_ROLES });
      return { client: new ApiClient(program.url, await giveToken(view, id, -1_000)), accountId: id };
    }
    case 'REVOKED': {
      const { id, client } = await makeAccount(program, view, { roles: ENDED_ROLES });
      await view.rows('update access_token set revoked_at = now() where account_id = $1', [id]);
      return { client, accountId: id };
    }
    case 'DISABLED': {
      const { id, client } = await makeAccount(program, view, { roles: ENDED_ROLES });
      await view.rows('update account set disabled_at = now() where id = $1', [id]);
      return { client, accountId: id };
    }
    case 'DISPLAY':
      return openedScreen(program, view);
    default: {
      const roles = [{ role: column, ...(OF_A_UNIT.includes(column) && { unit: OWN.unit }) }];
      const { id, client } = await makeAccount(program, view, { roles, unit: OWN.unit });
      return { client, accountId: id };
    }
  }
}

let screens = 0;

/** A screen made by the secretariat and opened by its link: its token is the cookie's. */
async function openedScreen(program: TestProgram, view: DatabaseView): Promise<Asker> {
  const secretariat = await program.as('secretariat');
  const { data } = await secretariat.ask<{ createDisplay: { link: string; display: { id: string } } }>(
    `mutation ($name: String!) { createDisplay(input: { name: $name, programmeCode: "07-CTr/TU" }) { link display { id } } }`,
    { name: `Phòng ${++screens}` },
  );
  const { link, display } = data.createDisplay;
  const opened = await fetch(program.url + link, { redirect: 'manual' });
  const token = /^tiendo_screen=([^;]+)/.exec(opened.headers.get('set-cookie') ?? '')?.[1];
  if (token === undefined) throw new Error('The link opened no session.');
  const { id } = await view.row<{ id: string }>(`select account_id as id from display where 'di_' || id = $1`, [
    display.id,
  ]);
  return { client: new ApiClient(program.url, token), accountId: id };
}
