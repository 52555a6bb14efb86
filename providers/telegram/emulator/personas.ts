/** A person behind a phone. The id is also the id of the private chat. */
export type Persona = {
  id: number;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
  phone_number: string;
  note?: string | undefined;
};

export const managerPersonaId = 700100;

export const personas: Persona[] = [
  {
    id: 700101,
    first_name: 'Анна',
    last_name: 'Ковалёва',
    username: 'anna_kovaleva',
    language_code: 'ru',
    phone_number: '+79270000101',
    note: 'уже покупала',
  },
  {
    id: 700102,
    first_name: 'Тимур',
    last_name: 'Галеев',
    username: 'timur_galeev',
    language_code: 'ru',
    phone_number: '+79270000102',
    note: 'новый',
  },
  {
    id: 700103,
    first_name: 'Emma',
    last_name: 'Price',
    username: 'emma_price',
    language_code: 'en',
    phone_number: '+447700900103',
    note: 'new',
  },
  {
    id: 700104,
    first_name: 'Вера',
    last_name: 'Осипова',
    username: 'vera_osipova',
    language_code: 'ru',
    phone_number: '+79270000104',
    note: 'останавливает бота',
  },
  {
    id: 700105,
    first_name: 'Роман',
    last_name: 'Ильин',
    username: 'roman_ilin',
    language_code: 'ru',
    phone_number: '+79140000105',
    note: 'Владивосток, +7 часов',
  },
  {
    id: managerPersonaId,
    first_name: 'Марина',
    last_name: 'менеджер',
    username: 'marina_manager',
    language_code: 'ru',
    phone_number: '+79270000100',
    note: 'менеджер магазина',
  },
];
