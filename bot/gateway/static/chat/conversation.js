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

  // What may be tapped now, as one message, or null. `seqs` are the messages its buttons come from.
  //
  // It is the newest with buttons or a scale, until it is answered or another question is asked. A command such as
  // "help" does not answer it, nor does a message that safety took out of the conversation; being asked the same again
  // opens it again, unless one of its buttons was tapped: then it has done its work. What was said in one breath about
  // the same question, such as a card and the question again, belongs together.
  open() {
    const offers = (message) => message.from === 'paratoi' && Boolean(message.scale || message.buttons.length);
    const offer = this.newest(offers);
    if (!offer) return null;
    let answered = false;
    let tapped = false;
    this.messages.filter((message) => message.seq > offer.seq).forEach((later) => {
      if (later.from === 'me') {
        answered = answered || later.kind !== 'command';
        tapped = tapped || (later.kind === 'tap' && later.question === offer.question);
      } else if (later.kind === 'safety') answered = tapped;
      else if (later.question) answered = tapped || later.question !== offer.question;
    });
    if (answered) return null;
    const breath = this.messages.filter((message) => message.seq <= offer.seq);
    const before = breath.slice(breath.map((message) => message.from).lastIndexOf('me') + 1)
      .filter((message) => message !== offer && offers(message) && message.question === offer.question && !message.scale);
    const together = before.concat(offer);
    return Object.assign({}, offer, {
      seqs: together.map((message) => message.seq),
      buttons: [].concat(...together.map((message) => message.buttons)),
    });
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
