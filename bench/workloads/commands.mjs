const SUMMARY = 'Đo tốc độ';

/**
 * Ten commands that are no reports, each with the input of its n-th call: whatever a command does, the next call of it, or of its counterpart, may do again. The first input of a
 * command takes what the calls before it gave (`seen`).
 */
export const COMMANDS = [
  command('verifyWorkItem', 'inspector', (n, { items }) => ({
    workItemId: items[n % items.length],
    health: n % 2 === 0 ? 'ON_TRACK' : 'AT_RISK',
    finding: `${SUMMARY} ${n}`,
  })),
  command('assignResponsiblePerson', 'secretariat', (n, { staffedItem, persons }) => ({
    workItemId: staffedItem,
    personId: persons[n % persons.length],
  })),
  command('createPerson', 'secretariat', (n, { unit }) => ({ displayName: `Người thứ ${n}`, unitId: unit })),
  command('addIndicator', 'secretariat', (n) => ({
    code: `do-${n}`,
    name: `Chỉ số đo thứ ${n}`,
    nameEn: `Measured indicator ${n}`,
    unitOfMeasure: '%',
    unitOfMeasureEn: '%',
    source: SUMMARY,
  })),
  command('addViewpoint', 'secretariat', (n) => ({
    programmeCode: '07-CTr/TU',
    number: `${n + 10}`,
    text: `Quan điểm đo thứ ${n}`,
    source: SUMMARY,
  })),
  command('createDisplay', 'admin', (n) => ({ name: `Màn hình ${n}`, programmeCode: '07-CTr/TU' }), 'display { id }'),
  command('revokeDisplay', 'admin', (_, { seen }) => ({ displayId: seen.createDisplay.display.id })),
  command('grantRole', 'admin', (_, { account }) => ({ accountId: account, role: 'INSPECTOR' })),
  command('revokeRole', 'admin', (_, { account }) => ({ accountId: account, role: 'INSPECTOR' })),
  command('disableAccount', 'admin', (_, { other }) => ({ accountId: other, reason: SUMMARY })),
  command('enableAccount', 'admin', (_, { other }) => ({ accountId: other })),
];

function command(name, account, inputOf, selected = '') {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selected} cursor userErrors { code path message } } }`;
  return { name, account, query, inputOf };
}

/** Asks what the inputs are made of; sent as the administrator. */
export const FACTS = `{
  items: workItems(first: 10, where: { isInForce: { eq: true } }) { nodes { id leadUnit { id } } }
  persons(first: 50) { nodes { id unit { id } } }
  accounts(first: 50) { nodes { id displayName roles { role } } }
}`;

/** The facts of an answer to FACTS. */
export function factsOf({ items, persons, accounts }) {
  const staffed = items.nodes
    .map((item) => ({ item, persons: persons.nodes.filter(({ unit }) => unit.id === item.leadUnit.id) }))
    .find(({ persons: own }) => own.length > 1);
  if (staffed === undefined) throw new Error('No unit that leads an item has two persons.');
  const holderOf = (role) => accounts.nodes.find(({ roles }) => roles.some((held) => held.role === role)).id;
  return {
    items: items.nodes.map(({ id }) => id),
    staffedItem: staffed.item.id,
    persons: staffed.persons.slice(0, 2).map(({ id }) => id),
    unit: staffed.item.leadUnit.id,
    account: holderOf('ANALYST'),
    other: holderOf('COMMITTEE_MEMBER'),
  };
}
