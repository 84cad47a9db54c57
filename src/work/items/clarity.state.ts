/** What must be clear of a work item before it can be approved into a plan: clear person, clear work, clear resources, and the rest of the slogan. */
export enum ClarityPoint {
  PERSON = 'PERSON',
  WORK = 'WORK',
  TIME = 'TIME',
  RESPONSIBILITY = 'RESPONSIBILITY',
  PRODUCT = 'PRODUCT',
  AUTHORITY = 'AUTHORITY',
  RESOURCES = 'RESOURCES',
}
