// A person's own copy of what they said: a button that puts it on paper, and nothing else of the conversation.
import { byId, make } from './dom.js';
import { say } from './words.js';

const PRINTS = 'prints-copy'; // on the page while a copy is printed; the style sheet for paper goes by it
const PRINTED = 'is-printed';

// Whether `message` is such a copy. It is known by its first words, which come with the page.
export function isCopy(message) {
  return message.from === 'paratoi' && message.text.indexOf(byId('log').dataset.copy.trim()) === 0;
}

// What `element` needs to be printed by itself: its date, seen on paper only, and a button.
export function makePrintable(element, date) {
  element.classList.add('c-copy');
  const day = make('p', 'c-copy__date', date);
  day.hidden = true;
  element.insertBefore(day, element.firstChild);
  const button = make('button', 'c-command c-copy__print', say('print_copy'));
  button.type = 'button';
  button.addEventListener('click', () => print(element));
  element.appendChild(button);
}

function print(element) {
  const page = document.documentElement;
  const done = () => {
    page.classList.remove(PRINTS);
    element.classList.remove(PRINTED);
    window.removeEventListener('afterprint', done);
  };
  page.classList.add(PRINTS);
  element.classList.add(PRINTED);
  window.addEventListener('afterprint', done);
  window.print();
}
