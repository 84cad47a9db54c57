import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '../../../src/platform/access/actor';
import { ApiClient } from '../api-client';
import type { DatabaseView } from '../database-view';
import type { TestProgram } from '../program';

/** A role, and the unit (by code) for which it is held. */
export interface GivenRole {
  readonly role: Role;
  readonly unit?: string;
}

/** An account that a test made beside the program. */
export interface MadeAccount {
  readonly id: string;
  readonly token: string;
  readonly client: ApiClient;
}

const HOUR_MS = 3_600_000;

/** Makes an account with roles and a token. `unit` is where the person works: for roles held for no unit it gives no right. */
export async function makeAccount(
  { url }: Pick<TestProgram, 'url'>,
  view: DatabaseView,
  given: { readonly roles: readonly GivenRole[]; readonly unit?: string },
): Promise<MadeAccount> {
  const id = randomUUID();
  const unit = given.unit ?? given.roles[0]?.unit ?? null;
  await view.rows(
    'insert into account (id, email, display_name, unit_id) values ($1, $2, $3, (select id from unit where code = $4))',
    [id, `${id}@made.test`, `Made ${id.slice(0, 8)}`, unit],
  );
  for (const { role, unit: code } of given.roles) {
    await view.rows(
      'insert into account_role (account_id, role, unit_id) values ($1, $2, (select id from unit where code = $3))',
      [id, role, code ?? null],
    );
  }
  const token = await giveToken(view, id, HOUR_MS);
  return { id, token, client: new ApiClient(url, token) };
}

/** A token of an account that lasts so many milliseconds from now; a negative number makes one that has expired. */
export async function giveToken(view: DatabaseView, accountId: string, lastsMs: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await view.rows('insert into access_token (account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4)', [
    accountId,
    createHash('sha256').update(token).digest(),
    new Date(now - HOUR_MS),
    new Date(now + lastsMs),
  ]);
  return token;
}
