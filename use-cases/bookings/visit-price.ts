type Price = { priceMinor: number; priceToMinor?: number | null | undefined };

/** What a visit costs: all its services together; "from … to …" as long as one of them has no settled price. */
export function visitPrice(parts: readonly Price[]): { priceMinor: number; priceToMinor: number | null } {
  const isSettled = parts.every(({ priceToMinor }) => typeof priceToMinor !== 'number');
  return {
    priceMinor: parts.reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    priceToMinor: isSettled
      ? null
      : parts.reduce((sum, { priceMinor, priceToMinor }) => sum + (priceToMinor ?? priceMinor), 0),
  };
}
