/** What is wrong with an automation, for its owner: what is needed, and where. */
export const automationRu = {
  'issue.shape_invalid': 'Это не похоже на цепочку: проверьте поле {path} ({detail}).',
  'issue.config_invalid': 'Настройка шага не подходит: {path} ({detail}).',
  'issue.duration_invalid': 'Нужна длительность вроде PT15M (15 минут) или P1D (день): {path}.',
  'issue.template_invalid': 'Текст не читается как шаблон: проверьте скобки и фильтры в {path}.',
  'issue.step_unknown': 'Шага «{type}» нет. Выберите другой: {path}.',
  'issue.trigger_unknown': 'Такого начала нет: «{type}». Выберите событие или слово в чате.',
  'issue.id_repeated': 'Два шага названы «{node}». Дайте одному другое имя.',
  'issue.edge_to_nowhere': 'Стрелка ведёт к шагу «{node}», которого нет.',
  'issue.port_unknown': 'У шага «{node}» нет выхода «{port}».',
  'issue.port_repeated': 'Из выхода «{port}» шага «{node}» ведут две стрелки. Оставьте одну.',
  'issue.branch_missing': 'Выход «{port}» шага «{node}» никуда не ведёт. Добавьте шаг или «Закончить».',
  'issue.node_unreachable': 'До шага «{node}» никто не дойдёт. Соедините его или удалите.',
  'issue.loop_without_wait': 'Круг через шаг «{node}» крутится без остановки. Добавьте в него ожидание.',
} as const;
