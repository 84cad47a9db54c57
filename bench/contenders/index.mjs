/** The password of the demo accounts during a measurement. */
export const DEMO_PASSWORD = 'bench-only-password';

/**
 * Who is measured. `server` is the program (`contenders/<server>.mjs`), `dialect` the words in which it is asked (a key of each workload).
 * `documented`: a peer, set up as its own documentation says.
 */
export const CONTENDERS = [
  // its cache of answers is left aside: every answer is read from the database
  { name: 'tiendo', server: 'tiendo', dialect: 'tiendo', headers: { 'cache-control': 'no-cache' } },
  { name: 'tiendoCached', server: 'tiendo', dialect: 'tiendo', headers: {}, isCached: true },
  { name: 'limit', server: 'limit', dialect: 'peers', headers: {} },
  { name: 'mercurius', server: 'mercurius', dialect: 'peers', headers: {}, documented: true },
  { name: 'yoga', server: 'yoga', dialect: 'peers', headers: {}, documented: true },
  { name: 'postgraphile', server: 'postgraphile', dialect: 'postgraphile', headers: {}, documented: true },
  { name: 'textbook', server: 'textbook', dialect: 'peers', headers: {}, documented: true },
];

/** Who is measured with subscribers. `reads`: the limit once more, which makes each text by a statement instead of having it ready. */
export const LIVE_CONTENDERS = [
  { name: 'tiendo', server: 'tiendo', dialect: 'tiendo' },
  { name: 'limit', server: 'limit-live', dialect: 'limit' },
  { name: 'limitReading', server: 'limit-live', dialect: 'limit', reads: true },
  { name: 'mercurius', server: 'mercurius', dialect: 'peers', documented: true },
  { name: 'yoga', server: 'yoga', dialect: 'peers', documented: true },
  { name: 'postgraphile', server: 'postgraphile', dialect: 'postgraphile', documented: true },
  { name: 'textbook', server: 'textbook-live', dialect: 'peers', documented: true },
];
