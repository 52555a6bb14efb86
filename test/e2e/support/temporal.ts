import { Client, Connection } from '@temporalio/client';

export async function openTemporal(address: string): Promise<Client> {
  return new Client({ connection: await Connection.connect({ address }) });
}

/** What a running workflow says it does now. */
export async function currentDetails(client: Client, workflowId: string): Promise<string> {
  const metadata = await client.workflow
    .getHandle(workflowId)
    .query<{ currentDetails?: string }>('__temporal_workflow_metadata');
  return metadata.currentDetails ?? '';
}

export async function findWorkflows(client: Client, query: string): Promise<string[]> {
  const found: string[] = [];
  for await (const one of client.workflow.list({ query })) found.push(one.workflowId);
  return found;
}

/** Activities and timers of a history that carry no summary for the operator. */
export async function untold(client: Client, workflowId: string): Promise<string[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  return (events ?? [])
    .filter(
      (event) =>
        event.activityTaskScheduledEventAttributes ??
        event.timerStartedEventAttributes ??
        event.markerRecordedEventAttributes?.markerName === 'core_local_activity',
    )
    .filter((event) => !event.userMetadata?.summary?.data)
    .map(
      (event) =>
        `${workflowId} event ${String(event.eventId)}: ${event.activityTaskScheduledEventAttributes?.activityType?.name ?? event.markerRecordedEventAttributes?.markerName ?? 'timer'}`,
    );
}
