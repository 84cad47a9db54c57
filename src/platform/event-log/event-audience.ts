/**
 * Who may see an event: everybody who is signed in; officials, not the screens of meeting rooms; the unit it concerns and those over all units; the unit alone,
 * for what it has not handed in; the unit, the committee, inspection and analysts; the record keepers alone.
 */
export enum EventAudience {
  EVERYONE = 'EVERYONE',
  OFFICIALS = 'OFFICIALS',
  UNIT = 'UNIT',
  OWN_UNIT = 'OWN_UNIT',
  UNIT_AND_COMMITTEE = 'UNIT_AND_COMMITTEE',
  RECORDS = 'RECORDS',
}
