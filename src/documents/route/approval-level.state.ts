/** How high something has to go before it is approved. */
export enum ApprovalLevel {
  UNIT = 'UNIT',
  PEOPLES_COMMITTEE = 'PEOPLES_COMMITTEE',
  PARTY_STANDING_BOARD = 'PARTY_STANDING_BOARD',
  PARTY_COMMITTEE = 'PARTY_COMMITTEE',
  PEOPLES_COUNCIL = 'PEOPLES_COUNCIL',
}
