/** What is told of a load while it runs: one line that is written over on a terminal, lines elsewhere (a tenth each). */
export class ProgressLine {
  #tenth = 0;
  #began = performance.now();

  constructor(stream = process.stdout) {
    this.stream = stream;
  }

  /** So many of so many are done. */
  show({ done, total, what, rssKiB }) {
    const share = Math.floor((done / total) * 100);
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(0);
    const said = `loaded ${done} of ${total} (${share} %): ${what}, ${seconds} s, ${Math.round(rssKiB / 1024)} MiB held`;
    if (this.stream.isTTY) {
      this.stream.write(`\r\u001b[K${said}${done === total ? '\n' : ''}`);
      return;
    }
    if (Math.floor(share / 10) === this.#tenth) return;
    this.#tenth = Math.floor(share / 10);
    this.stream.write(`${said}\n`);
  }
}
