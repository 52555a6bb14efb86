import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../api.ts';
import { showZone } from '../words.tsx';

/** Who is signed in, for which business, with the counts of the navigation. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    // Nobody is signed in: each part that asks again would begin the page anew.
    retryOnMount: false,
    queryFn: async () => {
      const me = await taken(api.GET('/api/me'));
      showZone(me.business.timeZone);
      return me;
    },
  });
}
