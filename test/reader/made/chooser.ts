/** Where whole numbers come from, both bounds included; fast-check's source of chance is one. */
export interface Chance {
  nextInt(least: number, most: number): number;
}

/** Choices that a seed decides. */
export class Chooser {
  constructor(private readonly random: Chance) {}

  /** A whole number between two, both included. */
  between(least: number, most: number): number {
    return this.random.nextInt(least, most);
  }

  /** True so many times out of a hundred. */
  percent(chance: number): boolean {
    return this.random.nextInt(0, 99) < chance;
  }

  /** One of several things. */
  one<Thing>(things: readonly Thing[]): Thing {
    if (things.length === 0) throw new Error('There is nothing to choose from.');
    return things[this.random.nextInt(0, things.length - 1)]!;
  }

  /** Some of several things, in a random order: at most so many. */
  some<Thing>(things: readonly Thing[], most: number): Thing[] {
    const left = [...things];
    const taken: Thing[] = [];
    while (taken.length < most && left.length > 0)
      taken.push(...left.splice(this.random.nextInt(0, left.length - 1), 1));
    return taken;
  }
}
