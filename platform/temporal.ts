import { Client, Connection } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { env } from './env.ts';

export const TASK_QUEUE = 'takt';

/** By what an operator finds a workflow: `ContactId = '…'`. Ids only. */
export const searchAttributes = {
  businessId: defineSearchAttributeKey('BusinessId', SearchAttributeType.KEYWORD),
  processType: defineSearchAttributeKey('ProcessType', SearchAttributeType.KEYWORD),
  subjectId: defineSearchAttributeKey('SubjectId', SearchAttributeType.KEYWORD),
  contactId: defineSearchAttributeKey('ContactId', SearchAttributeType.KEYWORD),
  automationVersionId: defineSearchAttributeKey('AutomationVersionId', SearchAttributeType.KEYWORD),
};

export async function connectTemporal(): Promise<Client> {
  const connection = await Connection.connect({ address: env.temporalAddress });
  return new Client({ connection, namespace: env.temporalNamespace });
}

const KEYWORD = 2;

/** Makes sure that the server knows our search attributes; what is there already stays. */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  for (const { name } of Object.values(searchAttributes)) {
    await connection.operatorService
      .addSearchAttributes({ namespace, searchAttributes: { [name]: KEYWORD } })
      .catch((error: { code?: number; details?: string }) => {
        const ALREADY_EXISTS = 6;
        if (error.code !== ALREADY_EXISTS && !/already exist/i.test(error.details ?? '')) throw error;
      });
  }
}
