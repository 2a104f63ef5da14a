// Draws the conversation. What a person or Paratoi said goes in as text only.
import { spent } from './choices.js';
import { isCopy, makePrintable } from './copy.js';
import { make, unseen } from './dom.js';
import { say } from './words.js';
import { dayKey, dayName, fullDate, timeOfDay } from './when.js';

const SHOWN = (message) => message.kind !== 'begin';

export class Log {
  constructor(element, conversation) {
    this.element = element;
    this.conversation = conversation;
    this.drawn = new Map(); // seq → element
  }

  // Draw every message that is not drawn yet, in order. Returns the new elements.
  update() {
    const fresh = [];
    let before = null;
    this.conversation.messages.filter(SHOWN).forEach((message) => {
      let element = this.drawn.get(message.seq);
      if (!element) {
        element = draw(message, before);
        this.drawn.set(message.seq, element);
        this.element.insertBefore(element, this.following(message.seq));
        fresh.push(element);
      }
      before = message;
    });
    return fresh;
  }

  // Below each message with buttons that may no longer be tapped, show them as spent.
  spend(open) {
    this.conversation.messages.filter(SHOWN).forEach((message) => {
      if (message.from === 'me' || !(message.scale || message.buttons.length)) return;
      const element = this.drawn.get(message.seq);
      const past = element.querySelector('.c-past');
      if (open && open.seqs.indexOf(message.seq) >= 0) {
        if (past) past.remove();
      } else if (!past) {
        element.appendChild(pastOf(message, this.conversation.chosen(message)));
      }
    });
  }

  // From now on a screen reader says each new message once. Not before: it would read the whole history aloud.
  speak() {
    this.element.setAttribute('aria-live', 'polite');
  }

  // The element of the last thing the person said, or null.
  lastOfMine() {
    const mine = this.element.querySelectorAll('.c-message--me');
    return mine.length ? mine[mine.length - 1] : null;
  }

  following(seq) {
    let nearest = null;
    this.drawn.forEach((element, other) => {
      if (other > seq && element.parentNode && (nearest === null || other < nearest)) nearest = other;
    });
    return nearest === null ? this.element.querySelector('.is-pending') : this.drawn.get(nearest);
  }

  // A message on its way, shown last until the server has it.
  pending(text) {
    const element = make('div', 'c-message c-message--me is-pending');
    element.appendChild(bubble(text));
    element.appendChild(make('p', 'c-note', say('sending')));
    element.setAttribute('aria-live', 'off'); // said aloud when it is really sent
    this.element.appendChild(element);
    return element;
  }

  // Below the newest message: `text`, a quiet word on where things stand. Empty takes it away.
  note(text) {
    const old = this.element.querySelector('.c-note--waiting');
    if (old) old.remove();
    if (text) this.element.appendChild(make('p', 'c-note c-note--waiting', text));
  }
}

function draw(message, before) {
  const element = make('div', 'c-message c-message--' + (message.from === 'me' ? 'me' : 'paratoi'));
  if (message.kind === 'safety') element.classList.add('c-message--safety');
  element.dataset.seq = message.seq;
  if (message.from === 'paratoi' && message.question) element.dataset.question = message.question;
  const day = dayKey(new Date(message.at));
  if (!before || dayKey(new Date(before.at)) !== day) {
    const line = make('p', 'c-day', dayName(message.at, new Date()));
    line.dataset.date = fullDate(message.at);
    element.appendChild(line);
    before = null;
  }
  element.appendChild(speaker(message, before));
  element.appendChild(bubble(message.text));
  if (isCopy(message)) makePrintable(element, fullDate(message.at));
  return element;
}

function speaker(message, before) {
  const name = message.from === 'me' ? say('you') : say('paratoi');
  const time = timeOfDay(message.at);
  const goesOn = before && before.from === message.from && timeOfDay(before.at) === time;
  const line = make('p', goesOn ? 'nhsuk-u-visually-hidden' : 'c-message__who');
  line.appendChild(make('span', 'c-message__name', name + ' '));
  line.appendChild(unseen(say('said') + ' '));
  if (!goesOn) {
    const stamp = make('time', 'c-message__time', time);
    stamp.dateTime = message.at;
    stamp.setAttribute('aria-hidden', 'true');
    line.appendChild(stamp);
  }
  return line;
}

function bubble(text) {
  const element = make('div', 'c-bubble', text);
  element.dir = 'auto';
  return element;
}

function pastOf(message, chosen) {
  const past = make('div', 'c-past');
  past.setAttribute('aria-live', 'off'); // it was read aloud when it was offered
  const group = spent(message, chosen);
  if (group) past.appendChild(group);
  return past;
}
