// Makes elements. Text goes in as text only, never as markup.

// An element `tag` with class `name` and, where given, `text`.
export function make(tag, name, text) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
}

// Text that only a screen reader says.
export function unseen(text) {
  return make('span', 'nhsuk-u-visually-hidden', text);
}

export function empty(element) {
  while (element.firstChild) element.removeChild(element.firstChild);
}

export function byId(id) {
  return document.getElementById(id);
}
