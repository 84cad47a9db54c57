/** A calendar date in the city's zone, `YYYY-MM-DD`. */
export type CalendarDate = string;
