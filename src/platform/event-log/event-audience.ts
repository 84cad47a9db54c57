/** Who may see an event: everybody who is signed in; officials, not the screens of meeting rooms; the unit it concerns and those over all units; the record keepers alone. */
export enum EventAudience {
  EVERYONE = 'EVERYONE',
  OFFICIALS = 'OFFICIALS',
  UNIT = 'UNIT',
  RECORDS = 'RECORDS',
}
