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
  'error.bot_taken':
    'The bot @{username} is connected to another business. Disconnect it there, or make a new one with @BotFather.',
  'error.too_many_bots': 'There are {most} bots already. Disconnect those that are not needed.',
  'error.bot_not_found': 'This bot is not here any more. Refresh the page.',
  'error.bot_token_wrong':
    'Telegram does not know this token. Copy it from @BotFather whole: digits, a colon, letters.',
  'error.telegram_silent': 'Telegram does not answer. The token is not kept, try again in a minute.',
  'error.simulator_absent': 'The simulator is switched off here. Connect a bot by its token.',
  'error.payment_key_missing': 'The secret key of this shop is needed.',
  'error.payment_keys_refused': 'YooKassa does not accept these keys. Check the shop number and the secret key.',
  'error.payments_silent': 'YooKassa does not answer. The keys are not kept, try again in a minute.',
} as const;
