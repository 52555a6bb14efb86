/** What a workflow can be found by in the Temporal UI. All are keywords. */
export const searchAttributes = ['BusinessId', 'ProcessType', 'SubjectId', 'ContactId', 'AutomationVersionId'];
