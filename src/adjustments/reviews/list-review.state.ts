/** Whether a unit that was asked to go through a list has answered. */
export enum ListReviewState {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  ADJUSTING = 'ADJUSTING',
  OVERDUE = 'OVERDUE',
}
