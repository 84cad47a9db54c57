/** What a resource is. */
export enum ResourceKind {
  FUNDS = 'FUNDS',
  PERSONNEL = 'PERSONNEL',
  FACILITIES = 'FACILITIES',
  DATA = 'DATA',
  OTHER = 'OTHER',
}

/** Currencies in which funds are stated, by their ISO 4217 codes. */
export enum Currency {
  VND = 'VND',
  USD = 'USD',
  EUR = 'EUR',
  JPY = 'JPY',
}

/** How far a resource is decided. */
export enum ResourceState {
  PROPOSED = 'PROPOSED',
  APPROVED = 'APPROVED',
  ALLOCATED = 'ALLOCATED',
  REFUSED = 'REFUSED',
}
