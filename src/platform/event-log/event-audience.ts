/** Who may see an event: everybody who is signed in; the unit it concerns and those over all units; the record keepers alone. */
export enum EventAudience {
  EVERYONE = 'EVERYONE',
  UNIT = 'UNIT',
  RECORDS = 'RECORDS',
}
