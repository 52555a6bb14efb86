/** The fields of a client that a chain may write; the schema of the language takes these and `fields.<name>`. */
export const writable = ['name', 'phone', 'email', 'language', 'timeZone', 'birthday', 'note', 'consent'] as const;
/** What an owner's own field begins with. */
export const OWN = 'fields.';
