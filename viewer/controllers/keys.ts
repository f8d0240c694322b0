/** "/" goes to the search, as on many sites; not while something is being typed. */
export function followKeys(): void {
  addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLElement && event.target.matches('input:not([type=checkbox]):not([type=range]), textarea, select');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping) return;
    event.preventDefault();
    document.getElementById('search')?.focus();
  });
}
