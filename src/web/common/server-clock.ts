/** The programme's time, kept on this machine's clock and corrected by every server time that comes. */
export class ServerClock {
  private offsetMs = 0;

  /** Takes a server time (ISO 8601) that has just arrived; returns it in milliseconds. */
  correct(serverTime: string): number {
    const moment = Date.parse(serverTime);
    this.offsetMs = moment - Date.now();
    return moment;
  }

  /** Programme time in milliseconds. */
  readonly now = (): number => Date.now() + this.offsetMs;
}
