/** Что бот и сотрудники читают о записях. */
export const bookingRu = {
  'booking.online': 'онлайн',
  'booking.when_two_clocks': '{there} по времени места; у вас {here}',
  'booking.price_range': 'от {from} до {to}',
  'booking.because': '\nПричина: {reason}',
  'booking.button_coming': 'Приду',
  'booking.button_move': 'Перенести',
  'booking.button_cancel': 'Отменить',
  'booking.button_again': 'Выбрать другое время',
  'booking.button_details': 'Подробнее',

  'msg.booking_made': '<b>Вы записаны</b>\n{service}, {staff}\n{when}\n{place}\n{price}',
  'msg.booking_confirmed': '<b>Запись подтверждена</b>\n{service}, {staff}\n{when}\n{place}',
  'msg.booking_moved':
    '<b>Ваш визит перенесён</b>\n{service}, {staff}\nТеперь: {when}\nБыло: {before}\n{place}\n\nЕсли это время не подходит, выберите другое.',
  'msg.booking_cancelled': '<b>Визит отменён</b>\n{service}, {when}{reason}',
  'msg.booking_released':
    '<b>Визит не состоится</b>\n{service}, {when}{reason}\n\nЭто время свободно. Выберите подходящее или найдите другое.',
  'msg.booking_reminder': '<b>Ждём вас</b>\n{when}\n{service}, {staff}\n{place}',
  'msg.booking_reminder_today': '<b>Ждём вас сегодня</b>\n{when}\n{service}, {staff}\n{place}',

  'staff.booking_made': 'Новая запись № {number}: {name}, {service}, {staff}. {when}.',
  'staff.booking_moved':
    'Запись № {number} перенесена клиентом: {name}, {service}, {staff}. Теперь {when}, было {before}.',
  'staff.booking_cancelled': 'Запись № {number} отменена клиентом: {name}, {service}, {staff}, {when}.{reason}',
  'staff.booking_reminder': 'Скоро: {name}, {service}, {staff}. {when}.',
  'staff.booking_unconfirmed':
    'Запись № {number} не подтвердили вовремя, она отменена по правилу: {name}, {service}, {when}.',

  'error.booking_not_found': 'Такой записи нет. Обновите список.',
  'error.booking_changed': 'Запись только что изменили. Посмотрите, какая она теперь, и повторите.',
  'error.booking_used': 'Запись № {number} уже создана.',
  'error.slot_taken': 'Это время занято. Выберите одно из ближайших.',
  'error.service_not_found': 'Этой услуги больше нет. Выберите другую.',
  'error.nobody_gives_it': 'Сейчас эту услугу здесь никто не оказывает. Выберите другого мастера или услугу.',
  'error.addon_not_found': 'Этого дополнения больше нет.',
  'error.format_not_offered': 'Так эту услугу не оказывают. Выберите другой формат.',
  'error.place_needed': 'Сначала выберите место.',
  'error.group_comes_alone': 'На групповое занятие записывают отдельно, без других услуг.',
  'error.visit_empty': 'Выберите от одной до восьми услуг.',
  'error.policy_refused': 'Изменить этот визит здесь уже нельзя. Напишите или позвоните нам.',
  'error.visit_is_ahead': 'Этот визит ещё впереди: отметьте его в свой день, а неявку — когда он должен был начаться.',
  'error.booking_transition_refused': 'Запись уже в другом состоянии. Обновите карточку.',
  'error.final_price_invalid': 'Нужна цена не меньше нуля.',
  'error.block_invalid': 'Конец должен быть позже начала, не больше чем на 31 день.',
  'error.block_overlaps':
    'На это время уже что-то записано или занято. Сначала перенесите это или выберите другие часы.',
  'error.block_not_found': 'Этой отметки больше нет. Обновите календарь.',
  'error.day_has_bookings': 'На этот день есть записи. Сначала решите, что с каждой.',
  'error.no_times': 'В ближайшие недели свободного времени нет.',
  'error.no_booking': 'Записи, которую можно изменить, нет.',
  'error.nothing_to_book': 'Клиент ещё ни на что не записывался: выберите услугу.',
  'error.offer_gone': 'Это предложение больше не действует.',
  'error.moment_invalid': 'Нужны существующие дата и время.',
  'error.duration_invalid': 'Нужна длительность от 5 минут до 24 часов.',
} as const;
