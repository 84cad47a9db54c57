import { type Actor, type Role, ROLES } from '../../access/actor';
import { EventAudience } from '../../event-log/event-audience';
import { canSeeEvent } from './event.policy';

function actor(role: Role, unitId: string | null = null): Actor {
  const roles = [{ role, unitId }];
  return { accountId: '', displayName: '', email: '', unitId: 'mine', roles, tokenId: '', tokenExpiresAt: new Date(0) };
}

test('everybody sees what is for everybody', () => {
  for (const role of ROLES) {
    expect(canSeeEvent(actor(role), { audience: EventAudience.EVERYONE, unitId: null })).toBe(true);
  }
});

test('events on drafts are seen by all but the screens of meeting rooms', () => {
  const seen = ROLES.filter((role) => canSeeEvent(actor(role), { audience: EventAudience.OFFICIALS, unitId: null }));
  expect(seen).toEqual(ROLES.filter((role) => role !== 'DISPLAY'));
});

test('events of a unit are seen by the unit’s reporter and approver and by those over all units', () => {
  const seen = ROLES.filter((role) =>
    canSeeEvent(actor(role, 'mine'), { audience: EventAudience.UNIT, unitId: 'mine' }),
  );
  expect(seen).toEqual(['ADMINISTRATOR', 'SECRETARIAT', 'REPORTER', 'APPROVER', 'INSPECTOR']);
  const others = ROLES.filter((role) =>
    canSeeEvent(actor(role, 'mine'), { audience: EventAudience.UNIT, unitId: 'theirs' }),
  );
  expect(others).toEqual(['ADMINISTRATOR', 'SECRETARIAT', 'INSPECTOR']);
  expect(canSeeEvent(actor('REPORTER'), { audience: EventAudience.UNIT, unitId: null })).toBe(false);
});

test('records are seen by inspectors and administrators alone', () => {
  const seen = ROLES.filter((role) =>
    canSeeEvent(actor(role, 'mine'), { audience: EventAudience.RECORDS, unitId: 'mine' }),
  );
  expect(seen).toEqual(['ADMINISTRATOR', 'INSPECTOR']);
});

test('what a unit has not handed in is seen by the unit alone; inspectors and administrators read it nowhere', () => {
  const seen = ROLES.filter((role) =>
    canSeeEvent(actor(role, 'mine'), { audience: EventAudience.OWN_UNIT, unitId: 'mine' }),
  );
  expect(seen).toEqual(['REPORTER', 'APPROVER']);
  const others = ROLES.filter((role) =>
    canSeeEvent(actor(role, 'mine'), { audience: EventAudience.OWN_UNIT, unitId: 'theirs' }),
  );
  expect(others).toEqual([]);
});

test('papers of the committee are seen by the unit that they concern and by all officials who are of no unit', () => {
  const audience = EventAudience.UNIT_AND_COMMITTEE;
  const officials = ROLES.filter((role) => role !== 'DISPLAY');
  expect(ROLES.filter((role) => canSeeEvent(actor(role, 'mine'), { audience, unitId: 'mine' }))).toEqual(officials);
  expect(ROLES.filter((role) => canSeeEvent(actor(role, 'mine'), { audience, unitId: 'theirs' }))).toEqual(
    officials.filter((role) => role !== 'REPORTER' && role !== 'APPROVER'),
  );
});
