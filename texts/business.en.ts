/** Words about a business of one's own: refusals and letters. */
export const businessEn = {
  'mail.reset.subject': 'A new password for Takt',
  'mail.reset.text':
    'Hello, {name}.\n\nTo set a new password, open this link:\n{link}\n\nIt works once, for {minutes} minutes. If you did not ask for it, there is nothing to do: the old password still works.',
  'error.business_name_missing': 'Enter a name of 1 to 200 characters.',
  'error.time_zone_unknown': 'There is no time zone {timeZone}. Choose one from the list.',
  'error.too_many_invitations': 'There are {most} open invitations already. Revoke those that are not needed.',
  'error.invitation_not_found':
    'There is no such invitation. Check that the whole link was copied, or ask for a new one.',
  'error.invitation_accepted': 'This invitation has been used. Ask for a new one.',
  'error.invitation_revoked': 'The invitation was revoked. Ask for a new one if this is a mistake.',
  'error.invitation_expired': 'The invitation is too old: a link lives for a week. Ask for a new one.',
  'error.member_not_found': 'This person does not work here any more. Refresh the page.',
  'error.last_owner': 'A business keeps an owner. Make somebody else an owner first.',
} as const;
