import type { paths } from '#api-client/schema.d.ts';

export type Preview =
  paths['/api/automations/{id}/retry-preview']['post']['responses'][200]['content']['application/json'];
export type Group = Preview['groups'][number];

/** Runs that failed alike: of one version, at one step, for one reason. */
export const groupKey = (group: Pick<Group, 'versionId' | 'nodeId' | 'reason'>): string =>
  [group.versionId, group.nodeId, group.reason].join(' ');

/** What asks for the runs of a group alone. What a group does not know cannot be asked for. */
export function filterOf(group: Pick<Group, 'versionId' | 'nodeId' | 'reason'>): {
  versionId: string;
  nodeId?: string;
  reason?: string;
} {
  return {
    versionId: group.versionId,
    ...(group.nodeId === null ? {} : { nodeId: group.nodeId }),
    ...(group.reason === null ? {} : { reason: group.reason }),
  };
}
