// Before anything is drawn: the colors that the reader chose here, if any; else those of the system.
{
  let chosen = null;
  try {
    chosen = localStorage.getItem('docs-scheme');
  } catch {
    // A browser that keeps nothing follows its system.
  }
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
}
