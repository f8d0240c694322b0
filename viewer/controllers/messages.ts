const SHOWN_MS = 8000;

function line(className: string, message: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  element.role = 'alert';
  element.textContent = message;
  return element;
}

/** Says something instead of the page, where there is none to show. */
export function sayInstead(place: Element, message: string): void {
  place.replaceChildren(line('message', message));
}

/** Says something over the page for a while. */
export function sayBriefly(message: string): void {
  const element = line('toast', message);
  document.body.append(element);
  setTimeout(() => element.remove(), SHOWN_MS);
}
