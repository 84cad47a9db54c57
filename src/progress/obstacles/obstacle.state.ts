/** How far the steering committee has dealt with what stands in the way. */
export enum ObstacleState {
  OPEN = 'OPEN',
  IN_HAND = 'IN_HAND',
  RESOLVED = 'RESOLVED',
}
