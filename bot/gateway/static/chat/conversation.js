// What was said so far, and which question is open. Knows nothing of the page.

export class Conversation {
  constructor() {
    this.messages = []; // in the order of their seq
    this.lastSeq = 0;
  }

  // Keep `message` unless it is known already. Returns whether it was new.
  add(message) {
    if (this.messages.some((known) => known.seq === message.seq)) return false;
    this.messages.push(message);
    this.messages.sort((one, other) => one.seq - other.seq);
    this.lastSeq = Math.max(this.lastSeq, message.seq);
    return true;
  }

  // The newest question Paratoi asked, as its reference, or null.
  question() {
    const asked = this.newest((message) => message.from === 'paratoi' && message.question);
    return asked ? asked.question : null;
  }

  // How far the person is, as {number, of}, or null.
  step() {
    const told = this.newest((message) => message.step);
    return told ? told.step : null;
  }

  // The one message whose buttons may be tapped now, or null.
  //
  // It is the newest with buttons or a scale, until it is answered or another question is asked. A command such as
  // "help" does not answer it, nor does a message that safety took out of the conversation; being asked the same again
  // opens it again.
  open() {
    const offer = this.newest((message) => message.from === 'paratoi' && (message.scale || message.buttons.length));
    if (!offer) return null;
    let answered = false;
    this.messages.filter((message) => message.seq > offer.seq).forEach((later) => {
      if (later.from === 'me') answered = answered || later.kind !== 'command';
      else if (later.kind === 'safety') answered = false;
      else if (later.question) answered = later.question !== offer.question;
    });
    return answered ? null : offer;
  }

  // What the person tapped below `offer`: the button's title, or null.
  chosen(offer) {
    const tap = this.messages.find((message) => message.from === 'me' && message.kind === 'tap'
      && message.seq > offer.seq && message.question === offer.question);
    return tap ? tap.text : null;
  }

  // Whether Paratoi said something after `seq`.
  answeredAfter(seq) {
    return this.messages.some((message) => message.from === 'paratoi' && message.seq > seq);
  }

  newest(fits) {
    for (let i = this.messages.length - 1; i >= 0; i -= 1) if (fits(this.messages[i])) return this.messages[i];
    return null;
  }
}
