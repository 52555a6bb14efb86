/** Words about a business of one's own: refusals and letters. */
export const businessRu = {
  'mail.reset.subject': 'Новый пароль для Takt',
  'mail.reset.text':
    'Здравствуйте, {name}.\n\nЧтобы задать новый пароль, откройте ссылку:\n{link}\n\nОна работает один раз, в течение {minutes} минут. Если пароль просили не вы, ничего делать не нужно: старый продолжает работать.',
  'error.business_name_missing': 'Напишите название, от 1 до 200 знаков.',
  'error.time_zone_unknown': 'Такого часового пояса нет: {timeZone}. Выберите из списка.',
  'error.too_many_invitations': 'Открытых приглашений уже {most}. Отзовите лишние.',
  'error.invitation_not_found':
    'Такого приглашения нет. Проверьте, что ссылка скопирована целиком, или попросите новую.',
  'error.invitation_accepted': 'Этим приглашением уже воспользовались. Попросите новое.',
  'error.invitation_revoked': 'Приглашение отозвали. Попросите новое, если это ошибка.',
  'error.invitation_expired': 'Приглашение устарело: ссылка живёт неделю. Попросите новую.',
  'error.member_not_found': 'Этот человек здесь больше не работает. Обновите страницу.',
  'error.last_owner': 'У бизнеса должен остаться владелец. Сначала назначьте другого.',
} as const;
