import { useQuery } from '@tanstack/react-query';
import { api, taken } from '../../api.ts';

/** What the set-up pages read; each is read again when somebody changes something. */
export const useServices = () => useQuery({ queryKey: ['services'], queryFn: () => taken(api.GET('/api/services')) });
export const useStaff = () => useQuery({ queryKey: ['staff'], queryFn: () => taken(api.GET('/api/staff')) });
export const usePlaces = () => useQuery({ queryKey: ['places'], queryFn: () => taken(api.GET('/api/places')) });
export const useRules = () =>
  useQuery({ queryKey: ['booking-rules'], queryFn: () => taken(api.GET('/api/booking-rules')) });
export const useProblems = () =>
  useQuery({ queryKey: ['setup-problems'], queryFn: () => taken(api.GET('/api/booking-setup/problems')) });
export type DaysOf = { staffId: string } | { placeId: string };
export const useSpecialDays = (of: DaysOf) =>
  useQuery({
    queryKey: ['special-days', of],
    queryFn: () => taken(api.GET('/api/schedule-exceptions', { params: { query: of } })),
  });

export const touchesSetup = ['services', 'staff', 'places', 'setup-problems'];
