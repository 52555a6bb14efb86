type Item = { at: number; shop: string; order: number; act: () => Promise<unknown> };

/** What the stories of many shops bring, by moment; of one shop in the order in which it was put in. */
export class Agenda {
  private items: Item[] = [];
  private order = 0;

  put(at: number, shop: string, act: Item['act']): void {
    this.items.push({ at, shop, act, order: (this.order += 1) });
  }

  next(): number | undefined {
    return this.items.length === 0 ? undefined : Math.min(...this.items.map(({ at }) => at));
  }

  /** The first thing of each shop that is due at `now`. */
  take(now: number): Item['act'][] {
    const due = this.items
      .filter(({ at }) => at <= now)
      .sort((one, other) => one.at - other.at || one.order - other.order);
    const first = due.filter((item, index) => due.findIndex(({ shop }) => shop === item.shop) === index);
    this.items = this.items.filter((item) => !first.includes(item));
    return first.map(({ act }) => act);
  }
}
