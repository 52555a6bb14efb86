/** What somebody wants to book: services in order, each with a person or with anyone. */
export type VisitRequest = {
  items: readonly { serviceId: string; staffId: string | null; addonIds: readonly string[] }[];
  format: 'online' | 'place';
  /** Needed where the services are given at several places. */
  placeId: string | null;
};
