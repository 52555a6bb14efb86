/** What is wrong with an automation, for its owner: what is needed, and where. */
export const automationRu = {
  'issue.shape_invalid': 'Это не похоже на цепочку: проверьте поле {path} ({detail}).',
  'issue.config_invalid': 'Шаг «{node}»: заполните поле ({detail}).',
  'issue.duration_invalid': 'Шаг «{node}»: укажите, сколько ждать.',
  'issue.template_invalid': 'Шаг «{node}»: текст не читается. Проверьте скобки и переменные.',
  'issue.step_unknown': 'Шага «{type}» здесь нет. Удалите его или замените другим.',
  'issue.trigger_unknown': 'Такого начала нет: «{type}». Выберите событие или слово в чате.',
  'issue.id_repeated': 'Два шага называются «{node}». Дайте одному другое имя.',
  'issue.edge_to_nowhere': 'Стрелка ведёт к шагу, которого нет: {node}.',
  'issue.port_unknown': 'У шага «{node}» нет выхода «{port}».',
  'issue.port_repeated': 'Из выхода «{port}» шага «{node}» идут две стрелки. Оставьте одну.',
  'issue.branch_missing': 'Выход «{port}» шага «{node}» никуда не ведёт. Добавьте шаг или конец.',
  'issue.node_unreachable': 'До шага «{node}» никто не дойдёт. Соедините его или удалите.',
  'issue.loop_without_wait': 'Круг через шаг «{node}» вертится без остановки. Добавьте в него ожидание.',
  'issue.schema_newer':
    'Этот файл сделан в более новой версии Takt (схема {schema}, здесь понимают {known}). Обновите Takt.',
  'issue.too_large': 'Шагов слишком много: {count}. Помещается {most}. Разделите цепочку на несколько.',
  'issue.steps_missing': 'Цепочка пока ничего не делает. Добавьте первый шаг.',
  'issue.trigger_missing': 'Выберите, что запускает цепочку.',
  'error.draft_conflict':
    'Пока вы рисовали, цепочку сохранил кто-то другой. Оба варианта целы: выберите, какой оставить.',
  'error.automation_too_large': 'Цепочка больше {most} МБ. Разделите её на несколько.',
  'error.too_many_automations': 'Цепочек уже {most}. Уберите ненужные в архив.',
  'error.version_not_found': 'Такой версии нет: {number}.',
  'error.automation_state_refused': 'Сейчас так нельзя: состояние цепочки изменилось. Обновите страницу.',
} as const;
