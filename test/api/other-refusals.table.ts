import { measurement, NOTHING, type Refusal } from './refusals.table';

const RECORD = `mutation ($input: RecordMeasurementInput!) { payload: recordMeasurement(input: $input) {
  progressReport: measurement { id } cursor userErrors { code path message } } }`;
const CREATE_DISPLAY = `mutation ($input: CreateDisplayInput!) { payload: createDisplay(input: $input) {
  progressReport: display { id } receipt: link cursor userErrors { code path message } } }`;
const REVOKE_DISPLAY = `mutation ($input: RevokeDisplayInput!) { payload: revokeDisplay(input: $input) {
  progressReport: display { id } cursor userErrors { code path message } } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { payload: signIn(input: $input) {
  progressReport: viewer { id } cursor: token userErrors { code path message } } }`;

/** What else is refused: measurements, screens, sign-ins. */
export const OTHERS: readonly Refusal[] = [
  {
    name: 'who neither keeps the figures nor reports for a unit records none',
    by: 'analyst',
    mutation: RECORD,
    input: measurement({}),
    refused: [['FORBIDDEN', 'input.indicatorId']],
  },
  {
    name: 'a measurement of an unknown indicator is not found',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ indicatorId: `in_${NOTHING}` }),
    refused: [['NOT_FOUND', 'input.indicatorId']],
  },
  {
    name: 'a measurement of a period to come is not valid',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ period: '2024-Q1' }),
    refused: [['INVALID', 'input.period']],
    names: [/2024-Q1/, /2024-Q1/],
  },
  {
    name: 'a measurement without a source is not valid',
    by: 'secretariat',
    mutation: RECORD,
    input: measurement({ source: '' }),
    refused: [['INVALID', 'input.source']],
  },
  {
    name: 'a unit makes no screens',
    by: 'reporter',
    mutation: CREATE_DISPLAY,
    input: { name: 'Phòng họp 1', programmeCode: '07-CTr/TU' },
    refused: [['FORBIDDEN', 'input']],
  },
  {
    name: 'a screen of an unknown programme is not found',
    by: 'secretariat',
    mutation: CREATE_DISPLAY,
    input: { name: 'Phòng họp 1', programmeCode: '99-CTr/TU' },
    refused: [['NOT_FOUND', 'input.programmeCode']],
  },
  {
    name: 'a screen without a name is not valid',
    by: 'secretariat',
    mutation: CREATE_DISPLAY,
    input: { name: ' ', programmeCode: '07-CTr/TU' },
    refused: [['INVALID', 'input.name']],
  },
  {
    name: 'a screen that is not there is not found',
    by: 'secretariat',
    mutation: REVOKE_DISPLAY,
    input: { displayId: `di_${NOTHING}` },
    refused: [['NOT_FOUND', 'input.displayId']],
  },
  {
    name: 'a wrong password is refused without saying which of the two is wrong',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'reporter@demo.test', password: 'sai' },
    refused: [['INVALID', 'input.password']],
  },
  {
    name: 'an unknown e-mail is refused as a wrong password is',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'nobody@demo.test', password: 'sai' },
    refused: [['INVALID', 'input.password']],
  },
  {
    name: 'an empty password is not valid',
    by: 'stranger',
    mutation: SIGN_IN,
    input: { email: 'reporter@demo.test', password: '' },
    refused: [['INVALID', 'input.password']],
  },
];
