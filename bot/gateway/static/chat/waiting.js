// A message that has no answer yet: says so, and asks again now and then in case the stream is blocked on the way.

const FIRST = 4000; // milliseconds; doubled after each time
const LONGEST = 60000;

export class Waiting {
  constructor(conversation, ask) {
    this.conversation = conversation;
    this.ask = ask;
    this.seq = null;
    this.timer = null;
  }

  since(seq) {
    this.seq = seq;
    if (!this.timer) this.later(FIRST);
  }

  // Whether the person should be told that the answer is still to come.
  told() {
    if (this.seq !== null && this.conversation.answeredAfter(this.seq)) this.seq = null;
    return this.seq !== null;
  }

  later(pause) {
    this.timer = setTimeout(() => {
      this.timer = null;
      if (!this.told()) return;
      this.ask();
      this.later(Math.min(LONGEST, pause * 2));
    }, pause);
  }
}
