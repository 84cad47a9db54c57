import { type EntityManager, type EntityTarget, type FindOptionsOrder, type FindOptionsWhere, In } from 'typeorm';
import { idsOf, toGlobalId } from '../../platform/lib/global-id';
import { assertAllFound, type Charge, type ChargeKind } from './charge.rules';
import type { CommitteeMembership } from './committee-membership.entity';

/** What members may be charged with, as far as all kinds of it are alike. */
export interface Matter {
  readonly id: string;
  readonly shortName: string;
}

/** That a member is charged with one matter, from a day to a day, as it is kept. */
export interface ChargeRow {
  id: string;
  membershipId: string;
  startsOn: string;
  endsOn: string | null;
  isSample: boolean;
}

/** One kind of charges, as the domain of its matters hands it in. */
export interface Charges<Of extends Matter> {
  /** How one says it. */
  readonly kind: ChargeKind;
  readonly matters: EntityTarget<Of>;
  /** Of the matters' ids. */
  readonly prefix: string;
  /** The property in whose order an event names them. */
  readonly orderBy: keyof Of;
  readonly rows: EntityTarget<ChargeRow>;
  /** The property of a row that names its matter. */
  readonly by: string;
  /** Whether a charge with it is a sample row, whoever is charged. */
  readonly isSample: (matter: Of) => boolean;
}

/** The matters of clients' ids, all of the programme of the member's committee. */
export async function getMatters<Of extends Matter>(
  manager: EntityManager,
  { kind, matters, prefix, orderBy }: Charges<Of>,
  { committee }: CommitteeMembership,
  globalIds: readonly string[],
): Promise<Of[]> {
  const found = await manager.find(matters, {
    where: { id: In(idsOf(prefix, globalIds)), programmeId: committee.programmeId } as unknown as FindOptionsWhere<Of>,
    order: { [orderBy]: 'ASC' } as FindOptionsOrder<Of>,
  });
  const ids = found.map(({ id }) => toGlobalId(prefix, id));
  assertAllFound(kind, ids, globalIds);
  return found;
}

/** The id of the matter of a row. */
export function matterIdOf({ by }: Pick<Charges<Matter>, 'by'>, row: ChargeRow): string {
  return (row as ChargeRow & Readonly<Record<string, unknown>>)[by] as string;
}

/** Rows as the rules on charges see them. */
export function toCharges<Of extends Matter>(
  charges: Pick<Charges<Of>, 'by'>,
  rows: readonly ChargeRow[],
  matters: readonly Of[],
): Charge[] {
  const names = new Map(matters.map(({ id, shortName }) => [id, shortName]));
  return rows.map((row) => ({
    name: names.get(matterIdOf(charges, row))!,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
  }));
}
