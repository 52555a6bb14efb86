// Before the first paint, so that a dark page never flashes white.
(function () {
  var said = null;
  try {
    said = localStorage.getItem('mantine-color-scheme-value');
    document.documentElement.lang = localStorage.getItem('takt.language') || (navigator.language || 'ru').slice(0, 2);
  } catch (e) {}
  var dark = said === 'dark' || (said !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
