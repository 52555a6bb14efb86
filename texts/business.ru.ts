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
  'error.bot_taken': 'Бот @{username} подключён к другому бизнесу. Отключите его там или сделайте нового у @BotFather.',
  'error.too_many_bots': 'Ботов уже {most}. Отключите лишних.',
  'error.bot_not_found': 'Этого бота здесь больше нет. Обновите страницу.',
  'error.bot_token_wrong':
    'Telegram не знает такого токена. Скопируйте его у @BotFather целиком: числа, двоеточие, буквы.',
  'error.telegram_silent': 'Telegram не отвечает. Токен не сохранён, попробуйте через минуту.',
  'error.simulator_absent': 'Симулятор здесь выключен. Подключите бота по токену.',
  'error.payment_key_missing': 'Нужен секретный ключ этого магазина.',
  'error.payment_keys_refused': 'ЮKassa не приняла эти ключи. Проверьте номер магазина и секретный ключ.',
  'error.payments_silent': 'ЮKassa не отвечает. Ключи не сохранены, попробуйте через минуту.',
} as const;
