// The answers a person can tap: quick replies, and the numbers 0 to 10.
import { make, unseen } from './dom.js';
import { say } from './words.js';

const TOP = 10;
const MOST_SPENT = 8; // of a longer list only what was tapped stays: nobody wants to scroll past all of it again
let groups = 0;

// The buttons of `offer` as one labelled group. `tap(title, value)` is called once; then all are disabled.
export function offered(offer, tap) {
  const group = offer.scale ? scaleGroup(offer.scale, say('scale')) : replyGroup(say('choices'));
  const buttons = options(offer).map((option) => button(option, offer));
  buttons.forEach((element) => group.list.appendChild(element));
  group.list.addEventListener('click', (event) => {
    const tapped = event.target.closest('button');
    if (!tapped || tapped.disabled) return;
    buttons.forEach((element) => { element.disabled = true; });
    tapped.classList.add('is-chosen');
    tap(tapped.dataset.title, tapped.value);
  });
  return group.whole;
}

// The same, spent: to be seen, not to be tapped. `chosen` is the title that was tapped, or null. Null when nothing is left.
export function spent(offer, chosen) {
  const left = offer.buttons.length > MOST_SPENT && !offer.scale
    ? offer.buttons.filter((option) => option.title === chosen) : options(offer);
  if (!left.length) return null;
  const group = offer.scale ? scaleGroup(offer.scale, say('scale_past')) : replyGroup(say('choices_past'));
  group.whole.classList.add('is-spent');
  left.forEach((option) => {
    const element = button(option, offer);
    element.disabled = true;
    if (option.title === chosen) {
      element.classList.add('is-chosen');
      const label = element.getAttribute('aria-label');
      if (label) element.setAttribute('aria-label', label + ' ' + say('chosen'));
      else element.appendChild(unseen(' ' + say('chosen')));
    }
    group.list.appendChild(element);
  });
  return group.whole;
}

function options(offer) {
  if (!offer.scale) return offer.buttons;
  const numbers = [];
  for (let number = 0; number <= TOP; number += 1) numbers.push({ title: String(number), value: String(number) });
  return numbers;
}

function button(option, offer) {
  const element = make('button', offer.scale ? 'c-number' : 'c-reply', option.title);
  element.type = 'button';
  element.value = option.value;
  element.dataset.title = option.title;
  if (!offer.scale) element.dir = 'auto';
  const end = offer.scale && { 0: offer.scale.low, [TOP]: offer.scale.high }[option.value];
  if (end) element.setAttribute('aria-label', option.title + ', ' + end);
  return element;
}

function replyGroup(label) {
  const whole = make('div', 'c-replies');
  const title = make('p', 'c-choices__label', label);
  title.id = 'group-' + (groups += 1);
  whole.setAttribute('role', 'group');
  whole.setAttribute('aria-labelledby', title.id);
  whole.appendChild(title);
  const list = make('div', 'c-replies__list');
  whole.appendChild(list);
  return { whole, list };
}

function scaleGroup(scale, label) {
  const whole = make('fieldset', 'c-scale');
  const legend = make('legend', 'c-choices__label', label);
  const ends = make('div', 'c-scale__ends');
  ends.appendChild(make('span', 'c-scale__end', say('scale_end', { number: 0, words: scale.low })));
  ends.appendChild(make('span', 'c-scale__end c-scale__end--high', say('scale_end', { number: TOP, words: scale.high })));
  const list = make('div', 'c-scale__list');
  [legend, ends, list].forEach((part) => whole.appendChild(part));
  return { whole, list };
}
