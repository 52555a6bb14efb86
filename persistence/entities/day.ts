import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const NoticeSeen = defineEntity({
  name: 'NoticeSeen',
  tableName: 'notice_seen',
  properties: {
    businessId: p.uuid().primary(),
    membershipId: p.uuid().primary(),
    until: p.datetime(),
  },
});
export type NoticeSeen = InferEntity<typeof NoticeSeen>;
