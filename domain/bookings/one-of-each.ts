/**
 * One of each list, each another, or null when there is no way. `isFree` is asked once about each. Kuhn's augmenting
 * paths: who comes later may send an earlier one to another of its list, so that a way is found whenever there is one.
 */
export function oneOfEach(lists: readonly (readonly string[])[], isFree: (id: string) => boolean): string[] | null {
  if (lists.length === 0) return [];
  const answers = new Map<string, boolean>();
  const isFreeOnce = (id: string): boolean => {
    const answer = answers.get(id) ?? isFree(id);
    answers.set(id, answer);
    return answer;
  };
  const listOf = new Map<string, number>();
  const findPlace = (list: number, tried: Set<string>): boolean => {
    const free = lists[list]!.filter(isFreeOnce);
    const place = free.find((id) => !listOf.has(id)) ?? free.find((id) => canBeLeft(id, tried));
    if (place !== undefined) listOf.set(place, list);
    return place !== undefined;
  };
  const canBeLeft = (id: string, tried: Set<string>): boolean => {
    if (tried.has(id)) return false;
    tried.add(id);
    return findPlace(listOf.get(id)!, tried);
  };
  for (let list = 0; list < lists.length; list += 1) if (!findPlace(list, new Set())) return null;
  const chosen: string[] = [];
  for (const [id, list] of listOf) chosen[list] = id;
  return chosen;
}
