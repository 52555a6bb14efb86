import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../api.ts';

type Words = { ru: string; en: string };
export type Variant = { id: string; name: Words; priceMinor?: number | undefined };
export type References = {
  /** Until it is there nothing is called deleted. */
  loaded: boolean;
  tags: readonly string[];
  products: readonly { id: string; name: Words; variants: readonly Variant[] }[];
  services: readonly { id: string; name: Words }[];
  staff: readonly { id: string; name: string }[];
  contacts: readonly { id: string; name: string }[];
  business: { name?: string | undefined; currency: string; timeZone: string; language: 'ru' | 'en' };
};

const nothing: References = {
  loaded: false,
  tags: [],
  products: [],
  services: [],
  staff: [],
  contacts: [],
  business: { currency: 'RUB', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, language: 'ru' },
};

/** What of the business a chain can refer to: tags, products, clients to look as. */
export function useReferences(): References {
  const { data } = useQuery({
    queryKey: ['automation-references'],
    queryFn: () => send<Omit<References, 'loaded'>>('GET', '/api/automation-references'),
    staleTime: 60_000,
  });
  return useMemo(() => {
    if (!data) return nothing;
    return {
      loaded: true,
      tags: data.tags ?? [],
      products: (data.products ?? []).map((product) => ({ ...product, variants: product.variants ?? [] })),
      services: data.services ?? [],
      staff: data.staff ?? [],
      contacts: data.contacts ?? [],
      business: { ...nothing.business, ...data.business },
    };
  }, [data]);
}
