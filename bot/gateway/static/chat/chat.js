// One conversation on one page: what is sent, what comes back, and what is shown of it.
import { offered } from './choices.js';
import { Composer } from './composer.js';
import { Conversation } from './conversation.js';
import { byId, empty } from './dom.js';
import { More } from './more.js';
import { Log } from './render.js';
import { atEnd, clearOfBottom, showFrom } from './scroll.js';
import { Connection, Typing, showProblem, showStep } from './status.js';
import { Listener, Refused, newId, send } from './transport.js';
import { Waiting } from './waiting.js';
import { say } from './words.js';

export class Chat {
  constructor() {
    this.conversation = new Conversation();
    this.log = new Log(byId('log'), this.conversation);
    this.composer = new Composer((text) => this.tell('text', text, null, this.conversation.question()));
    this.connection = new Connection();
    this.typing = new Typing();
    this.waiting = new Waiting(this.conversation, () => this.listener.now());
    this.listener = new Listener(() => this.conversation.lastSeq, this);
    this.queue = Promise.resolve(); // one message after the other, in the order they were sent
    this.underway = new Map(); // id → its element while it is being sent
    this.unsent = new Map(); // message → the id it was first sent with, so that trying again cannot double it
    this.tapped = null; // the seq whose button is being sent
    this.shown = null; // the seq whose buttons are on the page
    this.started = false;
    this.more = new More();
    byId('commands').addEventListener('click', (event) => this.command(event.target.closest('button')));
  }

  start() {
    this.listener.now();
  }

  // What the listener tells.

  history(answer) {
    this.take(answer.messages);
    if (answer.delayed) this.waiting.since(this.conversation.lastSeq);
    if (this.started) this.refresh();
    else this.first();
  }

  message(message) {
    this.take([message]);
    this.refresh();
  }

  writing(on) {
    this.typing.set(on);
  }

  connected(yes) {
    this.connection.set(yes);
  }

  closed(text) {
    this.connection.close(text || say('closed'));
    byId('dock').hidden = true;
    empty(byId('choices'));
    byId('main').focus();
  }

  // What the person does.

  command(button) {
    if (!button) return;
    this.more.close();
    this.tell('command', button.textContent, button.value, this.conversation.question());
  }

  tap(offer, title, value) {
    this.tapped = offer.seq;
    this.tell('tap', title, value, offer.question);
    this.refresh();
  }

  tell(kind, text, value, question) {
    const message = { kind, text, value, question };
    const key = JSON.stringify(message);
    const id = this.unsent.get(key) || newId();
    this.unsent.set(key, id);
    showProblem('');
    this.underway.set(id, this.log.pending(message.text));
    showFrom(this.underway.get(id));
    this.queue = this.queue.then(() => this.deliver(id, key, message));
  }

  async deliver(id, key, message) {
    this.typing.set(true);
    try {
      const answer = await send(Object.assign({ id }, message));
      this.unsent.delete(key);
      this.take(answer.messages);
      if (answer.waiting) this.waiting.since(answer.seq);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.failed(error, id, message);
    } finally {
      this.typing.set(false);
      this.done(id);
      if (message.kind === 'tap') this.tapped = null;
      this.refresh();
    }
  }

  failed(error, id, message) {
    if (message.kind === 'text') this.composer.giveBack(message.text);
    if (error.status === 401) {
      this.listener.close(error.text);
      return;
    }
    showProblem(error.text || (message.kind === 'text' ? say('not_sent') : say('tap_not_sent')));
    if (error.status === 0) this.listener.now(); // did it arrive after all, and are we still connected?
  }

  // What is shown.

  take(messages) {
    messages.forEach((message) => {
      if (!this.conversation.add(message) || !message.id) return;
      const mine = Array.from(this.unsent).find((entry) => entry[1] === message.id);
      if (mine && !this.underway.has(message.id)) { // it could not be sent, we thought, and it arrived
        this.unsent.delete(mine[0]);
        this.composer.arrived(JSON.parse(mine[0]).text);
        showProblem('');
      }
      this.done(message.id);
    });
  }

  done(id) {
    const element = this.underway.get(id);
    if (element && element.parentNode) element.remove();
    this.underway.delete(id);
  }

  first() {
    byId('dock').hidden = false;
    this.refresh();
    this.started = true;
    this.composer.grow();
    showFrom(this.log.lastOfMine());
    setTimeout(() => this.log.speak(), 200); // not in the same breath, or the history is read aloud
  }

  refresh() {
    const follow = this.started && (this.underway.size > 0 || this.tapped !== null || atEnd());
    const fresh = this.log.update();
    const open = this.conversation.open();
    this.log.spend(open);
    this.choices(open && open.seq !== this.tapped ? open : null);
    this.log.note(this.waiting.told() ? say('waiting') : '');
    showStep(this.conversation.step());
    clearOfBottom();
    if (follow && fresh.length) showFrom(fresh[0]);
  }

  choices(offer) {
    const seq = offer && offer.seq;
    if (seq === this.shown) return;
    const place = byId('choices');
    const focused = place.contains(document.activeElement);
    this.shown = seq;
    empty(place);
    if (offer) place.appendChild(offered(offer, (title, value) => this.tap(offer, title, value)));
    // The tapped button is gone: the keyboard goes on from here, to the next answers or the box below.
    if (focused) place.focus({ preventScroll: true });
  }
}
