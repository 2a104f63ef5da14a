// The quiet lines: how far we are, whether we are connected, that Paratoi is writing, and what went wrong.
import { byId, empty, make } from './dom.js';
import { say } from './words.js';

const PATIENCE = 2000; // milliseconds a break may last before it is worth a word
const SHOW_BACK = 4000;
const TYPING_AFTER = 500;

export function showStep(step) {
  byId('progress').hidden = !step;
  if (!step) return;
  const bar = byId('progress-bar');
  byId('progress-text').textContent = say('step', { number: step.number, of: step.of });
  bar.max = step.of;
  bar.value = step.number;
}

export function showProblem(text) {
  byId('problem').textContent = text;
}

// A line that appears only when the break lasts, and says when it is over.
export class Connection {
  constructor() {
    this.line = byId('connection');
    this.told = false;
    this.timer = null;
  }

  // The page is over: say why, and that stays.
  close(text) {
    clearTimeout(this.timer);
    this.over = true;
    this.line.textContent = text;
  }

  set(connected) {
    if (this.over) return;
    if (connected) this.back();
    else if (!this.told && !this.timer) {
      this.timer = setTimeout(() => this.tell(), navigator.onLine === false ? 0 : PATIENCE);
    }
  }

  tell() {
    this.told = true;
    this.line.textContent = say('offline');
  }

  back() {
    clearTimeout(this.timer);
    this.timer = null;
    if (!this.told) return;
    this.told = false;
    this.line.textContent = say('online');
    setTimeout(() => { if (!this.told) this.line.textContent = ''; }, SHOW_BACK);
  }
}

// Three dots, and words for a screen reader; only when it takes a while.
export class Typing {
  constructor() {
    this.line = byId('typing');
    this.timer = null;
  }

  set(on) {
    clearTimeout(this.timer);
    this.timer = null;
    if (on) this.timer = setTimeout(() => this.show(), TYPING_AFTER);
    else empty(this.line);
  }

  show() {
    if (this.line.firstChild) return;
    const dots = make('span', 'c-typing__dots');
    for (let i = 0; i < 3; i += 1) dots.appendChild(make('span', 'c-typing__dot'));
    dots.setAttribute('aria-hidden', 'true');
    this.line.appendChild(dots);
    this.line.appendChild(make('span', 'nhsuk-u-visually-hidden', say('typing')));
  }
}
